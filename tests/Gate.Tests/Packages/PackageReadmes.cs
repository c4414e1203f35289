using System.Text.RegularExpressions;
using Gate.Evaluation.Results;
using Gate.Tests.House;
using Gate.Tests.Models.Onnx;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Packages;

/// <summary>The page that each library's package shows: its example compiles against the library, and prints what the page says.</summary>
[Collection(nameof(PackageReadmes))]
public sealed partial class PackageReadmes
{
    private static readonly string Source = Path.Combine(Checkout.Root, "src");

    public static TheoryData<string> Libraries =>
    [
        .. Directory.GetDirectories(Source, "Gate.*")
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name != "Gate.Cli")
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_example_prints_what_the_page_says(string library)
    {
        string path = Path.Combine(Source, library, "README.md"), page = File.ReadAllText(path);
        Match example = Example().Match(page);
        Assert.True(example.Success, $"{path} has no example: a block of csharp, the word 'prints', and a block of text");
        string before = Environment.CurrentDirectory, directory = Directory.CreateTempSubdirectory("gate-readme-").FullName;
        string printed;
        try
        {
            Environment.CurrentDirectory = directory;
            WriteFiles(directory);
            printed = CSharpProgram.CompileAndRun(example.Groups["code"].Value);
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(directory, recursive: true);
        }
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1" && !printed.Contains("error CS", StringComparison.Ordinal))
        {
            Group shown = example.Groups["printed"];
            page = page[..shown.Index] + printed + page[(shown.Index + shown.Length)..];
            File.WriteAllText(path, page);
        }
        Assert.Equal(printed, Example().Match(page).Groups["printed"].Value);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_example_names_the_library_and_fits_a_page(string library)
    {
        string code = Example().Match(File.ReadAllText(Path.Combine(Source, library, "README.md"))).Groups["code"].Value;
        Assert.Contains($"using {library}", code, StringComparison.Ordinal);
        Assert.InRange(code.Split('\n').Count(line => line.Trim().Length > 1), 5, 20);
    }

    // What the examples read: a policy with its data, a result, and a model.
    private static void WriteFiles(string directory)
    {
        string mortgage = Path.Combine(Checkout.Root, "examples", "mortgage");
        foreach (string file in (string[])["gate.yml", "hmda.csv"]) File.Copy(Path.Combine(mortgage, file), Path.Combine(directory, file));
        File.WriteAllText(Path.Combine(directory, "result.json"), ResultJson.Write(SampleResults.Minimal()));
        File.WriteAllBytes(Path.Combine(directory, "model.onnx"), OnnxFile.TwoColumns());
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```\n\nprints\n\n```text\n(?<printed>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}

/// <summary>Examples change the console and the current directory, which the whole process shares.</summary>
[CollectionDefinition(nameof(PackageReadmes), DisableParallelization = true)]
public sealed class SharedProcess;
