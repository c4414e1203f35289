using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>What a column of unknown data most likely is.</summary>
internal enum Part
{
    /// <summary>A feature, or the label.</summary>
    Ordinary,

    /// <summary>An attribute by which people must not be treated unequally.</summary>
    Protected,

    /// <summary>What a model has said already: a class, a number or a score.</summary>
    Output,

    /// <summary>How much each row counts.</summary>
    Weight,

    /// <summary>Which rows are for training and which for the test.</summary>
    Split,

    /// <summary>Nothing can be learned from it: it identifies rows, dates them, is text, or is the same in all.</summary>
    LeftOut,
}

/// <summary>A column with what it most likely is, and why.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">Its values as categories, which are sorted once and asked for often.</param>
/// <param name="Part">What it is.</param>
/// <param name="Reason">Why; empty for an ordinary one.</param>
internal sealed record GuessedColumn(Column Column, CategoryColumn Values, Part Part, string Reason)
{
    public string Name => Column.Name;

    /// <summary>Whether a policy can write its name: one of several lines it cannot.</summary>
    public bool CanBeNamed => !string.IsNullOrWhiteSpace(Name) && !Name.Any(c => char.IsControl(c) && c != '\t');
}
