using System.Text.Json.Nodes;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Remarks;

/// <summary>What stands in the way as GitLab's code quality report: a merge request shows what came and what went, by
/// fingerprint.</summary>
public static class CodeQualityReport
{
    /// <summary>The array with a final newline and no mark of the byte order, which GitLab does not take.</summary>
    /// <param name="result">The result.</param>
    public static string Render(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return RemarkJson.Text(new JsonArray([.. PolicyRemark.Of(result).Select(remark => (JsonNode)new JsonObject
        {
            ["description"] = remark.Message,
            ["check_name"] = remark.Rule,
            ["fingerprint"] = remark.Fingerprint,
            ["severity"] = remark.IsError ? "critical" : "minor",
            ["location"] = new JsonObject { ["path"] = Uri.UnescapeDataString(remark.File),
                ["lines"] = new JsonObject { ["begin"] = remark.Line } },
        })]));
    }
}
