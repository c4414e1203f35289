using Gate.Data;
using Gate.Explain.Agnostic;
using Gate.Explain.Dependence;
using Gate.Models;

namespace Gate.Explain.Counterfactuals;

/// <summary>One column takes one value of its grid.</summary>
internal readonly record struct Step(int Column, int Point);

/// <summary>One row with some of its values changed.</summary>
internal sealed class ChangedValues
{
    private readonly IModel model;
    // Each column of the row with the values of its grid below it; without a grid the row's own alone.
    private readonly Column[] stacked;
    private readonly int[] gridOf;

    public ChangedValues(IModel model, Table row, IReadOnlyList<FeatureGrid> allowed)
    {
        (this.model, Grids) = (model, allowed);
        gridOf = [.. model.Features.Select(name => allowed.Index().FirstOrDefault(grid => grid.Item.Feature == name, (-1, null!)).Index)];
        stacked = [.. model.Features.Select((name, i) => gridOf[i] < 0 ? row[name]
            : StackedRows.Of([name], row, new Table([allowed[gridOf[i]].Values]))[0])];
    }

    public IReadOnlyList<FeatureGrid> Grids { get; }

    /// <summary>Every value of every grid that is not the row's own.</summary>
    public IEnumerable<Step> Singles() => Enumerable.Range(0, Grids.Count).SelectMany(column =>
        Enumerable.Range(0, Grids[column].Count).Select(point => new Step(column, point)).Where(step => Distance(step) > 0));

    /// <summary>How far a step goes: of a number the part of the grid's range, of a category 1; from a missing value 1.</summary>
    public double Distance(Step step)
    {
        Column column = stacked[Array.IndexOf(gridOf, step.Column)];
        if (column is CategoryColumn { Codes: var codes }) return codes[0] == codes[step.Point + 1] ? 0 : 1;
        double[] values = ((NumericColumn)column).Values;
        double range = values.AsSpan(1).Length < 2 ? 0 : values[1..].Max() - values[1..].Min();
        return !double.IsFinite(values[0]) || range == 0 ? (values[0] == values[step.Point + 1] ? 0 : 1)
            : Math.Abs(values[step.Point + 1] - values[0]) / range;
    }

    /// <summary>The scores of the row with each set of steps taken.</summary>
    public double[] Score(Step[][] sets, CancellationToken cancel)
    {
        if (sets.Length == 0) return [];
        return model.Score(new([.. stacked.Select((column, i) =>
            column.Take(Array.ConvertAll(sets, set => PlaceIn(set, gridOf[i]))))]), cancel);
    }

    private static int PlaceIn(Step[] set, int grid)
    {
        foreach (Step step in set)
            if (grid >= 0 && step.Column == grid) return step.Point + 1;
        return 0;
    }
}
