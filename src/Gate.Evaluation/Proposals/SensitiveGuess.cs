using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>Groups of columns that look protected.</summary>
internal static class SensitiveGuess
{
    /// <summary>From this number of different numbers on, a column is cut into bands.</summary>
    private const int FewestBinned = 6;

    /// <summary>The column as a policy would compare it; null when it makes no sensible groups.</summary>
    /// <param name="guess">The column.</param>
    /// <param name="names">The names of the table's columns, none of which its bands may take.</param>
    public static ProposedSensitive? Of(GuessedColumn guess, IEnumerable<string> names)
    {
        int different = guess.Values.Categories.Length;
        if (different < 2) return null;
        if (!IsCut(guess))
            return different <= ColumnGuesses.MostGroups ? new(guess.Name, null, guess.Name, guess.Reason) : null;
        IReadOnlyList<double> edges = Binning.Quartiles((NumericColumn)guess.Column);
        return edges.Count == 0 ? null : new(guess.Name, edges, Free($"{guess.Name}_band", names), $"{guess.Reason}; cut at its quartiles");
    }

    /// <summary>Why a column makes no sensible groups, as a clause.</summary>
    public static string NoGroups(GuessedColumn guess) =>
        IsCut(guess) ? "but its quartiles cut it into no groups" : "in too many groups to be compared";

    private static bool IsCut(GuessedColumn guess) => guess.Column is NumericColumn && guess.Values.Categories.Length >= FewestBinned;

    // Names that differ in case only cannot be told apart in SQL, nor by most readers.
    private static string Free(string name, IEnumerable<string> names)
    {
        HashSet<string> taken = new(names, StringComparer.OrdinalIgnoreCase);
        return taken.Contains(name)
            ? Enumerable.Range(2, taken.Count).Select(i => FormattableString.Invariant($"{name}_{i}")).First(free => !taken.Contains(free))
            : name;
    }
}
