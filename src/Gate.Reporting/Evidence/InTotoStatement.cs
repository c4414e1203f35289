using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Evidence;

/// <summary>A result as an in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md): what was judged by
/// digest, and the verdict as the predicate.</summary>
public static class InTotoStatement
{
    /// <summary>The type of the predicate.</summary>
    public const string PredicateType = "urn:gate:verdict:v1";

    private const string StatementType = "https://in-toto.io/Statement/v1", Prefix = "sha256:";

    private static readonly JsonSerializerOptions indented = new()
        { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <summary>The statement as JSON with a final newline: subjects are models, data and policies.</summary>
    /// <param name="result">The result.</param>
    public static string Write(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Text(new JsonObject
        {
            ["_type"] = StatementType,
            ["subject"] = new JsonArray([.. result.Provenance.Digests.Select(digest => (JsonNode)Subject(digest))]),
            ["predicateType"] = PredicateType,
            ["predicate"] = PredicateOf(result),
        });
    }

    /// <summary>The predicate alone, as an attesting action takes it.</summary>
    /// <param name="result">The result.</param>
    public static string Predicate(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Text(PredicateOf(result));
    }

    private static JsonObject PredicateOf(GateResult result) => new()
    {
        ["verdict"] = result.Verdict.Word(),
        ["headline"] = result.Headline,
        ["policy"] = new JsonObject { ["name"] = result.Policy.Name, ["path"] = result.Policy.Path,
            ["overrides"] = new JsonArray([.. result.Policy.Overrides.Select(text => (JsonNode)text)]) },
        ["gate"] = result.Provenance.Gate,
        ["identity"] = result.Provenance.Identity?.Sha256,
        ["test_rows"] = result.Provenance.Identity?.TestRows,
        ["commit"] = result.Run?.Commit,
        ["started"] = result.Run?.Started,
        ["conditions"] = new JsonArray([.. result.Findings.Select(finding => (JsonNode)Condition(finding))]),
        ["waivers"] = new JsonArray([.. result.Waivers.Select(waiver => (JsonNode)new JsonObject { ["condition"] = waiver.Condition,
            ["owner"] = waiver.Owner, ["expires"] = waiver.Expires, ["state"] = waiver.State })]),
        ["loosened"] = result.PolicyChange is null ? null
            : new JsonArray([.. result.PolicyChange.Loosened().Select(change => (JsonNode)change.Path)]),
    };

    private static JsonObject Condition(Finding finding) => new JsonObject
    {
        ["id"] = finding.Id,
        ["metric"] = finding.Metric,
        ["verdict"] = finding.Verdict.Word(),
        ["level"] = finding.Level,
        ["estimate"] = finding.Estimate,
        ["interval"] = finding.Interval is { } interval ? new JsonArray(interval.Low, interval.High) : null,
        ["min"] = finding.Bound?.Min,
        ["max"] = finding.Bound?.Max,
        ["max_regression"] = finding.Bound?.MaxRegression,
        ["max_relative_regression"] = finding.Bound?.MaxRelativeRegression,
        ["rows"] = finding.Rows,
    };

    private static JsonObject Subject(NamedDigest digest) => new JsonObject
    {
        ["name"] = digest.Bytes is null ? $"{digest.Role}: {digest.Name}" : digest.Name,
        ["digest"] = new JsonObject { ["sha256"] = digest.Sha256[Prefix.Length..] },
        ["annotations"] = new JsonObject { ["role"] = digest.Role },
    };

    private static string Text(JsonObject json) => json.ToJsonString(indented) + "\n";
}
