namespace Gate.Evaluation.Results;

/// <summary>Where the candidate errs: found in one half of the test rows and measured in the other.</summary>
/// <param name="Metric">What is measured: <c>zero_one_loss</c>, or <c>mean_absolute_error</c> of a regression.</param>
/// <param name="SearchedRows">Rows of the half that was searched.</param>
/// <param name="Rows">Rows of the half that was measured.</param>
/// <param name="Loss">The loss of all of these; null where it is undefined.</param>
/// <param name="Searched">How many slices were looked at.</param>
/// <param name="Slices">The worst slices, in the order of the search.</param>
/// <param name="Tree">Yes-no questions that part the rows by their errors.</param>
/// <param name="Map">Errors by two columns; null where there is no such pair.</param>
public sealed record ErrorAnalysisFacts(string Metric, long SearchedRows, long Rows, double? Loss, long Searched,
    IReadOnlyList<SliceFact> Slices, ErrorNodeFact Tree, ErrorMapFact? Map);

/// <summary>Rows with given values in one to three columns.</summary>
/// <param name="Terms">The columns and values.</param>
/// <param name="Rows">Its rows in the measured half.</param>
/// <param name="Loss">Their loss; null without rows.</param>
/// <param name="Ratio">How many times the loss of all other rows that is; null where it cannot be said.</param>
/// <param name="Interval">The ratio's interval, at a confidence that holds for all slices together; null without one.</param>
/// <param name="Undefined">Why there is no ratio; else null.</param>
public sealed record SliceFact(IReadOnlyList<SliceTermFact> Terms, long Rows, double? Loss, double? Ratio, IntervalFact? Interval,
    string? Undefined);

/// <summary>One column of a slice.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value: a category, a band of numbers, or <c>(missing)</c>.</param>
public sealed record SliceTermFact(string Column, string Value);

/// <summary>A node of the error tree.</summary>
/// <param name="Column">The column that parted it from its sibling; null for the root.</param>
/// <param name="Value">The value of that column; null for the root.</param>
/// <param name="Has">Whether its rows have that value.</param>
/// <param name="Rows">Its rows in the measured half.</param>
/// <param name="Loss">Their loss; null without rows.</param>
/// <param name="Interval">The loss's interval; null without one.</param>
/// <param name="Children">The rows that have a value, and those that do not; empty for a leaf.</param>
public sealed record ErrorNodeFact(string? Column, string? Value, bool Has, long Rows, double? Loss, IntervalFact? Interval,
    IReadOnlyList<ErrorNodeFact> Children);

/// <summary>Errors by two columns.</summary>
/// <param name="Down">The column whose values stand one below the other.</param>
/// <param name="Across">The column whose values stand side by side.</param>
/// <param name="DownValues">Its commonest values.</param>
/// <param name="AcrossValues">Its commonest values.</param>
/// <param name="Cells">For each value down, the cells across.</param>
public sealed record ErrorMapFact(string Down, string Across, IReadOnlyList<string> DownValues, IReadOnlyList<string> AcrossValues,
    IReadOnlyList<IReadOnlyList<ErrorCellFact>> Cells);

/// <summary>The rows that have one value of each of two columns.</summary>
/// <param name="Rows">How many there are in the measured half.</param>
/// <param name="Loss">Their loss; null without rows.</param>
public sealed record ErrorCellFact(long Rows, double? Loss);
