using Gate.Data;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Results;
using Gate.Explain.Dependence;

namespace Gate.Evaluation.Measuring.Dependence;

/// <summary>How the score moves with the columns that add most, as the result tells it. Of rows there are quantiles only.</summary>
internal static class DependenceFactsBuilder
{
    private const int MostColumns = 6, PairColumns = 4, PairPoints = 8, PairRows = 60, MostMapRows = 200;

    public static DependenceFacts Build(DependentModel model, ExplainedModel explained, CancellationToken cancel)
    {
        string[] columns = [.. Enumerable.Range(0, explained.Values!.Features.Count)
            .Where(column => explained.Found!.MeanAbsolute(column) > 0 && HasValues(model.Rows[explained.Values.Features[column]]))
            .OrderByDescending(column => explained.Found!.MeanAbsolute(column)).Take(MostColumns)
            .Select(column => explained.Values.Features[column])];
        Table few = EvenRows.Of(model.Rows, PairRows);
        PairFact[] pairs = [.. Pairs([.. columns.Take(PairColumns)]).Select(pair => new PairFact(pair.First, pair.Second,
            InteractionStrength.Squared(model.Model!, few, pair.First, pair.Second, model.Options, cancel)))
            .OrderByDescending(pair => pair.SquaredH)];
        return new(model.Model!.Task == TaskType.Regression ? "prediction" : "score", model.Rows.RowCount,
            [.. columns.Select(column => Curve(model, column, cancel))], pairs, pairs is [{ SquaredH: > 0 } first, ..]
                ? Map(model, first, cancel) : null);
    }

    private static DependenceFact Curve(DependentModel model, string column, CancellationToken cancel)
    {
        FeatureGrid grid = FeatureGrid.Even(model.Rows[column]);
        double[] curves = PartialDependence.Individual(model.Model!, model.Rows, grid, model.Options, cancel);
        double[] Band(double share) => [.. Enumerable.Range(0, grid.Count).Select(point => Quantile(
            [.. Enumerable.Range(0, model.Rows.RowCount).Select(row => curves[row * grid.Count + point]).Order()], share))];
        var fact = new DependenceFact(column, grid.Labels, grid.Numbers, PartialDependence.Mean(curves, grid.Count), Band(0.1), Band(0.9));
        if (grid.Numbers is null) return fact;
        FeatureGrid edges = FeatureGrid.Quantiles(model.Rows[column]);
        return fact with
        {
            Edges = edges.Numbers,
            Accumulated = AccumulatedEffects.Of(model.Model!, model.Rows, edges, model.Options, cancel),
        };
    }

    private static PairMapFact Map(DependentModel model, PairFact pair, CancellationToken cancel)
    {
        Table rows = EvenRows.Of(model.Rows, MostMapRows);
        FeatureGrid first = FeatureGrid.Even(rows[pair.First], PairPoints), second = FeatureGrid.Even(rows[pair.Second], PairPoints);
        double[] means = PartialDependence.OfPair(model.Model!, rows, first, second, model.Options, cancel);
        return new(pair.First, pair.Second, first.Labels, second.Labels, [.. means.Chunk(second.Count)]);
    }

    private static IEnumerable<(string First, string Second)> Pairs(string[] columns) =>
        columns.SelectMany((first, i) => columns.Skip(i + 1).Select(second => (first, second)));

    private static bool HasValues(Column column) => column is NumericColumn number ? number.Values.Any(double.IsFinite)
        : ((CategoryColumn)column).Codes.Any(code => code >= 0);

    /// <summary>A quantile of sorted numbers, linear between neighbours.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)Math.Floor(at);
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
