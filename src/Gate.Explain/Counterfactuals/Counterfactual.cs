namespace Gate.Explain.Counterfactuals;

/// <summary>One column that would have to be another.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Point">The index of the new value in the grid of the column.</param>
public sealed record Change(string Feature, int Point);

/// <summary>A row that the model decides otherwise, as near as one was found.</summary>
/// <param name="Changes">What is changed, in the order of the columns; empty never.</param>
/// <param name="Distance">The sum, over the changes, of how far a number moves as a share of the grid's range; a category moves 1.</param>
/// <param name="Score">The score of the changed row.</param>
public sealed record Counterfactual(IReadOnlyList<Change> Changes, double Distance, double Score);
