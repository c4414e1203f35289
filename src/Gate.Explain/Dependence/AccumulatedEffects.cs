using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Dependence;

/// <summary>
/// Accumulated local effects (ALE; Apley and Zhu 2020): by how much what a model says changes, on average, when a number rises in the rows
/// that have it, added up. Unlike partial dependence it asks of no row what its other columns make impossible.
/// </summary>
public static class AccumulatedEffects
{
    /// <summary>The effect at each edge of the grid, with mean 0 over the rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features; those without a number in the feature do not count.</param>
    /// <param name="grid">Edges of bins, ascending: <see cref="FeatureGrid.Quantiles"/> of a number.</param>
    /// <param name="options">How the model is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double[] Of(IModel model, Table rows, FeatureGrid grid, DependenceOptions options, CancellationToken cancel = default) =>
        OfEach(model, rows, grid, options, cancel)[0];

    /// <summary>The same for each output: of several classes one list for each.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features; those without a number in the feature do not count.</param>
    /// <param name="grid">Edges of bins, ascending.</param>
    /// <param name="options">How the model is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double[][] OfEach(IModel model, Table rows, FeatureGrid grid, DependenceOptions options,
        CancellationToken cancel = default)
    {
        var changed = new ChangedRows(model, rows, options, cancel);
        int[] bins = Bins(changed.Table, grid);
        double[] low = changed.Of(Edge(grid, bins, 0)), high = changed.Of(Edge(grid, bins, 1));
        return [.. Enumerable.Range(0, changed.Outputs).Select(output => Effects(bins, grid.Count,
            row => high[row * changed.Outputs + output] - low[row * changed.Outputs + output]))];
    }

    private static double[] Effects(int[] bins, int edges, Func<int, double> change)
    {
        var sums = new double[edges];
        var counts = new double[edges];
        for (int row = 0; row < bins.Length; row++)
        {
            if (bins[row] < 0) continue;
            sums[bins[row] + 1] += change(row);
            counts[bins[row] + 1]++;
        }
        var effects = new double[edges];
        for (int edge = 1; edge < effects.Length; edge++)
            effects[edge] = effects[edge - 1] + (counts[edge] > 0 ? sums[edge] / counts[edge] : 0);
        double mean = 0, all = counts.Sum();
        for (int edge = 1; edge < effects.Length && all > 0; edge++) mean += counts[edge] / all * (effects[edge - 1] + effects[edge]) / 2;
        return Array.ConvertAll(effects, effect => effect - mean);
    }

    /// <summary>The effect of two numbers together beyond what each has alone: edges of the first × edges of the second.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features.</param>
    /// <param name="first">Edges of bins of one number.</param>
    /// <param name="second">Edges of bins of another.</param>
    /// <param name="options">How the model is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double[,] OfPair(IModel model, Table rows, FeatureGrid first, FeatureGrid second, DependenceOptions options,
        CancellationToken cancel = default)
    {
        var changed = new ChangedRows(model, rows, options, cancel);
        int[] down = Bins(changed.Table, first), across = Bins(changed.Table, second);
        double[] Said(int one, int other) => changed.Of(Edge(first, down, one), Edge(second, across, other));
        double[] both = Said(1, 1), one = Said(1, 0), other = Said(0, 1), none = Said(0, 0);
        double[,] sums = new double[first.Count, second.Count], counts = new double[first.Count, second.Count];
        for (int row = 0; row < down.Length; row++)
        {
            if (down[row] < 0 || across[row] < 0) continue;
            int at = row * changed.Outputs;
            sums[down[row] + 1, across[row] + 1] += both[at] - one[at] - other[at] + none[at];
            counts[down[row] + 1, across[row] + 1]++;
        }
        var effects = new double[first.Count, second.Count];
        for (int i = 1; i < first.Count; i++)
            for (int j = 1; j < second.Count; j++)
                effects[i, j] = effects[i - 1, j] + effects[i, j - 1] - effects[i - 1, j - 1]
                    + (counts[i, j] > 0 ? sums[i, j] / counts[i, j] : 0);
        PairCentering.Apply(effects, counts);
        return effects;
    }

    /// <summary>The bin of each row: between an edge (excluded, but for the first) and the next; -1 without a number.</summary>
    private static int[] Bins(Table rows, FeatureGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.Values is not NumericColumn { Values: var edges } || rows[grid.Feature] is not NumericColumn { Values: var values })
            throw new ModelException($"accumulated effects are those of numbers, and '{grid.Feature}' is a category");
        return Array.ConvertAll(values, value =>
        {
            if (!double.IsFinite(value) || edges.Length < 2) return -1;
            int at = Array.BinarySearch(edges, value);
            return Math.Clamp((at >= 0 ? at : ~at) - 1, 0, edges.Length - 2);
        });
    }

    private static Column Edge(FeatureGrid grid, int[] bins, int upper) =>
        grid.Values.Take(Array.ConvertAll(bins, bin => bin < 0 ? 0 : bin + upper));
}
