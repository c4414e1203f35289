using Gate.Evaluation.Deciding;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Families;

/// <summary>A condition with what was measured for it and what that says.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="Basis">What it is decided on.</param>
/// <param name="Outcomes">What each part of the evidence says about its bound.</param>
internal sealed record JudgedCondition(ConditionSpec Condition, Evidence Evidence, Basis Basis, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>What its family says of it; null without a family.</summary>
    public FamilyFact? Family { get; init; }

    /// <summary>What it said before its family was looked at, where the family took that back; else null.</summary>
    public Outcome? Alone { get; init; }
}
