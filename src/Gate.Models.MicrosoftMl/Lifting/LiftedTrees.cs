using Gate.Models.Ensembles;
using Gate.Models.MicrosoftMl.Columns;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Models.MicrosoftMl.Lifting;

/// <summary>Microsoft.ML's trees as trees on columns.</summary>
/// <param name="layout">What the features of the trees are.</param>
/// <param name="factor">By what their values are multiplied.</param>
internal sealed class LiftedTrees(SlotLayout layout, double factor)
{
    private readonly LevelSetStore sets = new();

    /// <summary>The trees with more than one leaf; a tree without a split adds nothing in Microsoft.ML.</summary>
    public IReadOnlyList<TreeNodes> Of<TTree>(TreeEnsemble<TTree> ensemble) where TTree : RegressionTreeBase =>
        [.. ensemble.Trees.Zip(ensemble.TreeWeights).Where(tree => tree.First.NumberOfNodes > 0)
            .Select(tree => Nodes(tree.First, factor * tree.Second))];

    private TreeNodes Nodes(RegressionTreeBase tree, double factor)
    {
        int inner = tree.NumberOfNodes;
        var nodes = new TreeNodes(inner + tree.NumberOfLeaves);
        for (int leaf = 0; leaf < tree.NumberOfLeaves; leaf++) nodes.Value[inner + leaf] = factor * tree.LeafValues[leaf];
        for (int node = 0; node < inner; node++)
        {
            nodes.Left[node] = Place(tree.LeftChild[node], inner);
            nodes.Right[node] = Place(tree.RightChild[node], inner);
            if (tree.CategoricalSplitFlags[node]) SplitBySet(nodes, node, tree.GetCategoricalSplitFeaturesAt(node));
            else SplitByThreshold(nodes, node, tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node]);
        }
        return nodes;
    }

    private static int Place(int child, int inner) => child >= 0 ? child : inner + ~child;

    private void SplitByThreshold(TreeNodes nodes, int node, int feature, float threshold)
    {
        Slot slot = layout.Slots[feature];
        if (slot.Kind == SlotKind.Level)
        {
            SplitBySet(nodes, node, [feature]);
            return;
        }
        nodes.Feature[node] = slot.Input;
        nodes.Threshold[node] = threshold;
        nodes.MissingLeft[node] = slot.Kind == SlotKind.MissingIsLow;
    }

    /// <summary>Microsoft.ML sends the levels of the set to the right; here a set goes left, and what is in none goes right.</summary>
    private void SplitBySet(TreeNodes nodes, int node, IReadOnlyList<int> features)
    {
        int input = layout.Slots[features[0]].Input;
        int missing = layout.Inputs[input].Categories.Count;
        int[] levels = [.. features.Select(feature => layout.Slots[feature].Level)];
        nodes.Feature[node] = input;
        nodes.Set[node] = sets.Of([.. levels.Where(level => level < missing)]);
        nodes.MissingLeft[node] = levels.Contains(missing);
        (nodes.Left[node], nodes.Right[node]) = (nodes.Right[node], nodes.Left[node]);
    }
}
