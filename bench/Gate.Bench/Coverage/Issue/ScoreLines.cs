using Gate.Data.Numerics;
using Gate.Data.Randomness;
using static Gate.Bench.Coverage.Issue.IssueLines;

namespace Gate.Bench.Coverage.Issue;

/// <summary>Areas near their edge or with weights, and metrics of calibration that noise can only raise.</summary>
internal static class ScoreLines
{
    public static IReadOnlyList<IssueLine> All { get; } =
    [
        Area(0.95, 30, 300, "92.7; 5.3 / 2"),
        Area(0.98, 30, 300, "86.9; 10.8 / 2"),
        Area(0.85, 10, 100, "92.0; 5.8 / 2"),
        Area(0.95, 10, 100, "85.5; 12.1 / 2"),
        Area(0.98, 10, 20, ""),
        Area(0.85, 200, 1000, ""),
        WeightedArea(1.0, "92.9; 5.3 / 2–4"),
        WeightedArea(1.5, "89.6; 7.6 / 2–4"),
        WeightedArea(2.0, "87.1; 9.0 / 2–4"),
        Calibrated("expected_calibration_error", 1000, null, "0; – / 1.2"),
        Calibrated("expected_calibration_error", 200, null, ""),
        Calibrated("expected_calibration_error_quantile", 1000, null, ""),
        Calibrated("maximum_calibration_error", 1000, null, ""),
        Calibrated("maximum_calibration_error", 1000, 0.1, "–; – / 41", Low),
        Overconfident("expected_calibration_error", 1000),
        Ks(0.5, 300, "42–51; 2 / 8–10"),
        Ks(0.8, 300, "88–91; 8–10 / –"),
        Ks(0.8, 1000, ""),
    ];

    /// <summary>How far apart two normal laws are for an area under the ROC curve.</summary>
    public static double Shift(double area) => Math.Sqrt(2) * NormalLaw.OfTail(1 - area);

    private static double[] Scores(SplitMix64 random, int[] labels, double area)
    {
        double shift = Shift(area);
        return random.Many(labels.Length, (r, i) => r.Normal() + shift * labels[i]);
    }

    private static IssueLine Area(double area, int positives, int rows, string found) => new(
        FormattableString.Invariant($"roc_auc {area:0.00}, {positives} positives of {rows} rows"), found, area, IsMinimum: true, random =>
        {
            int[] labels = [.. Enumerable.Range(0, rows).Select(i => i < positives ? 1 : 0)];
            return MadeRows.Binary(labels, null, Scores(random, labels, area));
        }, Overall("roc_auc"));

    private static IssueLine WeightedArea(double deviation, string found) => new(
        FormattableString.Invariant($"roc_auc 0.85, log-normal weights of sd {deviation:0.0}, 40 % of 500 rows positive"), found, 0.85,
        IsMinimum: true, random =>
        {
            int[] labels = random.Many(500, (r, _) => r.Chance(0.4) ? 1 : 0);
            double[] scores = Scores(random, labels, 0.85);
            return MadeRows.Binary(labels, null, scores, random.Many(500, (r, _) => Portable.Exp(deviation * r.Normal())));
        }, Overall("roc_auc"));

    /// <summary>Scores that are the probabilities themselves: spread evenly, or as they are asked for.</summary>
    private static IssueLine Calibrated(string metric, int rows, double? bound, string found, Func<SplitMix64, double>? score = null) =>
        new(FormattableString.Invariant($"{metric} of a calibrated model{(score is null ? "" : " with few high scores")}, {rows} rows")
        + (bound is null ? "" : FormattableString.Invariant($", bound {bound}")), found, 0, IsMinimum: false,
        random => Probabilities(random, rows, static p => p, score: score), Overall(metric)) { Bound = bound };

    /// <summary>Scores most of which are low: the bins at the top have a row or two in a hundred.</summary>
    internal static double Low(SplitMix64 random) => 1 / (1 + Portable.Exp(1.5 - 1.2 * random.Normal()));

    /// <summary>Probabilities are half as far from 0.5 as the scores say: the gap of a bin is half the mean distance of its scores from
    /// 0.5, on average an eighth.</summary>
    private static IssueLine Overconfident(string metric, int rows) => new(
        FormattableString.Invariant($"{metric} of an overconfident model, {rows} rows"), "", 0.125, IsMinimum: false,
        random => Probabilities(random, rows, static score => 0.5 + (score - 0.5) / 2), Overall(metric));

    internal static DrawnSet Probabilities(SplitMix64 random, int rows, Func<double, double> probability, int groups = 1,
        Func<SplitMix64, double>? score = null)
    {
        double[] scores = random.Many(rows, (r, _) => score is null ? r.Open() : score(r));
        return MadeRows.Binary(random.Many(rows, (r, i) => r.Chance(probability(scores[i])) ? 1 : 0), null, scores, groups: groups);
    }

    /// <summary>Of two normal laws apart by d the lead is largest in the middle: 2 Φ(d / 2) − 1.</summary>
    private static IssueLine Ks(double area, int rows, string found) => new(
        FormattableString.Invariant($"ks_statistic at roc_auc {area:0.0}, {rows} rows"), found,
        1 - 2 * NormalLaw.Tail(Shift(area) / 2), IsMinimum: true, random =>
        {
            int[] labels = random.Many(rows, (r, _) => r.Chance(0.4) ? 1 : 0);
            return MadeRows.Binary(labels, null, Scores(random, labels, area));
        }, Overall("ks_statistic"));
}
