namespace Gate.Evaluation.Results;

/// <summary>How a loss against the baseline is said, everywhere.</summary>
public static class RegressionWords
{
    /// <summary>A bound: <c>at most 0.01 worse</c>.</summary>
    /// <param name="most">The bound, written.</param>
    public static string AtMost(string most) => $"at most {most} worse";

    /// <summary>A change: <c>worse by 0.01</c>, <c>better by 0.01</c>.</summary>
    /// <param name="worse">How much worse than the baseline; negative for better.</param>
    /// <param name="amount">Writes the change's size: of the change itself (1) or of its negative (-1), so that it is not negative.</param>
    /// <param name="none">What is said of no change.</param>
    public static string Change(double worse, Func<int, string> amount, Func<string> none)
    {
        ArgumentNullException.ThrowIfNull(amount);
        ArgumentNullException.ThrowIfNull(none);
        return worse switch { > 0 => $"worse by {amount(1)}", < 0 => $"better by {amount(-1)}", _ => none() };
    }
}
