namespace Gate.Evaluation.Misreadings;

/// <summary>A column that is probably read as something that nobody meant.</summary>
/// <param name="Text">One sentence or two: the column, how many values, and the remedy.</param>
/// <param name="IsCertain">Whether what is measured then means nothing, so that the run stops.</param>
internal sealed record Misreading(string Text, bool IsCertain);
