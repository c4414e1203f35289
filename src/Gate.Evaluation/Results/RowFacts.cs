namespace Gate.Evaluation.Results;

/// <summary>Single rows of the measured data, each with what its columns add to the candidate's output (SHAP); only where the policy lets
/// rows into the report.</summary>
/// <param name="Output"><c>raw</c>, <c>probability</c> or <c>decision</c>, as of <see cref="AttributionFacts"/>.</param>
/// <param name="Id">The column that names rows; null where their numbers do.</param>
/// <param name="Rows">The rows, by why they were chosen.</param>
public sealed record RowFacts(string Output, string? Id, IReadOnlyList<ExplainedRowFact> Rows);

/// <summary>One row.</summary>
/// <param name="Why">Why it was chosen, in words.</param>
/// <param name="Name">Its id, or its number among the measured rows, from 1 on.</param>
/// <param name="Label">What is true of it.</param>
/// <param name="Said">What the candidate says of it: the class, or the value.</param>
/// <param name="Score">The score; null where there is none.</param>
/// <param name="Of">Which output is explained: of several that of the class that is said.</param>
/// <param name="Base">What is expected without knowing any column.</param>
/// <param name="Columns">What columns add, the largest first.</param>
/// <param name="Others">How many other columns there are.</param>
/// <param name="OthersAdd">What these add together.</param>
/// <param name="Total">The output: the base and what all columns add.</param>
public sealed record ExplainedRowFact(string Why, string Name, string Label, string Said, double? Score, string Of, double Base,
    IReadOnlyList<RowColumnFact> Columns, int Others, double OthersAdd, double Total)
{
    /// <summary>Of several classes what columns add to the others, the true one first; else empty.</summary>
    public IReadOnlyList<RowClassFact> Classes { get; init => field = value ?? []; } = [];
}

/// <summary>What columns add in a row to the output of a class that was not said.</summary>
/// <param name="Of">The class.</param>
/// <param name="Score">Its score; null where there is none.</param>
/// <param name="Base">What is expected without knowing any column.</param>
/// <param name="Columns">What columns add, the largest first.</param>
/// <param name="Others">How many other columns there are.</param>
/// <param name="OthersAdd">What these add together.</param>
/// <param name="Total">The output.</param>
public sealed record RowClassFact(string Of, double? Score, double Base, IReadOnlyList<RowColumnFact> Columns, int Others,
    double OthersAdd, double Total);

/// <summary>What one column adds in a row.</summary>
/// <param name="Feature">The raw column.</param>
/// <param name="Value">Its value in the row, in words.</param>
/// <param name="Contribution">What it adds.</param>
public sealed record RowColumnFact(string Feature, string Value, double Contribution);
