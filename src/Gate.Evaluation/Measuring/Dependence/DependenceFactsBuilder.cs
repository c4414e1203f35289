using Gate.Data;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Results;
using Gate.Explain.Dependence;

namespace Gate.Evaluation.Measuring.Dependence;

/// <summary>How the score moves with the columns that add most, as the result tells it. Of rows there are quantiles only.</summary>
internal static class DependenceFactsBuilder
{
    private const int MostColumns = 6, PairColumns = 4, PairPoints = 8, PairRows = 60, MostMapRows = 200, MostClasses = 12;

    public static DependenceFacts Build(DependentModel model, ExplainedModel explained, CancellationToken cancel)
    {
        string[] columns = [.. Enumerable.Range(0, explained.Values!.Features.Count)
            .Where(column => explained.Found!.MeanAbsolute(column) > 0 && HasValues(model.Rows[explained.Values.Features[column]]))
            .OrderByDescending(column => explained.Found!.MeanAbsolute(column)).Take(MostColumns)
            .Select(column => explained.Values.Features[column])];
        Table few = EvenRows.Of(model.Rows, PairRows);
        DependenceFact[][] curves = [.. columns.Select(column => Curves(model, column, cancel))];
        PairFact[][] pairs = [.. Pairs([.. columns.Take(PairColumns)]).Select(pair => InteractionStrength.SquaredOfEach(model.Model!, few,
            pair.First, pair.Second, model.Options, cancel).Select(h => new PairFact(pair.First, pair.Second, h)).ToArray())];
        ClassDependenceFacts Of(string name, int output)
        {
            PairFact[] own = [.. pairs.Select(pair => pair[output]).OrderByDescending(pair => pair.SquaredH)];
            return new(name, [.. curves.Select(curve => curve[output])], own, own is [{ SquaredH: > 0 } first, ..]
                ? Map(model, first, output, cancel) : null);
        }
        if (model.Model!.Task == TaskType.MulticlassClassification)
            return new("score", model.Rows.RowCount, [], [], null)
            {
                // Of a class that training did not have the score is 0 whatever the row.
                Classes = [.. model.Model.Classes.Select((name, output) => (name, output))
                    .Where(one => explained.Values.Outputs.Contains(one.name)).Take(MostClasses).Select(one => Of(one.name, one.output))],
            };
        ClassDependenceFacts all = Of("", 0);
        return new(model.Model.Task == TaskType.Regression ? "prediction" : "score", model.Rows.RowCount, all.Columns, all.Pairs, all.Map);
    }

    /// <summary>The curve of a column for each output.</summary>
    private static DependenceFact[] Curves(DependentModel model, string column, CancellationToken cancel)
    {
        FeatureGrid grid = FeatureGrid.Even(model.Rows[column]);
        double[] curves = PartialDependence.Individual(model.Model!, model.Rows, grid, model.Options, cancel);
        (int points, int rows) = (grid.Count, model.Rows.RowCount);
        int outputs = curves.Length / (rows * points);
        double[] means = PartialDependence.Mean(curves, points * outputs);
        FeatureGrid? edges = grid.Numbers is null ? null : FeatureGrid.Quantiles(model.Rows[column]);
        double[][]? accumulated = edges is null ? null
            : AccumulatedEffects.OfEach(model.Model!, model.Rows, edges, model.Options, cancel);
        return [.. Enumerable.Range(0, outputs).Select(output =>
        {
            double[] Band(double share) => [.. Enumerable.Range(0, points).Select(point => Quantile([.. Enumerable.Range(0, rows)
                .Select(row => curves[(row * points + point) * outputs + output]).Order()], share))];
            return new DependenceFact(column, grid.Labels, grid.Numbers, [.. Enumerable.Range(0, points)
                .Select(point => means[point * outputs + output])], Band(0.1), Band(0.9))
            {
                Edges = edges?.Numbers,
                Accumulated = accumulated?[output],
            };
        })];
    }

    private static PairMapFact Map(DependentModel model, PairFact pair, int output, CancellationToken cancel)
    {
        Table rows = EvenRows.Of(model.Rows, MostMapRows);
        FeatureGrid first = FeatureGrid.Even(rows[pair.First], PairPoints), second = FeatureGrid.Even(rows[pair.Second], PairPoints);
        double[] means = PartialDependence.OfPair(model.Model!, rows, first, second, model.Options, cancel);
        int outputs = means.Length / (first.Count * second.Count);
        return new(pair.First, pair.Second, first.Labels, second.Labels,
            [.. means.Where((_, i) => i % outputs == output).Chunk(second.Count)]);
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
