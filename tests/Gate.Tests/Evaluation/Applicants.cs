using System.Globalization;

namespace Gate.Tests.Evaluation;

/// <summary>
/// Rows of applicants in groups <c>a</c>, <c>b</c> and <c>c</c> and a tiny group <c>d</c>, each at the desks <c>north</c> and <c>south</c>:
/// label <c>y</c>, the candidate's <c>p</c> with its score <c>s</c>, the baseline's <c>q</c> with its score <c>t</c>. Whole tens of
/// rows, so that every rate can be worked out from the table below.
/// </summary>
internal static class Applicants
{
    /// <summary>Of every ten rows: positive ones, those where the candidate is right, those where the baseline is.</summary>
    private static readonly (string Group, string Desk, int Rows, int Positive, int Right, int BaselineRight)[] table =
    [
        ("a", "north", 120, 6, 8, 9), ("a", "south", 80, 5, 9, 8),
        ("b", "north", 90, 4, 7, 9), ("b", "south", 60, 5, 9, 9),
        ("c", "north", 60, 5, 9, 7), ("c", "south", 40, 3, 8, 6),
        ("d", "north", 10, 5, 0, 10), ("d", "south", 2, 5, 10, 10),
    ];

    public static string Csv { get; } = "g,desk,y,p,s,q,t\n"
        + string.Concat(table.SelectMany(part => Enumerable.Range(0, part.Rows).Select(i =>
    {
        bool positive = i % 10 < part.Positive;
        bool candidate = i * 7 % 10 < part.Right ? positive : !positive, baseline = i * 3 % 10 < part.BaselineRight ? positive : !positive;
        double Score(bool said) => said ? 0.95 - (i % 8 * 0.05) : 0.05 + (i % 8 * 0.05);
        return string.Create(CultureInfo.InvariantCulture, $"{part.Group},{part.Desk},{(positive ? 1 : 0)},{(candidate ? 1 : 0)},")
            + string.Create(CultureInfo.InvariantCulture, $"{Score(candidate):0.00},{(baseline ? 1 : 0)},{Score(baseline):0.00}\n");
    })));

    /// <summary>A policy over them.</summary>
    /// <param name="conditions">Flow mappings, one a condition.</param>
    /// <param name="more">Further keys of the policy.</param>
    /// <param name="data">Further keys of its data.</param>
    public static TestRun Run(IEnumerable<string> conditions, string more = "", string data = "sensitive: [g]") => new($$"""
        version: 1
        name: applicants
        task: binary_classification
        data: { source: d.csv, label: y, {{data}} }
        model: { predictions: { prediction: p, score: s } }
        baseline: { predictions: { prediction: q, score: t } }
        {{more}}
        conditions:
        {{string.Join('\n', conditions.Select(condition => "- " + condition))}}
        """, ("d.csv", Csv));
}
