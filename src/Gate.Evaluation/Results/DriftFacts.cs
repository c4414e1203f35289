namespace Gate.Evaluation.Results;

/// <summary>How far rows are from those that the baseline was trained on.</summary>
/// <param name="Of">Which rows: <c>training rows</c> of the candidate, or the <c>test rows</c> where the run trained none.</param>
/// <param name="Rows">How many those are.</param>
/// <param name="Reference">Whose training rows they are held against: <c>models:/credit/3</c>.</param>
/// <param name="ReferenceRows">How many those were.</param>
/// <param name="ColumnCount">How many columns were compared.</param>
/// <param name="Columns">The columns, the one that moved most first; of many the first hundred.</param>
public sealed record DriftFacts(string Of, long Rows, string Reference, long ReferenceRows, int ColumnCount,
    IReadOnlyList<DriftFact> Columns);

/// <summary>How far one column has moved.</summary>
/// <param name="Column">The column.</param>
/// <param name="Distance">The total variation distance, from 0 to 1.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="StabilityIndex">The population stability index, from 0.</param>
/// <param name="Missing">The share of rows without a value.</param>
/// <param name="ReferenceMissing">The same of the baseline's training rows.</param>
/// <param name="NewLevels">How many rows have a level that the baseline's training rows did not have; 0 for a number.</param>
public sealed record DriftFact(string Column, double Distance, IntervalFact Interval, double StabilityIndex, double Missing,
    double ReferenceMissing, long NewLevels);
