using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring;

/// <summary>Measures a condition again as if there were more rows like those that there are: with the same values, and the limits of as
/// many rows.</summary>
/// <param name="Groups">The groups behind the condition; one of all rows where it compares none.</param>
/// <param name="Ends">The groups that decided it, by index: those whose rows alone may settle it. Empty without groups.</param>
/// <param name="IsWhole">Whether rows can only be repeated as a whole, because the metric reads single rows and not their counts.</param>
/// <param name="Measure">Measures with so many times the rows of each group.</param>
internal sealed record MoreRows(IReadOnlyList<RowsOfGroup> Groups, IReadOnlyList<int> Ends, bool IsWhole,
    Func<ConditionSpec, IReadOnlyList<double>, Evidence> Measure);

/// <summary>A group that more rows may be of.</summary>
/// <param name="Name">The group in full: <c>afam = yes</c>, with control followed by <c>where</c> and the level; null for all rows.</param>
/// <param name="Label">The group as the result labels it; null for all rows.</param>
/// <param name="ControlLevel">Its control level, as the result labels it.</param>
/// <param name="Count">Its rows.</param>
/// <param name="IsExcluded">Whether it is left out for too little evidence.</param>
internal sealed record RowsOfGroup(string? Name, string? Label, string? ControlLevel, long Count, bool IsExcluded);
