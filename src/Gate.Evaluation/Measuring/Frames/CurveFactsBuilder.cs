using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Metrics.Curves;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>The curves of the report: overall, and by group of each single sensitive column.</summary>
internal static class CurveFactsBuilder
{
    private const int HistogramBins = 20;

    public static CurveFacts? Build(Sample sample, FrameCache frames, PolicyDocument policy)
    {
        double[]? values = (sample.Truth.Task, sample.Output) switch
        {
            (TaskType.BinaryClassification, ClassOutput said) => said.Scores,
            (_, NumberOutput said) => said.Values,
            _ => null,
        };
        if (values is null || values.Length == 0) return null;
        double[] edges = Edges(sample, values);
        CurveSet all = Set(sample, values, edges, "all rows", null);
        var groups = ShownGroups.Of(frames, policy, (label, rows) => Set(sample, values, edges, label, rows));
        return new(all, [.. groups.Select(shown => new GroupCurves(shown.By, shown.Groups))], edges);
    }

    private static CurveSet Set(Sample sample, double[] values, double[] edges, string label, int[]? rows)
    {
        bool binary = sample.Truth.Task == TaskType.BinaryClassification;
        bool probabilities = binary && edges[0] == 0 && edges[^1] == 1;
        (IReadOnlyList<RocPoint> roc, IReadOnlyList<PrecisionRecallPoint> precision) = binary
            ? ScoreCurves.RocAndPrecisionRecall(sample, rows) : ([], []);
        return new(label, rows?.Length ?? sample.Rows,
            [.. roc.Select(p => new[] { Round(p.FalsePositiveRate), Round(p.TruePositiveRate) })],
            [.. precision.Select(p => new[] { Round(p.Recall), Round(p.Precision) })],
            probabilities
                ? [.. ScoreCurves.Calibration(sample, rows)
                .Select(b => new[] { Round(b.MeanScore), Round(b.FractionPositive), Round(b.Low), Round(b.High), b.Count })] : [],
            [.. ScoreCurves.Histogram(values, sample.Truth.Weights, rows, edges).Select(Round)]);
    }

    private static double[] Edges(Sample sample, double[] values)
    {
        (double low, double high) = (values.Min(), values.Max());
        if (sample.Truth.Task == TaskType.BinaryClassification && low >= 0 && high <= 1) (low, high) = (0, 1);
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var edges = new double[HistogramBins + 1];
        for (int i = 0; i <= HistogramBins; i++) edges[i] = low + ((high - low) * i / HistogramBins);
        edges[^1] = high;
        return edges;
    }

    // Points of a drawing need no more than this, and the report stays small.
    private static double Round(double value) => Math.Round(value, 5);
}
