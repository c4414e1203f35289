using Gate.Data.Randomness;
using static Gate.Bench.Coverage.Issue.IssueLines;

namespace Gate.Bench.Coverage.Issue;

/// <summary>Regressions from a baseline that nearly always says the same.</summary>
internal static class PairedLines
{
    public static IReadOnlyList<IssueLine> All { get; } =
    [
        Accuracy("50 rows, true loss 0.04 (lost 0.04, won 0), bound 0.02", 50, 0.04, 0, 0.02, "87.7; 11.2 / –"),
        Accuracy("50 rows, true loss 0.04 (lost 0.05, won 0.01), bound 0.02", 50, 0.05, 0.01, 0.02, ""),
        Accuracy("50 rows, true loss 0.05 (lost 0.05, won 0), at the bound", 50, 0.05, 0, null, "91.5; 7.3 / 1.2"),
        Accuracy("50 rows, true loss 0.05 (lost 0.06, won 0.01), at the bound", 50, 0.06, 0.01, null, ""),
        Accuracy("50 rows, true loss 0.05 (lost 0.15, won 0.10), at the bound", 50, 0.15, 0.10, null, ""),
        Accuracy("100 rows, true loss 0.01 (lost 0.01, won 0), bound 0", 100, 0.01, 0, 0, "–; 36 / –"),
        Accuracy("1000 rows, true loss 0.01 (lost 0.015, won 0.005), at the bound", 1000, 0.015, 0.005, null, ""),
        OfLabels("balanced_accuracy", 20, 180, 0.10, 0.02, "84.5; 12.5 / –"),
        OfLabels("balanced_accuracy", 100, 900, 0.02, null, "82.4; 17.1 / 0.6"),
        OfLabels("balanced_accuracy", 20, 180, 0.10, null, ""),
        OfLabels("f1", 20, 180, 0.10, 0.02, "84.7; 14.6 / –"),
        OfLabels("f1", 20, 180, 0.10, null, ""),
    ];

    /// <summary>Rows that only the baseline has right (lost), that only the candidate has right (won), that both have wrong (0.05), and
    /// the rest.</summary>
    private static IssueLine Accuracy(string name, int rows, double lost, double won, double? bound, string found) => new(
        $"max_regression of accuracy, {name}", found, lost - won, IsMinimum: false, random =>
        {
            int[] labels = random.Many(rows, (r, _) => r.Chance(0.4) ? 1 : 0), candidate = [.. labels], baseline = [.. labels];
            for (int i = 0; i < rows; i++)
            {
                double u = random.NextDouble();
                if (u < lost || (u >= lost + won && u < lost + won + 0.05)) candidate[i] = 1 - labels[i];
                if (u >= lost && u < lost + won + 0.05) baseline[i] = 1 - labels[i];
            }
            return MadeRows.Binary(labels, candidate, baseline: baseline);
        }, Regression("accuracy")) { Bound = bound };

    /// <summary>
    /// The baseline finds 9 of 10 positives, the candidate loses some of those it finds; of the negatives 2 % are wrong in both, and one in
    /// 200 in either alone.
    /// </summary>
    private static IssueLine OfLabels(string metric, int positives, int negatives, double lost, double? bound, string found)
    {
        const double Found = 0.9, Wrong = 0.02, Alone = 0.005;
        double truth = metric == "f1"
            ? F1(positives, negatives, Found, Wrong + Alone) - F1(positives, negatives, Found - lost, Wrong + Alone) : lost / 2;
        string at = bound is null ? "at the bound" : FormattableString.Invariant($"bound {bound}");
        return new IssueLine(
            FormattableString.Invariant($"max_regression of {metric}, {positives} positives of {positives + negatives}, recall {Found} → ")
            + FormattableString.Invariant($"{Found - lost:0.##}, {at}"), found, truth, IsMinimum: false, Draw, Regression(metric))
        { Bound = bound };

        DrawnSet Draw(SplitMix64 random)
        {
            int[] labels = [.. Enumerable.Range(0, positives + negatives).Select(i => i < positives ? 1 : 0)];
            int[] candidate = new int[labels.Length], baseline = new int[labels.Length];
            for (int i = 0; i < labels.Length; i++)
            {
                double u = random.NextDouble();
                baseline[i] = labels[i] == 1 ? u < Found ? 1 : 0 : u < Wrong + Alone ? 1 : 0;
                candidate[i] = labels[i] == 1 ? u < Found - lost ? 1 : 0
                    : u < Wrong || (u >= Wrong + Alone && u < Wrong + 2 * Alone) ? 1 : 0;
            }
            return MadeRows.Binary(labels, candidate, baseline: baseline);
        }
    }

    /// <summary>F1 of expected counts: the value of the law, not of a sample.</summary>
    internal static double F1(double positives, double negatives, double recall, double falsePositiveRate) =>
        2 * positives * recall / (positives * (1 + recall) + negatives * falsePositiveRate);
}
