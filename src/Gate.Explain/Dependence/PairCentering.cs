namespace Gate.Explain.Dependence;

/// <summary>Takes from accumulated effects of two numbers what each has alone, and the mean (Apley and Zhu 2020, section 3.2; R's
/// ALEPlot).</summary>
internal static class PairCentering
{
    /// <summary>Does so in place.</summary>
    /// <param name="effects">Edges × edges.</param>
    /// <param name="counts">Rows of the bin that ends at each pair of edges.</param>
    public static void Apply(double[,] effects, double[,] counts)
    {
        (int rows, int columns) = (effects.GetLength(0), effects.GetLength(1));
        double[] down = Alone(rows, columns, (i, j) => effects[i, j], (i, j) => counts[i, j]);
        double[] across = Alone(columns, rows, (j, i) => effects[i, j], (j, i) => counts[i, j]);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) effects[i, j] -= down[i] + across[j];
        double sum = 0, all = 0;
        for (int i = 1; i < rows; i++)
            for (int j = 1; j < columns; j++)
            {
                sum += counts[i, j] * (effects[i - 1, j - 1] + effects[i - 1, j] + effects[i, j - 1] + effects[i, j]) / 4;
                all += counts[i, j];
            }
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) effects[i, j] -= all > 0 ? sum / all : 0;
    }

    /// <summary>The effect that one number has in the surface on its own, accumulated over its edges.</summary>
    private static double[] Alone(int edges, int others, Func<int, int, double> effect, Func<int, int, double> count)
    {
        var alone = new double[edges];
        for (int i = 1; i < edges; i++)
        {
            double sum = 0, all = 0;
            for (int j = 1; j < others; j++)
            {
                sum += count(i, j) * (effect(i, j - 1) - effect(i - 1, j - 1) + effect(i, j) - effect(i - 1, j)) / 2;
                all += count(i, j);
            }
            alone[i] = alone[i - 1] + (all > 0 ? sum / all : 0);
        }
        return alone;
    }
}
