using System.Text.Json.Nodes;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Remarks;

/// <summary>What stands in the way as SARIF 2.1.0 (OASIS), which code scanning reads: one rule a condition, on the policy's
/// lines.</summary>
public static class SarifReport
{
    /// <summary>The log with a final newline. Conditions that passed are not in it, so that an alert closes when its condition
    /// passes.</summary>
    /// <param name="result">The result.</param>
    public static string Render(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        IReadOnlyList<PolicyRemark> remarks = PolicyRemark.Of(result);
        string[] rules = [.. remarks.Select(remark => remark.Rule).Distinct(StringComparer.Ordinal)];
        return RemarkJson.Text(new JsonObject
        {
            ["version"] = "2.1.0",
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = new JsonObject
                {
                    ["name"] = "Gate",
                    ["version"] = result.Provenance.Gate,
                    ["rules"] = new JsonArray([.. rules.Select(rule => (JsonNode)Rule(remarks.First(remark => remark.Rule == rule)))]),
                } },
                ["automationDetails"] = new JsonObject { ["id"] = $"gate/{result.Policy.Name}/" },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. remarks.Select(remark => (JsonNode)Result(remark, Array.IndexOf(rules, remark.Rule)))]),
            }),
        });
    }

    private static JsonObject Rule(PolicyRemark remark) => new JsonObject
    {
        ["id"] = remark.Rule,
        ["shortDescription"] = new JsonObject { ["text"] = remark.Meaning },
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(remark) },
    };

    private static JsonObject Result(PolicyRemark remark, int rule)
    {
        var region = new JsonObject { ["startLine"] = remark.Line };
        if (remark.Column > 0) region["startColumn"] = remark.Column;
        return new JsonObject
        {
            ["ruleId"] = remark.Rule,
            ["ruleIndex"] = rule,
            ["level"] = Level(remark),
            ["message"] = new JsonObject { ["text"] = remark.Message },
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = new JsonObject
                { ["artifactLocation"] = new JsonObject { ["uri"] = remark.File }, ["region"] = region } }),
            ["partialFingerprints"] = new JsonObject { ["gateCondition/v1"] = remark.Fingerprint },
        };
    }

    private static string Level(PolicyRemark remark) => remark.IsError ? "error" : "warning";
}
