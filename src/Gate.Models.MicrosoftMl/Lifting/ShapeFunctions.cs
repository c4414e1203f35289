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
        for (int shape = 0; shape < slots.Length; shape++)
        {
            Slot slot = layout.Slots[slots[shape]];
            if (effects[shape].Length == 1) start += effects[shape][0];
            else trees.Add(slot.Kind == SlotKind.Rank ? Category(slot.Input, bounds[shape], effects[shape])
                : Number(slot, bounds[shape], effects[shape]));
        }
        return new(factor * start, trees);
    }

    private TreeNodes Number(Slot slot, double[] bounds, double[] effects)
    {
        var tree = new HalvingTree(effects.Length, slot.Input);
        // A value belongs to the first bin whose bound it does not exceed.
        tree.Grow((node, _, middle) =>
        {
            tree.Nodes.Threshold[node] = bounds[middle - 1];
            tree.Nodes.MissingLeft[node] = slot.Kind == SlotKind.MissingIsLow;
        }, bin => factor * effects[bin]);
        return tree.Nodes;
    }

    /// <summary>A level adds the effect of its rank's bin. A level that training did not have adds nothing, which is the mean of the
    /// function.</summary>
    private TreeNodes Category(int input, double[] bounds, double[] effects)
    {
        int missing = layout.Inputs[input].Categories.Count;
        int[][] groups = [.. Enumerable.Range(0, layout.Inputs[input].Levels)
            .GroupBy(level => Array.FindIndex(bounds, bound => layout.Ranks![input][level] <= bound)).OrderBy(bin => bin.Key)
            .Select(bin => bin.ToArray())];
        int[] bins = [.. groups.Select(group => Array.FindIndex(bounds, bound => layout.Ranks![input][group[0]] <= bound))];
        var tree = new HalvingTree(groups.Length + 1, input);
        tree.Grow((node, first, middle) =>
        {
            int[] left = [.. groups[first..middle].SelectMany(group => group)];
            tree.Nodes.Set[node] = sets.Of([.. left.Where(level => level < missing)]);
            tree.Nodes.MissingLeft[node] = left.Contains(missing);
        }, group => group < groups.Length ? factor * effects[bins[group]] : 0);
        return tree.Nodes;
    }

    // The public way to them (5.0.1) takes the number of a feature for that of a function, and fails where a feature has none.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_binUpperBounds")]
    private static extern ref double[][] BinUpperBounds(GamModelParametersBase model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_binEffects")]
    private static extern ref double[][] BinEffects(GamModelParametersBase model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_shapeToInputMap")]
    private static extern ref int[] ShapeToInput(GamModelParametersBase model);
}
