using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>The same inputs give the same bytes, whatever the number of threads, the culture or the time zone.</summary>
public sealed class SameInputsSameBytes
{
    private static readonly string[] Files = ["result.json", "report.html", "summary.md", "junit.xml"];

    [Theory]
    [InlineData("mortgage", "hmda.csv")]
    [InlineData("diabetes", "diabetes.csv")]
    public void With_1_2_and_8_threads_and_under_Turkish_and_German_cultures(string example, string data)
    {
        using Workspace work = new Workspace()
            .WithCopy(Path.Combine(Repository.Example(example), "gate.yml"), "gate.yml")
            .WithCopy(Path.Combine(Repository.Example(example), data), data);
        string[] reference = Run(work, "one", [], "--threads", "1");
        Assert.Equal(reference, Run(work, "two", [], "--threads", "2"));
        Assert.Equal(reference, Run(work, "eight", [], "--threads", "8"));
        Assert.Equal(reference,
            Run(work, "turkish", new() { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" }));
        Assert.Equal(reference, Run(work, "german", new() { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" }));
    }

    [Fact]
    public void The_run_section_is_all_that_differs_between_two_runs()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "gate.yml", "--output", "a");
        work.Gate("run", "gate.yml", "--output", "b", "--reproducible");
        string a = File.ReadAllText(work["a/result.json"]), b = File.ReadAllText(work["b/result.json"]);
        Assert.NotEqual(a, b);
        Assert.Equal(b[..b.IndexOf("\"run\":", StringComparison.Ordinal)], a[..a.IndexOf("\"run\":", StringComparison.Ordinal)]);
        Assert.EndsWith("\"run\": null\n}\n", b, StringComparison.Ordinal);
    }

    private static string[] Run(Workspace work, string output, Dictionary<string, string> environment, params string[] more)
    {
        GateOutcome outcome = GateProcess.Run(work.Root, environment, ["run", "gate.yml", "--output", output, "--reproducible", .. more]);
        Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
        return [outcome.Output, .. Files.Select(file => File.ReadAllText(work[$"{output}/{file}"]))];
    }
}
