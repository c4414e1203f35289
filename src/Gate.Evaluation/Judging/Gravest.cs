using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;

namespace Gate.Evaluation.Judging;

/// <summary>Which of a condition's bounds decided it.</summary>
internal static class Gravest
{
    /// <summary>The part with the gravest outcome; the value where they are alike.</summary>
    public static EvidencePart Of(JudgedCondition judged) => judged.Evidence.Parts[Index(judged)];

    /// <summary>Its place among the parts.</summary>
    public static int Index(JudgedCondition judged) =>
        Enumerable.Range(0, judged.Outcomes.Count).MaxBy(i => (Decision.Rank(judged.Outcomes[i]), -i));
}
