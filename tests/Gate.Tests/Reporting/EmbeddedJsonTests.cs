using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Evaluation.Results;
using Gate.Reporting.Text;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class EmbeddedJsonTests
{
    [Fact]
    public void White_space_goes_and_the_value_stays()
    {
        string text = new JsonObject { ["a b"] = " \"x\\ \" \\\\", ["c"] = new JsonArray(1.5, null, " ") }
            .ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        string compact = Encoding.UTF8.GetString(EmbeddedJson.Compact(Encoding.UTF8.GetBytes(text)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(compact)));
        Assert.DoesNotContain("\n", compact);
        Assert.DoesNotContain(": ", compact);
    }

    [Fact]
    public void Markup_and_line_separators_are_written_as_escapes()
    {
        GateResult result = SampleResults.Minimal() with { Headline = "</script> & <!-- \u2028\u2029 é" };
        string json = Encoding.UTF8.GetString(EmbeddedJson.Of(result));
        Assert.Contains("\"headline\":\"\\u003C/script\\u003E \\u0026 \\u003C!-- \\u2028\\u2029 \\u00E9\"", json);
        Assert.All(json, c => Assert.InRange(c, ' ', '~'));
        Assert.Equal(result.Headline, (string)JsonNode.Parse(json)!["headline"]!);
    }
}
