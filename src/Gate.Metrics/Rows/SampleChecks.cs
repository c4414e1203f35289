using System.Numerics.Tensors;
using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Rows;

/// <summary>Refuses samples that break the contract of <see cref="Sample"/>, before any of it is read as an index or a number.</summary>
internal static class SampleChecks
{
    public static void Check(Sample sample, Grouping grouping, Sample? baseline)
    {
        Check(sample, "the sample");
        Require(grouping.HasRows, "the grouping was made without rows; Grouping.Create makes one of rows");
        Require(grouping.Columns.Rows == sample.Rows, $"the grouping has {grouping.Columns.Rows} rows, the sample {sample.Rows}");
        if (baseline is null) return;
        Check(baseline, "the baseline");
        Require(baseline.Task == sample.Task && baseline.Rows == sample.Rows && baseline.Classes.SequenceEqual(sample.Classes),
            "the baseline has another task, other classes or another number of rows than the candidate");
        Require(Same(sample.Labels, baseline.Labels) && Same(sample.Targets, baseline.Targets) && Same(sample.Weights, baseline.Weights)
            && Same(sample.Features, baseline.Features), "the baseline has other labels, targets, weights or features than the candidate");
    }

    private static void Check(Sample sample, string what)
    {
        bool regression = sample.Task == TaskType.Regression;
        int classes = sample.Classes.Count, scoresPerRow = sample.Task == TaskType.MulticlassClassification ? classes : 1;
        Require(regression ? sample.Targets is not null : sample.Labels is not null, $"{what} has no true values");
        Require(regression || classes >= 2, $"{what} has fewer than two classes");
        Require(sample.Output is null || regression == sample.Output is NumberOutput,
            $"{what} has {(regression ? "the output of a classifier in a regression" : "numbers as the output of a classifier")}");
        Require(sample.Task != TaskType.BinaryClassification || classes == 2, $"{what} is binary with {classes} classes");
        Codes(sample.Labels, "labels");
        Codes(sample.Predictions, "predictions");
        Numbers(sample.Scores, (long)sample.Rows * scoresPerRow, "scores");
        Numbers(sample.Targets, sample.Rows, "targets");
        Numbers(sample.Estimates, sample.Rows, "estimates");
        Numbers(sample.Lower, sample.Rows, "lower ends of intervals");
        Numbers(sample.Upper, sample.Rows, "upper ends of intervals");
        Require((sample.Lower is null) == (sample.Upper is null), $"{what} has one end of its prediction intervals without the other");
        Numbers(sample.Weights, sample.Rows, "weights");
        Require(sample.Features is null || sample.Rows == 0 || sample.Features.Length % sample.Rows == 0,
            $"{what} has {sample.Features?.Length} features, not the same number for each of {sample.Rows} rows");
        Numbers(sample.Features, sample.Features?.Length ?? 0, "features");
        Require(sample.Weights is null || sample.Weights.Length == 0 || TensorPrimitives.Min<double>(sample.Weights) >= 0,
            $"{what} has a negative weight");

        void Codes(int[]? codes, string name)
        {
            if (codes is null) return;
            Require(codes.Length == sample.Rows, $"{what} has {codes.Length} {name} for {sample.Rows} rows");
            // The codes themselves are checked where they are read: CellGatherer.
            Require(codes.Length == 0 || classes > 0, $"{what} has {name} outside its classes");
        }

        void Numbers(double[]? numbers, long length, string name)
        {
            if (numbers is null) return;
            Require(numbers.Length == length, $"{what} has {numbers.Length} {name} where {length} are expected");
            Require(length == 0 || TensorPrimitives.IsFiniteAll<double>(numbers), $"{what} has {name} that are not finite numbers");
        }
    }

    private static bool Same<T>(T[]? one, T[]? other) where T : IEquatable<T> =>
        ReferenceEquals(one, other) || one.AsSpan().SequenceEqual(other);

    private static void Require(bool holds, string message)
    {
        if (!holds) throw new ArgumentException(message);
    }
}
