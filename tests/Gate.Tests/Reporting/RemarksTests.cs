using System.Text.Json;
using Gate.Evaluation.Results;
using Gate.Reporting.Remarks;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

/// <summary>Remarks on the policy's lines, for code scanners: SARIF 2.1.0 and GitLab's code quality.</summary>
public sealed class RemarksTests
{
    private static readonly GateResult sample = SampleResults.Mortgage();

    private static Finding[] Open(GateResult result) =>
        [.. result.Findings.Where(finding => finding.Verdict is Verdict.Fail or Verdict.Inconclusive or Verdict.Warn)];

    [Fact]
    public void Sarif_has_one_rule_a_condition_and_a_result_on_its_line()
    {
        using JsonDocument log = JsonDocument.Parse(SarifReport.Render(sample));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        JsonElement run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Finding[] open = Open(sample);
        Assert.NotEmpty(open);
        Assert.Equal(open.Select(finding => finding.Id), results.Select(result => result.GetProperty("ruleId").GetString()));
        foreach ((Finding finding, JsonElement result) in open.Zip(results))
        {
            Assert.Equal(finding.Id, rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Equal(finding.Verdict == Verdict.Warn ? "warning" : "error", result.GetProperty("level").GetString());
            JsonElement place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.Equal(finding.Line, place.GetProperty("region").GetProperty("startLine").GetInt32());
        }
    }

    [SkippableFact]
    public void Sarif_keeps_to_the_published_schema()
    {
        GateResult loosened = sample with { PolicyChange = new("gate.yml", "forbid", [new("conditions.a.min", "looser", "a lower bound",
            false, new(3, "0.8", null), new(4, "0.7", null))]) };
        foreach (GateResult result in new[] { sample, loosened, sample with { Findings = [] } })
            Assert.Equal("", SarifSchema.Against(SarifReport.Render(result)));
        // The schema itself is asked, and says no to what is none.
        Assert.Contains("level", SarifSchema.Against(SarifReport.Render(sample).Replace("\"level\": \"error\"", "\"level\": \"grave\"",
            StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprints_stay_when_lines_and_findings_change_and_differ_between_conditions()
    {
        GateResult moved = sample with { Findings = [.. sample.Findings.Select(finding =>
            finding with { Line = finding.Line + 7, Sentence = "another sentence" })] };
        Assert.Equal(Fingerprints(sample), Fingerprints(moved));
        Assert.Equal(Fingerprints(sample).Length, Fingerprints(sample).Distinct().Count());
        Assert.Empty(Fingerprints(sample).Intersect(Fingerprints(sample with { Policy = sample.Policy with { Name = "another" } })));

        static string[] Fingerprints(GateResult result) => [.. JsonDocument.Parse(CodeQualityReport.Render(result)).RootElement
            .EnumerateArray().Select(remark => remark.GetProperty("fingerprint").GetString()!)];
    }

    [Fact]
    public void Code_quality_is_an_array_that_GitLab_takes()
    {
        using JsonDocument report = JsonDocument.Parse(CodeQualityReport.Render(sample));
        foreach (JsonElement remark in report.RootElement.EnumerateArray())
        {
            foreach (string name in (string[])["description", "check_name", "fingerprint"])
                Assert.NotEqual("", remark.GetProperty(name).GetString());
            Assert.Contains(remark.GetProperty("severity").GetString(), (string[])["critical", "minor"]);
            Assert.True(remark.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() >= 1);
        }
        Assert.Equal(Open(sample).Length, report.RootElement.GetArrayLength());
        Assert.Equal('[', CodeQualityReport.Render(sample)[0]);
    }

    [Theory]
    [InlineData("models/a b.yml", "models/a%20b.yml")]
    [InlineData("./gate.yml", "gate.yml")]
    [InlineData("/tmp/secret/gate.yml", "gate.yml")]
    [InlineData("../../gate.yml", "gate.yml")]
    [InlineData("C:/work/gate.yml", "gate.yml")]
    [InlineData("javascript:alert(1)", "javascript%3Aalert%281%29")]
    public void A_policys_path_is_an_address_inside_the_repository(string path, string address) =>
        Assert.All(PolicyRemark.Of(sample with { Policy = sample.Policy with { Path = path } }),
            remark => Assert.Equal(address, remark.File));

    [Fact]
    public void A_change_that_loosens_the_policy_is_a_remark_on_the_proposed_ones_line()
    {
        GateResult changed = sample with
        {
            Findings = [],
            PolicyChange = new("gate.yml", "forbid",
            [
                new("seed", "neutral", "so", false, null, null),
                new("conditions.a.min", "looser", "a lower bound", false, new(3, "0.8", null), new(4, "0.7", null)),
            ]),
        };
        PolicyRemark remark = Assert.Single(PolicyRemark.Of(changed));
        Assert.Equal(("policy/conditions.a.min", true, 4), (remark.Rule, remark.IsError, remark.Line));
        Assert.Empty(PolicyRemark.Of(changed with { PolicyChange = changed.PolicyChange! with { Loosening = "allow" } }));
    }
}
