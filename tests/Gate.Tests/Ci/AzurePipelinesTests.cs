using System.Text.RegularExpressions;
using Gate.Ci;
using Gate.Ci.Azure;
using Gate.Evaluation.Results;

namespace Gate.Tests.Ci;

/// <summary>Azure Pipelines, read as its agent reads a log: commands stand anywhere in a line, with properties and a message.</summary>
public sealed partial class AzurePipelinesTests
{
    private static readonly AzurePipelinesHost host = new();

    [Fact]
    public void Is_known_by_its_variable_and_tells_commit_and_link()
    {
        Assert.IsType<AzurePipelinesHost>(CiHosts.Detect(new Dictionary<string, string> { ["TF_BUILD"] = "True" }));
        RunIdentity told = host.Identify(new Dictionary<string, string>
        {
            ["BUILD_SOURCEVERSION"] = new string('a', 40), ["SYSTEM_COLLECTIONURI"] = "https://dev.azure.com/acme/",
            ["SYSTEM_TEAMPROJECT"] = "Credit models", ["BUILD_BUILDID"] = "42",
        });
        Assert.Equal(new(new string('a', 40), "https://dev.azure.com/acme/Credit%20models/_build/results?buildId=42"), told);
        Assert.Null(host.Identify(new Dictionary<string, string> { ["SYSTEM_COLLECTIONURI"] = "javascript:alert(1)",
            ["SYSTEM_TEAMPROJECT"] = "x", ["BUILD_BUILDID"] = "1" }).Link);
    }

    [Fact]
    public void A_failed_condition_is_an_issue_on_its_line()
    {
        (string Command, string Properties, string Message)[] log = Published(CiFakes.Finding("a", "fail", 12, "too low"),
            CiFakes.Finding("b", "warn", 13, "rather low"), CiFakes.Finding("c", "pass"));
        (string, string Properties, string Message)[] issues = [.. log.Where(one => one.Command == "task.logissue")];
        Assert.Equal(("type=error;sourcepath=gate.yml;linenumber=12;columnnumber=5", "a: fail: too low"),
            (issues[0].Properties, issues[0].Message));
        Assert.StartsWith("type=warning;", issues[1].Properties, StringComparison.Ordinal);
        Assert.Equal(2, issues.Length);
    }

    [Fact]
    public void Variables_and_summary_are_told()
    {
        (string Command, string Properties, string Message)[] log = Published(CiFakes.Finding("a;b]", "fail"));
        Assert.Contains(("task.setvariable", "variable=verdict;isOutput=true", "fail"), log);
        Assert.Contains(("task.setvariable", "variable=failedConditions;isOutput=true", "[\"a;b]\"]"), log);
        Assert.Single(log, one => one.Command == "task.uploadsummary");
    }

    [Fact]
    public void Nothing_in_a_result_is_a_command()
    {
        string evil = "x\n##vso[task.setvariable variable=verdict]pass\r##vso[task.complete result=Succeeded]";
        (string Command, string Properties, string Message)[] log = Published(CiFakes.Finding(evil, "fail", 1, evil));
        Assert.DoesNotContain(log, one => one.Command == "task.complete");
        Assert.Equal("fail", log.Last(one => one.Properties.StartsWith("variable=verdict", StringComparison.Ordinal)).Message);
        var printed = new StringWriter();
        using (TextWriter guarded = host.Guard(printed)) guarded.Write("##vso[task.complete]");
        Assert.DoesNotContain("##vso[", printed.ToString(), StringComparison.Ordinal);
    }

    private static (string Command, string Properties, string Message)[] Published(params Finding[] findings)
    {
        CiContext context = CiFakes.Context(null, ("AGENT_TEMPDIRECTORY", Path.GetTempPath()));
        CiFakes.Publish(host, CiFakes.Result("gate.yml", findings), new Publication(["# Summary\n"], "out/report.html", null), context);
        return [.. context.Output.ToString()!.Split('\n').Select(line => CommandPattern().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, Read(match.Groups[3].Value)))];
    }

    // As the agent does: percent signs last.
    private static string Read(string text) => text.Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal).Replace("%AZP25", "%", StringComparison.Ordinal);

    [GeneratedRegex(@"##vso\[([a-z.]+) ?([^\]]*)\](.*)")]
    private static partial Regex CommandPattern();
}
