using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Bounds against each other and against the values that the metric can take: 80 where 0.8 was meant must not pass for a
/// gate.</summary>
internal sealed class BoundRules(Section section, ConditionSpec condition, MetricWord metric, Problems problems)
{
    public void Check()
    {
        if (condition is { Min: { } least, Max: { } most } && least > most)
        {
            problems.Add(section.Map.Find(ConditionKeys.Max.Name)!, section.Below(ConditionKeys.Max),
                $"max {Words.Number(most)} lies below min {Words.Number(least)}, so nothing can pass");
            return;
        }
        (double low, double high) = ValueRange.Of(metric, condition.Compare);
        if (condition.Min < low) Add(ConditionKeys.Min, $"can never fail: {Subject} is never below {Words.Number(low)}");
        if (condition.Min > high) Add(ConditionKeys.Min, $"always fails: {Subject} is never above {Words.Number(high)}");
        if (condition.Max > high) Add(ConditionKeys.Max, $"can never fail: {Subject} is never above {Words.Number(high)}");
        if (condition.Max < low) Add(ConditionKeys.Max, $"always fails: {Subject} is never below {Words.Number(low)}");
        if (condition.MaxRegression > high - low)
            Add(ConditionKeys.MaxRegression, $"can never fail: {Subject} lies between {Words.Number(low)} and {Words.Number(high)}");
    }

    private string Subject => SubjectOf(condition, metric);

    /// <summary>What is bounded, in words.</summary>
    public static string SubjectOf(ConditionSpec condition, MetricWord metric) => condition.Compare switch
    {
        CompareSpec.Difference => $"a difference of {metric.Name}",
        CompareSpec.Ratio => $"a ratio of {metric.Name}",
        _ => metric.Name,
    };

    private void Add(Key key, string message)
    {
        // Not section.Node: an alias may stand for several bounds, and the first problem with it has marked it as wrong.
        var node = (YamlScalar)section.Map.Find(key.Name)!;
        problems.Add(node, section.Below(key), $"{Shown.Of(node.Text)} {message}");
    }
}
