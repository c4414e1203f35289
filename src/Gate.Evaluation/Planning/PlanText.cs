using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Planning;

/// <summary>Plans in plain words.</summary>
internal static class PlanText
{
    /// <summary>How often a decision is made at the values that are told.</summary>
    /// <param name="assumed">What is assumed besides, as a clause with its comma; empty for nothing.</param>
    public static string Time(string assumed = "") => $" ({NumberText.Percent(PowerCheck.Probability)} of the time{assumed})";

    /// <summary>What values pass and fail.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="article">What they are of: <c>a ratio of </c>; empty for the value itself.</param>
    public static string Bounds(IReadOnlyList<PlannedBound> bounds, string article) =>
        string.Join("; ", bounds.Select(bound => Bound(bound, article)));

    private static string Bound(PlannedBound bound, string article)
    {
        (string good, string bad) = bound.IsMin ? ("or more", "or less") : ("or less", "or more");
        if (!bound.BestPasses)
            return "even the best possible result does not pass, as there are too few rows"
                + (bound.Plan.Fails is { } low ? $"; {article}{Value(low, !bound.IsMin)} {bad} fails" : "");
        if (bound.Plan.Passes is { } all && IsEvery(all, bound.IsMin)) return "every value passes";
        string passes = bound.Plan.Passes is { } value ? $"{article}{Value(value, bound.IsMin)} {good} passes"
            : "no value passes often enough";
        return $"{passes}, {(bound.Plan.Fails is { } wrong ? $"{Value(wrong, !bound.IsMin)} {bad} fails" : "no value fails often enough")}";
    }

    // What is planned lies between 0 and 1: a rate, a difference or a ratio of two.
    private static bool IsEvery(double passes, bool isMin) => isMin ? passes <= 1e-9 : passes >= 1 - 1e-9;

    /// <summary>A value with three decimals, rounded away from where it would promise too much.</summary>
    private static string Value(double value, bool up)
    {
        double rounded = (up ? Math.Ceiling((value * 1000) - 1e-6) : Math.Floor((value * 1000) + 1e-6)) / 1000;
        // Adding 0 takes the sign from a negative zero, which would read as -0.
        return (rounded + 0.0).ToString("0.###", CultureInfo.InvariantCulture);
    }

    /// <summary>A number of trials: <c>312 rows</c>, <c>101 positives</c>.</summary>
    public static string Trials(double trials, Metric metric, bool weighted)
    {
        string noun = metric.Needs.HasFlag(EvidenceNeeds.PredictedPositives) ? "predicted positives, if as many are predicted as there are"
            : metric.Needs.HasFlag(EvidenceNeeds.Positives) ? "positives"
            : metric.Needs.HasFlag(EvidenceNeeds.Negatives) ? "negatives" : "rows";
        return $"{Number(trials)} {noun}{(weighted ? " (effective, by their weights)" : "")}";
    }

    /// <summary>A count, or an effective one without decimals.</summary>
    public static string Number(double count) => NumberText.Count((long)Math.Floor(count + 1e-9));
}
