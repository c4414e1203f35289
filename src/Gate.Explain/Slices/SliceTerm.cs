namespace Gate.Explain.Slices;

/// <summary>One column of a slice and the value that it has there.</summary>
/// <param name="Column">The column.</param>
/// <param name="Code">The code of the value; -1 for missing.</param>
/// <param name="Value">The value in words: a category, a band of numbers, or <c>(missing)</c>.</param>
public sealed record SliceTerm(string Column, int Code, string Value);

/// <summary>Rows that have given values in one to three columns, found where losses are large.</summary>
/// <param name="Terms">The columns and values, in the order of the columns.</param>
/// <param name="Rows">How many of the searched rows lie in it.</param>
/// <param name="Mean">The mean loss of these.</param>
/// <param name="Score">How many standard errors that lies above the mean loss of all searched rows.</param>
public sealed record FoundSlice(IReadOnlyList<SliceTerm> Terms, int Rows, double Mean, double Score);
