using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Reading;

/// <summary>
/// Bounds that a bad model passes as well as a good one: on the wrong side of a value, on the best group alone, at the end of what the
/// metric can be. They look like a gate and are none, so a condition has to say that one is meant.
/// </summary>
internal sealed class VacuousRules(Section section, ConditionSpec condition, MetricWord metric, Problems problems)
{
    private const string WayOut = "; if it is meant, add 'vacuous: allowed'";

    private readonly bool? higherIsBetter = ValueRange.HigherIsBetter(metric, condition.Compare);

    public void Check()
    {
        if (condition.Level == Level.Inform || condition.Vacuous == VacuousSpec.Allowed) return;
        // Where the comparison itself is wrong, that has been told, and what its bounds mean is not known.
        if (condition.Compare != CompareSpec.Each && !(metric.IsDisparity && condition.Compare is not null))
        {
            CheckSide(ConditionKeys.Min, ConditionKeys.Max, isMin: true);
            CheckSide(ConditionKeys.Max, ConditionKeys.Min, isMin: false);
        }
        CheckRegressions();
    }

    private string Subject => BoundRules.SubjectOf(condition, metric);

    private void CheckSide(Key<double?> key, Key<double?> other, bool isMin)
    {
        if (section.Get(key) is not { } bound) return;
        // The comparison in which this key bounds one group alone, and the one in which it bounds every group.
        string alone = isMin ? "group_max" : "group_min", every = isMin ? "group_min" : "group_max";
        string written = $"'{key.Name}: {Words.Number(bound)}'", instead = $"write '{other.Name}: {Words.Number(bound)}'"
            + (condition.Compare is { } compare && Words.Snake(compare) == every ? $" and 'compare: {alone}'" : "");
        if (higherIsBetter == !isMin && !section.Has(other))
            Add(key, $"{Subject} is better the {(isMin ? "smaller" : "larger")} it is, so {written} alone passes {Worse}; {instead}");
        else if (condition.Compare == (isMin ? CompareSpec.GroupMax : CompareSpec.GroupMin))
            Add(key, $"{alone} is the {(isMin ? "largest" : "smallest")} value of a group, so {written} says nothing of the "
                + $"other groups; write 'compare: {every}'");
        else if (bound == (isMin ? Range.Low : Range.High))
            Add(key, $"{Words.Number(bound)} can never fail: {Subject} is never {(isMin ? "below" : "above")} that; write the "
                + $"{(isMin ? "least" : "largest")} value that you would accept, or remove '{key.Name}'");
    }

    private (double Low, double High) Range => ValueRange.Of(metric, condition.Compare);

    private string Worse => condition.Compare is CompareSpec.Difference or CompareSpec.Ratio || metric.IsDisparity
        ? "groups however unequal" : "models however bad";

    private void CheckRegressions()
    {
        (double low, double high) = Range;
        if (condition.MaxRegression is { } most && most == high - low)
            Add(ConditionKeys.MaxRegression, $"{Words.Number(most)} can never fail: {Subject} lies between {Words.Number(low)} and "
                + $"{Words.Number(high)}; write how much worse than the baseline you would accept");
        // What is never below 0 loses all of its value and no more.
        if (condition.MaxRelativeRegression is >= 1 and { } share && low >= 0 && higherIsBetter == true)
            Add(ConditionKeys.MaxRelativeRegression, $"{Words.Number(share)} can never fail: {Subject} is never below 0, and so never "
                + "worse than the baseline by more than all of it; write the share that you would accept, such as 0.05");
    }

    private void Add(Key<double?> key, string message)
    {
        if (section.Scalar(key) is { } node) problems.Add(node, section.Below(key), message + WayOut);
    }
}
