using Gate.Metrics.Power;
using Gate.Policy.Document;

namespace Gate.Evaluation.Planning;

/// <summary>A bound with what can be decided about it.</summary>
/// <param name="IsMin">Whether it is the least acceptable value.</param>
/// <param name="BestPasses">Whether the best possible result would be shown to keep it, at the condition's own confidence.</param>
/// <param name="Plan">What values pass and fail, at the confidence that the condition's family may ask for.</param>
internal sealed record PlannedBound(bool IsMin, bool BestPasses, PowerPlan Plan)
{
    /// <summary>The bounds of a condition on the value itself.</summary>
    public static IEnumerable<PlannedBound> Of(ConditionSpec condition, double confidence, Func<double, bool, double, PowerPlan> plan)
    {
        if (condition.Min is { } min) yield return new(true, plan(min, true, condition.Confidence).BestPasses, plan(min, true, confidence));
        if (condition.Max is { } max)
            yield return new(false, plan(max, false, condition.Confidence).BestPasses, plan(max, false, confidence));
    }
}
