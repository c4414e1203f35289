using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>Which of two classes is the favourable outcome.</summary>
internal static class PositiveGuess
{
    /// <summary>The favourable class, the other one, why, and whether anything says so.</summary>
    public static (string Positive, string Negative, string Reason, bool IsTold) Of(Column label)
    {
        string[] all = [.. label.ToCategories().Categories];
        bool harm = Words.IsHarm(NameWords.Of(label.Name));
        int good = Array.FindIndex(all, Words.IsGood), bad = Array.FindIndex(all, Words.IsBad);
        // The yes of a harm is nobody's favour; what a value says itself (paid, charged off) is surer than the name.
        if (harm && good >= 0 && !all.Any(Words.IsTelling))
            return (all[1 - good], all[good], $"'{all[good]}' of '{label.Name}' is what nobody wishes for", true);
        int positive = good >= 0 && good != bad ? good : bad >= 0 ? 1 - bad : -1;
        return positive >= 0 ? (all[positive], all[1 - positive], $"'{all[positive]}' reads like the favourable outcome", true)
            : (all[1], all[0], "nothing says which of the two is the favourable outcome", false);
    }
}
