using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Evaluation.Results;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Evaluation.Results;

/// <summary>A result that contradicts itself, or that no run writes, is refused: a report of it would be believed.</summary>
public class ReadingResultsTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        string json = ResultJson.Write(SampleResults.Mortgage());
        Assert.Equal(json, ResultJson.Write(ResultJson.Read(json)));
        Assert.DoesNotContain("\r", json);
        Assert.EndsWith("}\n", json);
    }

    /// <summary>Lists that came later are empty in results of versions that did not tell them.</summary>
    [Fact]
    public void A_list_that_an_older_version_did_not_write_is_empty()
    {
        JsonNode older = JsonNode.Parse(ResultJson.Write(SampleResults.Minimal()))!;
        Assert.True(older.AsObject().Remove("proxies"));
        Assert.Empty(ResultJson.Read(older.ToJsonString()).Proxies);
    }

    [Theory]
    [InlineData("fail", "pass", "its verdict is 'pass', but its findings give 'fail'")]
    [InlineData("fail", "inconclusive", "its verdict is 'inconclusive', but its findings give 'fail'")]
    [InlineData("fail", "inform", "its verdict is 'inform', but its findings give 'fail'")]
    [InlineData("fail", "quite pass", "'quite pass' is no verdict; there are fail, inconclusive, warn, pass, inform")]
    [InlineData("fail", "FAIL", "'FAIL' is no verdict")]
    public void The_verdict_follows_from_the_findings(string was, string verdict, string message) =>
        Assert.Contains(message, Refused(result =>
        {
            Assert.Equal(was, (string)result["verdict"]!);
            result["verdict"] = verdict;
        }));

    [Fact]
    public void A_verdict_is_no_number() => Assert.Contains("is no verdict", Refused(result => result["verdict"] = 3));

    [Theory]
    [InlineData("pass", 9)]
    [InlineData("fail", 0)]
    [InlineData("inform", 2)]
    public void The_counts_are_those_of_the_findings(string verdict, int count) =>
        Assert.Contains("but its findings give", Refused(result => result["counts"]![verdict] = count));

    [Theory]
    [InlineData(2, "pass", "violates its bound")]
    [InlineData(2, "warn", "violates its bound")]
    [InlineData(0, "fail", "satisfies its bound")]
    [InlineData(0, "inform", "has the level 'enforce'")]
    [InlineData(8, "pass", "is only reported")]
    public void A_findings_verdict_follows_from_its_outcome(int finding, string verdict, string message) =>
        Assert.Contains(message, Refused(result =>
        {
            JsonNode edited = result["findings"]![finding]!, counts = result["counts"]!;
            string was = (string)edited["verdict"]!;
            edited["verdict"] = verdict;
            counts[was] = (int)counts[was]! - 1;
            counts[verdict] = (int)counts[verdict]! + 1;
        }));

    [Fact]
    public void A_waived_violation_is_a_warning() =>
        Assert.Contains("violates its bound", Refused(result => result["findings"]![5]!["waived_by"] = null));

    [Theory]
    [InlineData("id")]
    [InlineData("metric")]
    [InlineData("sentence")]
    [InlineData("groups")]
    [InlineData("by")]
    [InlineData("outcome")]
    [InlineData("level")]
    public void A_member_of_a_finding_is_not_null(string member) =>
        Refused(result => result["findings"]![2]![member] = null);

    [Theory]
    [InlineData("id")]
    [InlineData("sentence")]
    [InlineData("verdict")]
    [InlineData("rows")]
    [InlineData("level")]
    [InlineData("decide_on")]
    public void A_required_member_of_a_finding_is_there(string member) =>
        Refused(result => result["findings"]![2]!.AsObject().Remove(member));

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public void A_number_that_no_double_holds_is_refused(string number)
    {
        string json = ResultJson.Write(SampleResults.Mortgage());
        Assert.Contains("0.7149", json);
        var error = Assert.Throws<JsonException>(() => ResultJson.Read(json.Replace("0.7149", number)));
        Assert.Contains("too large", error.Message);
    }

    private static string Refused(Action<JsonNode> edit)
    {
        JsonNode result = JsonNode.Parse(ResultJson.Write(SampleResults.Mortgage()))!;
        edit(result);
        return Assert.Throws<JsonException>(() => ResultJson.Read(result.ToJsonString())).Message;
    }
}
