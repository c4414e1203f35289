using Gate.Evaluation.Results;

namespace Gate.Tests.Reporting.Samples;

/// <summary>Curves of two logistic score distributions, in closed form.</summary>
internal static class SampleCurves
{
    internal static double[] Edges { get; } = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)];

    internal static CurveSet Set(string label, long count, double shift)
    {
        double[] thresholds = [.. Enumerable.Range(0, 41).Select(i => 6 - 0.3 * i)];
        double[][] roc = [[0, 0], .. thresholds.Select(t => new[] { Share(t, -shift), Share(t, shift) }), [1, 1]];
        double[][] precisionRecall =
            [.. thresholds.Select(
            t => new[] { Share(t, shift), 0.8 * Share(t, shift) / (0.8 * Share(t, shift) + 0.2 * Share(t, -shift)) })];
        double[][] calibration =
            [.. Enumerable.Range(0, 10).Select(b => (b + 0.5) / 10)
            .Select(score => new[] { score, Math.Pow(score, 1.1 + 0.1 * shift), Math.Pow(score, 1.1 + 0.1 * shift) * 0.9,
            Math.Min(1, Math.Pow(score, 1.1 + 0.1 * shift) * 1.08), count / 10 })];
        double[] weights = [.. Edges.SkipLast(1).Select(e => 0.2 + Math.Pow(e + 0.02, 1 + shift))];
        return new CurveSet(label, count, roc, precisionRecall, calibration, [.. weights.Select(w => w / weights.Sum())]);
    }

    private static double Share(double threshold, double shift) => Math.Round(1 / (1 + Math.Exp(threshold - shift)), 6);
}
