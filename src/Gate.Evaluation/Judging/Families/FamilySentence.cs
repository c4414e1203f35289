using Gate.Evaluation.Results;

namespace Gate.Evaluation.Judging.Families;

/// <summary>What a family says of one of its conditions, in plain words.</summary>
internal static class FamilySentence
{
    /// <summary>A sentence with a space before it; empty without a family.</summary>
    public static string Of(JudgedCondition judged)
    {
        if (judged.Family is not { } family) return "";
        string size = $"{family.Size} {(family.Size == 1 ? "condition" : "conditions")} tested";
        if (family.NotTested is { } reason)
            return $" It takes no part in the family {family.Name} ({Method(family)}, {size}), because {reason}.";
        string corrected = $"In the family {family.Name} ({Method(family)}, {size}) its p-value of "
            + $"{NumberText.PValue(family.PValue!.Value)} becomes {NumberText.PValue(family.AdjustedP!.Value)}";
        string limit = NumberText.Exact(Math.Round(1 - judged.Condition.Confidence, 12));
        return judged.Alone is null ? $" {corrected}." : $" {corrected}, above {limit}: what the interval says alone "
            + $"({judged.Alone.Value.Word()}) is not certain enough among so many, so it is not decided.";
    }

    /// <summary>The method for people.</summary>
    public static string Method(FamilyFact family) => family.Method == "holm" ? "Holm" : "Benjamini–Hochberg";
}
