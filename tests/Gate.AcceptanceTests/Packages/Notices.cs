using System.Diagnostics;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Packages;

/// <summary>Nothing is shipped without the notice of whose it is.</summary>
public sealed class Notices
{
    private static readonly string Deps = Path.Combine(AppContext.BaseDirectory, "gate.deps.json");

    private static (int Code, string Error) Write(string deps, string output)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "eng", "notices.mjs"), deps, output])
            { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private static string[] Shipped()
    {
        using JsonDocument deps = JsonDocument.Parse(File.ReadAllText(Deps));
        return [.. deps.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name)];
    }

    [Fact]
    public void Every_shipped_package_has_its_notice_and_stands_in_the_bill_of_materials()
    {
        using var work = new Workspace();
        Assert.Equal((0, ""), Write(Deps, work.Root));
        string notices = File.ReadAllText(work["THIRD-PARTY-NOTICES.txt"]);
        using JsonDocument bill = JsonDocument.Parse(File.ReadAllText(work["sbom.cdx.json"]));
        string[] components = [.. bill.RootElement.GetProperty("components").EnumerateArray()
            .Select(part => part.GetProperty("purl").GetString()!)];
        string[] shipped = Shipped();
        Assert.NotEmpty(shipped);
        foreach (string package in shipped)
        {
            Assert.Contains(package.Replace('/', ' ') + " (", notices, StringComparison.Ordinal);
            Assert.Contains($"pkg:nuget/{package.Replace('/', '@')}", components);
        }
        foreach (string part in (string[])["@duckdb/node-bindings", "preact", "@observablehq/plot", "d3-array"])
            Assert.Contains($"{part} ", notices, StringComparison.Ordinal);
        Assert.Contains("Antoine Aubry", notices, StringComparison.Ordinal);
        Assert.Contains("Stichting DuckDB Foundation", notices, StringComparison.Ordinal);
        Assert.All(bill.RootElement.GetProperty("components").EnumerateArray(),
            part => Assert.NotEqual(0, part.GetProperty("licenses").GetArrayLength()));
    }

    [Fact]
    public void A_package_without_a_licence_is_not_shipped()
    {
        using var work = new Workspace();
        work.With("gate.deps.json", """
            { "libraries": { "gate/1.0.0": { "type": "project" }, "No.Such.Licence/1.0.0": { "type": "package" } } }
            """);
        (int code, string error) = Write(work["gate.deps.json"], work["out"]);
        Assert.Equal(1, code);
        Assert.Contains("no licence is known of No.Such.Licence 1.0.0", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["out"]));
    }

    [Fact]
    public void A_report_carries_the_notices_of_its_app()
    {
        using Workspace work = SmallData.Workspace();
        Assert.Equal(0, work.Gate("run").ExitCode);
        string report = File.ReadAllText(work["gate-output/report.html"]);
        foreach (string part in (string[])["preact ", "@observablehq/plot ", "d3-array ", "Mike Bostock", "Jason Miller",
            "The above copyright notice and this permission notice shall be included"])
            Assert.Contains(part, report, StringComparison.Ordinal);
    }
}
