namespace Gate.Data;

/// <summary>Splits rows into a training and a test part: seeded, stratified, the same on every machine.</summary>
public static class Splitter
{
    /// <summary>A random split. Each stratum gives the same share to the test part, up to one row (largest remainders).</summary>
    /// <param name="table">The rows to split.</param>
    /// <param name="test">The share of the test part, above 0 and below 1.</param>
    /// <param name="seed">The seed; the same seed and table give the same rows on every machine.</param>
    /// <param name="stratify">Columns whose combinations of values are the strata; empty for none.</param>
    /// <returns>Row numbers of both parts, each ascending.</returns>
    /// <exception cref="DataException">A part would be empty, or a column does not exist.</exception>
    public static RowSplit Random(Table table, double test, ulong seed, IReadOnlyList<string> stratify) => throw new NotImplementedException();

    /// <summary>The split that a column says row by row with the texts <c>train</c> and <c>test</c> (also <c>0</c>/<c>1</c> or booleans: 1 and true mean test).</summary>
    /// <param name="table">The rows to split.</param>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="DataException">The column does not exist, holds other texts or missing values, or a part would be empty.</exception>
    public static RowSplit ByColumn(Table table, string column) => throw new NotImplementedException();
}

/// <summary>Row numbers of the training and the test part, each ascending.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Test">Rows to measure on.</param>
public sealed record RowSplit(int[] Train, int[] Test);
