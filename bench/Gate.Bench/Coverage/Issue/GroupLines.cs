using Gate.Metrics;
using static Gate.Bench.Coverage.Issue.IssueLines;

namespace Gate.Bench.Coverage.Issue;

/// <summary>The lowest and the highest of ten equal groups, and calibration within groups.</summary>
internal static class GroupLines
{
    public static IReadOnlyList<IssueLine> All { get; } =
    [
        Equal("accuracy", 0.8, CompareKind.GroupMin, 10, 100, ""),
        Equal("accuracy", 0.8, CompareKind.GroupMin, 10, 200, "92.2; 0 / 7.8"),
        Equal("accuracy", 0.95, CompareKind.GroupMin, 10, 50, "92.2; 0 / 7.8"),
        Equal("accuracy", 0.8, CompareKind.GroupMax, 10, 200, ""),
        Equal("zero_one_loss", 0.8, CompareKind.GroupMax, 10, 200, ""),
        Equal("accuracy", 0.8, CompareKind.Difference, 5, 200, ""),
        new("expected_calibration_error_group_max of four calibrated groups of 250 rows", "", 0, IsMinimum: false,
            random => ScoreLines.Probabilities(random, 1000, static score => score, groups: 4),
            Compare("expected_calibration_error", CompareKind.GroupMax)),
        new("maximum_calibration_error_group_max of two calibrated groups of 500 rows, bound 0.1", "–; – / 15", 0, IsMinimum: false,
            random => ScoreLines.Probabilities(random, 1000, static score => score, groups: 2),
            Compare("maximum_calibration_error", CompareKind.GroupMax)) { Bound = 0.1 },
    ];

    private static IssueLine Equal(string metric, double right, CompareKind kind, int groups, int rowsEach, string found)
    {
        double truth = kind == CompareKind.Difference ? 0 : metric == "accuracy" ? right : 1 - right;
        return new IssueLine(
            FormattableString.Invariant($"{metric}, {Words(kind)} of {groups} groups of {rowsEach} rows, all {truth:0.##}"), found, truth,
            metric == "accuracy" && kind != CompareKind.Difference, random =>
            {
                int[] labels = random.Many(groups * rowsEach, (r, _) => r.Chance(0.4) ? 1 : 0);
                return MadeRows.Binary(labels, random.Many(labels.Length, (r, i) => r.Chance(right) ? labels[i] : 1 - labels[i]),
                    groups: groups);
            }, Compare(metric, kind));
    }

    private static string Words(CompareKind kind) =>
        kind switch { CompareKind.GroupMin => "group_min", CompareKind.GroupMax => "group_max", _ => "difference" };
}
