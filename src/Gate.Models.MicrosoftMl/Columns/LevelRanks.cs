namespace Gate.Models.MicrosoftMl.Columns;

/// <summary>The levels of categories in the order of the mean label of their training rows: what a step parts then is alike on each
/// side.</summary>
internal static class LevelRanks
{
    /// <summary>The rank of each level, the one of missing values last; nothing for numbers.</summary>
    /// <param name="inputs">What training learned of the columns.</param>
    /// <param name="columns">Their values.</param>
    /// <param name="labels">The label of each row as a number.</param>
    public static int[][] Of(ModelInput[] inputs, double[][] columns, double[] labels) => [.. inputs.Select((input, i) =>
        input.Kind == InputKind.Category && input.Dropped is null ? Of(input, columns[i], labels) : [])];

    private static int[] Of(ModelInput input, double[] column, double[] labels)
    {
        double[] sums = new double[input.Levels], counts = new double[input.Levels];
        for (int row = 0; row < column.Length; row++)
        {
            int level = double.IsNaN(column[row]) ? input.Categories.Count : (int)column[row];
            sums[level] += labels[row];
            counts[level]++;
        }
        var ranks = new int[input.Levels];
        foreach ((int rank, int level) in Enumerable.Range(0, input.Levels).OrderBy(level => sums[level] / counts[level]).Index())
            ranks[level] = rank;
        return ranks;
    }
}
