using Gate.Metrics.Cells;
using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;

namespace Gate.Metrics.Statistics;

/// <summary>Limits of functions of cells from gamma laws, with one more row where it does harm (<see cref="CellGammas"/>).</summary>
internal sealed partial class CountStatistics
{
    // Of more classes a row more is tried where it is right and where most of its class are mistaken, not in every cell.
    private const int MostTriedWhole = 6;

    private CellGammas? gammas;

    private CellGammas Gammas => gammas ??= CellGammas.Draw(table, Replicates, options.Seed, options.Threads, cancel);

    /// <summary>The limits of a metric in each scope; null where it has no value, or too many draws have none.</summary>
    public Limits?[] GammaLimits(CountMetric metric, Side side, Scopes scopes, MetricValue[] values) =>
        GammaLimits([side], scopes, values, metric.Range, matrices => Compute(metric, matrices));

    /// <summary>The limits of a function of a metric of the candidate and of the baseline in each scope.</summary>
    public Limits?[] GammaLimitsOfPair(CountMetric metric, Scopes scopes, MetricValue[] values, Func<double, double, double> difference) =>
        GammaLimits([Side.Candidate, Side.Baseline], scopes, values, (double.NegativeInfinity, double.PositiveInfinity),
            matrices => difference(Compute(metric, matrices[..(matrices.Length / 2)]),
                Compute(metric, matrices[(matrices.Length / 2)..])));

    /// <summary>A number of the matrices of a scope, one a side.</summary>
    private delegate double OfMatrices(ReadOnlySpan<double> matrices);

    private double Compute(CountMetric metric, ReadOnlySpan<double> matrix) =>
        metric.Compute(new Confusion(matrix, table.Classes)).NumberOrNull ?? double.NaN;

    private Limits?[] GammaLimits(Side[] sides, Scopes scopes, MetricValue[] values, (double, double) range, OfMatrices compute)
    {
        (double[] sums, double[] sumsOfSquares) = WeightSums(scopes);
        // The weight of one more row: that of a row as the weights have it on the whole.
        double[] units = [.. sums.Zip(sumsOfSquares, (sum, square) => square / sum)];
        var places = new (CellPlace Least, CellPlace Most)[scopes.Count];
        double[] found = new double[scopes.Count * sides.Length * Confusion.Size(table.Classes)];
        AddUp(weights, sides, scopes, found);
        for (int s = 0; s < scopes.Count; s++)
            if (values[s].IsDefined) places[s] = Extremes(sides.Length > 1, scopes, s, Own(found, s, scopes), units[s], compute);
        double[] low = new double[scopes.Count * Replicates], high = new double[low.Length];
        ForReplicates(found.Length, (r, room) =>
        {
            AddUp(Gammas.Weights.AsSpan(r * table.Cells.Length, table.Cells.Length), sides, scopes, room);
            for (int s = 0; s < scopes.Count; s++)
            {
                if (!values[s].IsDefined) continue;
                double extra = Gammas.Extra[r] * units[s];
                low[s * Replicates + r] = With(places[s].Least, extra, Own(room, s, scopes), compute);
                high[s * Replicates + r] = With(places[s].Most, extra, Own(room, s, scopes), compute);
            }
        });
        return [.. values.Select((value, s) => value.IsDefined ? SplitLimits.Of(low.AsSpan(s * Replicates, Replicates),
            high.AsSpan(s * Replicates, Replicates), value.Number, range, CellGammas.Method) : null)];
    }

    /// <summary>Where one row more makes the number least, and where it makes it largest.</summary>
    private (CellPlace Least, CellPlace Most) Extremes(bool paired, Scopes scopes, int scope, Span<double> matrices, double unit,
        OfMatrices compute)
    {
        (double Number, CellPlace At) least = (double.PositiveInfinity, default), most = (double.NegativeInfinity, default);
        foreach (CellPlace place in Places(paired, scopes, scope))
        {
            double number = With(place, unit, matrices, compute);
            if (number < least.Number) least = (number, place);
            if (number > most.Number) most = (number, place);
        }
        return (least.At, most.At);
    }

    /// <summary>The number with more in one cell.</summary>
    private double With(CellPlace place, double extra, Span<double> matrices, OfMatrices compute)
    {
        Add(matrices, place, extra);
        double number = compute(matrices);
        Add(matrices, place, -extra);
        return number;
    }

    private void Add(Span<double> matrices, CellPlace place, double extra)
    {
        int size = Confusion.Size(table.Classes);
        Confusion.Add(matrices[..size], table.Classes, place.Label, place.One, extra);
        if (matrices.Length > size) Confusion.Add(matrices[size..], table.Classes, place.Label, place.Other, extra);
    }

    /// <summary>The cells that a row more could be in: of every label, also one that no row of the scope has, any prediction of either
    /// model. Of more classes only the labels that occur.</summary>
    private IEnumerable<CellPlace> Places(bool paired, Scopes scopes, int scope)
    {
        bool whole = table.Classes <= MostTriedWhole;
        ILookup<int, Cell> own = table.Cells.Where(cell => scopes.OfGroup[cell.Group] == scope && cell.Weight > 0)
            .ToLookup(cell => cell.Label);
        foreach (int label in whole ? Enumerable.Range(0, table.Classes) : own.Select(cells => cells.Key).Order())
        {
            int[] predictions = whole ? [.. Enumerable.Range(0, table.Classes)] : [label, Mistaken(label, own[label])];
            foreach (int one in predictions)
                foreach (int other in paired ? predictions : [0]) yield return new(label, one, other);
        }
    }

    /// <summary>What most rows of a label are mistaken for; the next class where none are.</summary>
    private int Mistaken(int label, IEnumerable<Cell> rows) => rows.Where(cell => cell.Prediction != label)
        .OrderByDescending(cell => cell.Weight).ThenBy(cell => cell.Prediction)
        .Select(cell => cell.Prediction).FirstOrDefault((label + 1) % table.Classes);

    /// <summary>The matrices of all scopes, those of a scope's sides side by side.</summary>
    private void AddUp(ReadOnlySpan<double> amounts, Side[] sides, Scopes scopes, Span<double> matrices)
    {
        matrices.Clear();
        int size = Confusion.Size(table.Classes);
        for (int c = 0; c < table.Cells.Length; c++)
        {
            ref readonly Cell cell = ref table.Cells[c];
            Span<double> own = Own(matrices, scopes.OfGroup[cell.Group], scopes);
            for (int side = 0; side < sides.Length; side++)
                Confusion.Add(own.Slice(side * size, size), table.Classes, cell.Label, CellTable.Prediction(cell, sides[side]), amounts[c]);
        }
    }

    private static Span<double> Own(Span<double> all, int scope, Scopes scopes) =>
        all.Slice(scope * (all.Length / scopes.Count), all.Length / scopes.Count);

    /// <summary>A label with what one model predicts of it, and the other where there are two.</summary>
    private readonly record struct CellPlace(int Label, int One, int Other);
}
