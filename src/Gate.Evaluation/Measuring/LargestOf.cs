using Gate.Metrics;

namespace Gate.Evaluation.Measuring;

/// <summary>The largest of several measured numbers.</summary>
internal static class LargestOf
{
    /// <summary>
    /// The largest number with an interval that holds for it. No more than the largest upper end is claimed of any, so that it needs no
    /// correction; the lower end is of the one that happened to be largest, and is corrected for how many could be (Bonferroni; as
    /// comparisons of groups, docs/decisions/0009).
    /// </summary>
    /// <param name="numbers">Each at a confidence; at least one, all defined.</param>
    /// <param name="choices">Of how many it was chosen.</param>
    /// <param name="confidence">Of the interval, which there is where each number has one.</param>
    /// <returns>Which it is, and its value.</returns>
    public static (int Index, Measurement Largest) Of(IReadOnlyList<Func<double, Measurement>> numbers, int choices, double confidence)
    {
        Measurement[] plain = [.. numbers.Select(number => number(confidence))];
        int largest = Enumerable.Range(0, plain.Length).MaxBy(i => plain[i].Value.Number);
        Measurement found = plain[largest];
        if (plain.Any(one => one.Interval is null)) return (largest, found with { Interval = null });
        double low = choices == 1 ? found.Interval!.Low
            : numbers.Max(number => number(1 - (1 - confidence) / choices).Interval?.Low ?? double.NegativeInfinity);
        return (largest, found with
        {
            Interval = found.Interval! with { Low = Math.Min(low, found.Value.Number), High = plain.Max(one => one.Interval!.High) },
        });
    }
}
