using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>Groups of columns that look protected.</summary>
internal static class SensitiveGuess
{
    /// <summary>From this number of different numbers on, a column is cut into bands.</summary>
    private const int FewestBinned = 6;

    /// <summary>The column as a policy would compare it; null when it makes no sensible groups.</summary>
    public static ProposedSensitive? Of(GuessedColumn guess)
    {
        int different = guess.Values.Categories.Length;
        if (different < 2) return null;
        if (guess.Column is not NumericColumn numbers || different < FewestBinned)
            return different <= ColumnGuesses.MostGroups ? new(guess.Name, null, guess.Name, guess.Reason) : null;
        IReadOnlyList<double> edges = Binning.Quartiles(numbers);
        return edges.Count == 0 ? null : new(guess.Name, edges, $"{guess.Name}_band", $"{guess.Reason}; cut at its quartiles");
    }
}
