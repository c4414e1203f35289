using System.Text.Json.Nodes;
using Gate.Reporting.Html;

namespace Gate.Tests.Reporting;

public class EmbeddedJsonTests
{
    [Fact]
    public void Markup_and_line_separators_are_written_as_escapes() =>
        Assert.Equal("{\"a\":\"\\u003C/script\\u003E \\u0026 \\u003C!-- \\u2028\\u2029\"}",
            EmbeddedJson.Escape("{\"a\":\"</script> & <!-- \u2028\u2029\"}"));

    [Fact]
    public void Escaping_does_not_change_the_value()
    {
        string json = new JsonObject { ["a"] = "<&>\u2028\\\"é" }.ToJsonString();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(EmbeddedJson.Escape(json))));
    }
}
