using System.Runtime.CompilerServices;
using Gate.Models.Ensembles;
using Gate.Models.MicrosoftMl.Columns;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Models.MicrosoftMl.Lifting;

/// <summary>The functions of an additive model as trees: of each column one tree, which finds the bin by halving. What the tree says is
/// what the column adds.</summary>
/// <param name="layout">What the features of the model are.</param>
/// <param name="factor">By what effects are multiplied.</param>
internal sealed class ShapeFunctions(SlotLayout layout, double factor)
{
    private readonly LevelSetStore sets = new();

    /// <summary>The trees of a model.</summary>
    public Grown Of(GamModelParametersBase model)
    {
        double[][] bounds = BinUpperBounds(model), effects = BinEffects(model);
        int[] slots = ShapeToInput(model);
        double start = model.Bias;
        var trees = new List<TreeNodes>();
        foreach (IGrouping<int, int> shapes in Enumerable.Range(0, slots.Length).GroupBy(shape => layout.Slots[slots[shape]].Input))
        {
            if (layout.Inputs[shapes.Key].Kind == InputKind.Category)
                start += Category(shapes.Key, shapes, slots, bounds, effects, trees);
            else if (effects[shapes.Single()] is { Length: > 1 } steps) trees.Add(Number(slots[shapes.Single()], bounds[shapes.Single()], steps));
            else start += effects[shapes.Single()][0];
        }
        return new(factor * start, trees);
    }

    private TreeNodes Number(int feature, double[] bounds, double[] effects)
    {
        Slot slot = layout.Slots[feature];
        var tree = new HalvingTree(effects.Length, slot.Input);
        // A value belongs to the first bin whose bound it does not exceed.
        tree.Grow((node, _, middle) =>
        {
            tree.Nodes.Threshold[node] = bounds[middle - 1];
            tree.Nodes.MissingLeft[node] = slot.Kind == SlotKind.MissingIsLow;
        }, bin => factor * effects[bin]);
        return tree.Nodes;
    }

    /// <summary>A level adds what its own slot says at 1, and what those of all others say at 0; a level that training did not have adds
    /// the latter alone, which is what is given back.</summary>
    private double Category(int input, IEnumerable<int> shapes, int[] slots, double[][] bounds, double[][] effects, List<TreeNodes> trees)
    {
        double none = 0;
        var added = new double[layout.Inputs[input].Levels];
        foreach (int shape in shapes)
        {
            double absent = effects[shape][Bin(bounds[shape], 0)];
            none += absent;
            added[layout.Slots[slots[shape]].Level] = effects[shape][Bin(bounds[shape], 1)] - absent;
        }
        // Levels that add the same stand together, the unknown ones with those that add nothing.
        int[][] groups = [.. Enumerable.Range(0, added.Length).GroupBy(level => added[level]).OrderBy(group => group.Key == 0)
            .ThenBy(group => group.Key).Select(group => group.ToArray())];
        if (added.Any(effect => effect == 0)) groups = groups[..^1];
        if (groups.Length == 0) return none;
        int missing = layout.Inputs[input].Categories.Count;
        var tree = new HalvingTree(groups.Length + 1, input);
        tree.Grow((node, first, middle) =>
        {
            int[] left = [.. groups[first..middle].SelectMany(group => group)];
            tree.Nodes.Set[node] = sets.Of([.. left.Where(level => level < missing)]);
            tree.Nodes.MissingLeft[node] = left.Contains(missing);
        }, group => group < groups.Length ? factor * added[groups[group][0]] : 0);
        trees.Add(tree.Nodes);
        return none;
    }

    private static int Bin(double[] bounds, double value) => Array.FindIndex(bounds, bound => value <= bound);

    // The public way to them (5.0.1) takes the number of a feature for that of a function, and fails where a feature has none.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_binUpperBounds")]
    private static extern ref double[][] BinUpperBounds(GamModelParametersBase model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_binEffects")]
    private static extern ref double[][] BinEffects(GamModelParametersBase model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_shapeToInputMap")]
    private static extern ref int[] ShapeToInput(GamModelParametersBase model);
}
