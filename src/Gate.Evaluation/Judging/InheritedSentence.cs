using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Says whose bound it is, where the condition comes from a policy that this one extends.</summary>
internal static class InheritedSentence
{
    /// <summary>A sentence with a space before it; empty where the condition is the policy's own, or the others have no bound for
    /// it.</summary>
    public static string Of(ConditionSpec condition)
    {
        if (condition.Inherited is not { Bounds.Count: > 0 } inherited) return "";
        string bounds = string.Join(" and ", inherited.Bounds.Select(Text));
        bool same = inherited.Bounds.All(bound => Judged(condition, bound.Key) == bound.Value);
        return condition.Lock is not null ? $" Locked: {bounds}{(same ? "" : ", here tightened")}."
            : same ? $" Inherited: {bounds}." : $" In place of {bounds}.";
    }

    /// <summary>The same for the result.</summary>
    public static InheritedFact? Fact(ConditionSpec condition) => condition.Inherited is not { } inherited ? null
        : new(inherited.At.File!, inherited.At.Line, condition.Lock is not null, [.. inherited.Bounds.Select(bound =>
            new InheritedBoundFact(bound.Key, bound.Value, bound.At.File!, bound.At.Line))]);

    private static string Text(InheritedBound bound) =>
        FormattableString.Invariant($"{bound.Key} {NumberText.Bound(bound.Value)} of {bound.At.File}, line {bound.At.Line}");

    private static double? Judged(ConditionSpec condition, string key) => key switch
    {
        "min" => condition.Min,
        "max" => condition.Max,
        "max_regression" => condition.MaxRegression,
        _ => condition.MaxRelativeRegression,
    };
}
