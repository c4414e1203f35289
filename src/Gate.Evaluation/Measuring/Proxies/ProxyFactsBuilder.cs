using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Proxies;

/// <summary>How well each column, and all together, tell the groups of one sensitive column.</summary>
internal static class ProxyFactsBuilder
{
    // Each column is fitted ten times; beyond so many only all together are.
    private const int MostColumns = 100;

    public static ProxyFacts? Build(string by, ProxyRows rows, RunContext run)
    {
        PolicyDocument policy = run.Inputs.Policy;
        string?[] excluded = rows.Excluded(policy.Evidence);
        if (excluded.All(reason => reason is not null)) return null;
        string[] single = rows.Features.Length > MostColumns ? [] : rows.Features;
        if (rows.Problem([], [rows.Features, .. single.Select(feature => (string[])[feature])]) is not null) return null;
        string? itself = policy.Data.Sensitive.FirstOrDefault(sensitive => sensitive.As == by)?.Column;
        ProxyFact Fact(string? name, IReadOnlyList<string> set)
        {
            (Measurement best, int? group) = rows.Best(set, excluded, policy.Confidence);
            return new(name, best.Value.NumberOrNull, best.Interval.ToFact(),
                group is int at ? GroupEvidence.Label(rows.Grouping.Groups[at]) : null, name is not null && name == itself);
        }
        return new(by, rows.Rows, Explain.Proxies.ProxyScores.FoldCount, Fact(null, rows.Features),
            [.. single.Select(feature => Fact(feature, [feature])).OrderByDescending(fact => fact.Auc ?? 0)]);
    }
}
