using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Explain;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>How SHAP values of rows are spread, in bins.</summary>
internal static class SwarmBuilder
{
    private const int Bins = 41, MostColumns = 15, LeastRows = 5;
    private const double Within = 0.995;

    /// <summary>The spread of the columns that add most.</summary>
    /// <param name="model">The explained model.</param>
    /// <param name="order">The columns by index, the largest first.</param>
    /// <param name="output">Which output.</param>
    public static SwarmFacts? Build(ExplainedModel model, int[] order, int output)
    {
        ShapValues values = model.Values!;
        int[] shown = [.. order.Where(column => model.Found!.MeanAbsolute(column) > 0).Take(MostColumns)];
        if (shown.Length == 0) return null;
        double[] all = [.. shown.SelectMany(column => Enumerable.Range(0, values.Rows).Select(row => values[row, column, output]))];
        double[] sizes = [.. all.Select(Math.Abs).Order()];
        // One far value would squash all others: what lies beyond is in the outermost bins.
        double reach = sizes[(int)(Within * (sizes.Length - 1))] is > 0 and { } most ? most : sizes[^1];
        (double low, double high) = (all.Min(), all.Max());
        if (!(high > low)) return null;
        // Zero is the middle of a bin.
        double width = 2 * reach / Bins;
        int first = (int)Math.Clamp(Math.Floor((low + reach) / width), 0, Bins - 1);
        int last = (int)Math.Clamp(Math.Floor((high + reach) / width), 0, Bins - 1);
        return new([.. Enumerable.Range(first, last - first + 2).Select(edge => -reach + edge * width)],
            [.. shown.Select(column => Spread(model, column, output, first, last, reach, width))]);
    }

    private static SwarmColumnFact Spread(ExplainedModel model, int column, int output, int first, int last, double reach,
        double width)
    {
        ShapValues values = model.Values!;
        double[] ranks = Ranks(model, values.Features[column]);
        int bins = last - first + 1;
        var counts = new long[bins];
        double[] sums = new double[bins], ranked = new double[bins];
        for (int row = 0; row < values.Rows; row++)
        {
            int bin = (int)Math.Clamp(Math.Floor((values[row, column, output] + reach) / width) - first, 0, bins - 1);
            counts[bin]++;
            if (double.IsNaN(ranks[row])) continue;
            sums[bin] += ranks[row];
            ranked[bin]++;
        }
        return new(values.Features[column], counts, [.. sums.Zip(ranked, (sum, rows) => rows >= LeastRows ? sum / rows : -1)]);
    }

    /// <summary>The rank of each explained row's own value, from 0 to 1; not a number for a category and where it is missing.</summary>
    private static double[] Ranks(ExplainedModel model, string feature)
    {
        Column column = model.Data.Test[feature];
        if (model.Rows is not null) column = column.Take(model.Rows);
        var ranks = new double[column.Count];
        ranks.AsSpan().Fill(double.NaN);
        if (column is not NumericColumn { Values: var numbers }) return ranks;
        int before = 0;
        IGrouping<double, int>[] tied = [.. Enumerable.Range(0, numbers.Length).Where(row => double.IsFinite(numbers[row]))
            .GroupBy(row => numbers[row]).OrderBy(value => value.Key)];
        int all = tied.Sum(value => value.Count());
        foreach (IGrouping<double, int> value in tied)
        {
            int count = value.Count();
            foreach (int row in value) ranks[row] = all > 1 ? (before + (count - 1) / 2.0) / (all - 1) : 0.5;
            before += count;
        }
        return ranks;
    }
}
