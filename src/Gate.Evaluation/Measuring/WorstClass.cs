using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring;

/// <summary>What was measured of each of several classes, where the condition names none: that of the worst.</summary>
internal static class WorstClass
{
    /// <summary>The evidence of the worst class, with an interval that holds for the choice; that of the first undefined one where there is
    /// one.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="classes">The evidence of each class; at least one.</param>
    /// <param name="names">Their names.</param>
    /// <param name="subject">What is measured, in words.</param>
    /// <param name="isLargest">Whether the largest value is the worst; else the smallest.</param>
    public static Evidence Of(ConditionSpec condition, Evidence[] classes, IReadOnlyList<string> names, string subject, bool isLargest)
    {
        if (classes.FirstOrDefault(one => !one.Measured.Value.IsDefined) is { } without) return without;
        Func<double, Measurement>[] numbers = [.. classes.Select(one => one.Parts[0].At)];
        if (!isLargest) numbers = Array.ConvertAll<Func<double, Measurement>, Func<double, Measurement>>(numbers,
            number => confidence => Negated(number(confidence)));
        Measurement Value(double confidence)
        {
            Measurement largest = LargestOf.Of(numbers, numbers.Length, confidence).Largest;
            return isLargest ? largest : Negated(largest);
        }
        Measurement Regression(RegressionScale scale, double confidence) =>
            new(MetricValue.Missing("another class may be the worst of the baseline; name the class to compare with it"), null);
        int worst = LargestOf.Of(numbers, numbers.Length, condition.Confidence).Index;
        return classes[worst] with
        {
            Subject = $"{subject} (of {names[worst]}, the worst of {NumberText.Count(names.Count)} classes)",
            Parts = EvidencePart.Of(condition, Value, Regression),
            Baseline = null,
        };
    }

    private static Measurement Negated(Measurement measured) => measured with
    {
        Value = MetricValue.Of(-measured.Value.Number),
        Interval = measured.Interval is { } interval ? interval with { Low = -interval.High, High = -interval.Low } : null,
    };
}
