using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Says where it was the policy that made a verdict, and not the evidence.</summary>
internal static class PolicySentence
{
    /// <summary>A sentence with a space before it; empty where the evidence speaks for itself.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="evident">Its verdict without a look at what was left out.</param>
    /// <param name="verdict">Its verdict.</param>
    /// <param name="passedBy">The key that let it pass, or null.</param>
    public static string Of(ConditionSpec condition, Verdict evident, Verdict verdict, string? passedBy)
    {
        if (passedBy is not null) return $" Passed by policy, not by evidence ({passedBy}: pass).";
        if (evident == verdict) return "";
        string word = condition.OnExcluded.ToString().ToLowerInvariant();
        return verdict switch
        {
            Verdict.Fail => $" What is left out fails it (on_excluded: {word}).",
            Verdict.Inconclusive => $" What is left out leaves it undecided (on_excluded: {word}).",
            _ => $" What is left out makes it a warning (on_excluded: {word}).",
        };
    }
}
