using static Gate.Bench.Coverage.Issue.IssueLines;

namespace Gate.Bench.Coverage.Issue;

/// <summary>Metrics of counts where a cell is nearly empty, and rates of rows that count differently.</summary>
internal static class CountLines
{
    public static IReadOnlyList<IssueLine> All { get; } =
    [
        Rates("balanced_accuracy", 20, 180, 0.9, 0.02, null, "86.5; 12.1 / 1.3"),
        Rates("balanced_accuracy", 20, 180, 0.85, 0.02, 0.95, "–; 14.9 / –"),
        Rates("balanced_accuracy", 12, 188, 0.85, 0.02, 0.95, "–; 14.9 / –"),
        Rates("balanced_accuracy", 100, 900, 0.98, 0.01, null, ""),
        Rates("f1", 20, 180, 0.9, 0.02, null, ""),
        Rates("f1", 20, 180, 0.9, 0.005, null, ""),
        Rates("matthews_corrcoef", 20, 180, 0.9, 0.02, null, ""),
        Weighted(300, "90.7; 4.1 / 5.3"),
        Weighted(1000, ""),
    ];

    /// <summary>Positives found with the probability <paramref name="recall"/>; labels are random with that share of positives.</summary>
    private static IssueLine Rates(string metric, int positives, int negatives, double recall, double falsePositiveRate, double? bound,
        string found)
    {
        int rows = positives + negatives;
        double p = (double)positives / rows, n = 1 - p;
        double truth = metric switch
        {
            "f1" => PairedLines.F1(p, n, recall, falsePositiveRate),
            "matthews_corrcoef" => Correlation(p * recall, n * falsePositiveRate, p * (1 - recall), n * (1 - falsePositiveRate)),
            _ => (recall + 1 - falsePositiveRate) / 2,
        };
        string at = bound is null ? "at the bound" : FormattableString.Invariant($"bound {bound}");
        return new IssueLine(FormattableString.Invariant($"{metric}, {100 * p:0} % positives of {rows} rows, recall {recall}, specificity ")
            + FormattableString.Invariant($"{1 - falsePositiveRate}, {at}"), found, truth, IsMinimum: true, random =>
            {
                int[] labels = random.Many(rows, (r, _) => r.Chance(p) ? 1 : 0);
                return MadeRows.Binary(labels, random.Many(rows, (r, i) => r.Chance(labels[i] == 1 ? recall : falsePositiveRate) ? 1 : 0));
            }, Overall(metric)) { Bound = bound };
    }

    private static double Correlation(double tp, double fp, double fn, double tn) =>
        (tp * tn - fp * fn) / Math.Sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));

    /// <summary>Nine rows in ten count 1 and are right at 90 %, the tenth counts 9 and is right at 60 %.</summary>
    private static IssueLine Weighted(int rows, string found) => new(
        FormattableString.Invariant($"accuracy, weights 1 and 9 by stratum with the rates 0.9 and 0.6, {rows} rows"), found,
        (0.9 * 1 * 0.9 + 0.1 * 9 * 0.6) / (0.9 * 1 + 0.1 * 9), IsMinimum: true, random =>
        {
            bool[] rare = random.Many(rows, (r, _) => r.Chance(0.1));
            int[] labels = random.Many(rows, (r, _) => r.Chance(0.4) ? 1 : 0);
            int[] predictions = random.Many(rows, (r, i) => r.Chance(rare[i] ? 0.6 : 0.9) ? labels[i] : 1 - labels[i]);
            return MadeRows.Binary(labels, predictions, weights: Array.ConvertAll(rare, is9 => is9 ? 9.0 : 1.0));
        }, Overall("accuracy"));
}
