using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>
/// The worths of coalitions to a model whose output is a sum of trees, without mixing a row: the sum over leaves of the leaf's value times
/// how often it is reached. They are those of calling the model up to rounding, as each leaf counts as often as mixed rows come to it.
/// </summary>
internal sealed class TreeWorths : ICoalitionWorths
{
    // So many coalitions of a row are one task: what it adds to stays in the nearest cache.
    private const int TaskCoalitions = 1024;

    private readonly CodeLanes lanes;
    private readonly PathTree[] trees;
    private readonly TreeTerm[][] terms;
    private readonly double[] start;
    private readonly RowCodes background;
    private readonly IReadOnlyList<double[]> columns;
    // The player that each feature is; -1 for one that no coalition has.
    private readonly int[] playerOf;
    private readonly ParallelOptions parallel;

    private TreeWorths(ITreeModel model, TreeOutputs outputs, int[] players, Table rows, Table background, ParallelOptions parallel)
    {
        int[] features = [.. Enumerable.Range(0, model.Features.Count)];
        lanes = new CodeLanes(model.Trees, model.Sum.Inputs);
        trees = [.. model.Trees.Select((tree, t) => new PathTree(tree, lanes.Tests[t], features, null))];
        terms = [.. trees.Select((_, t) => outputs.TermsOf(t))];
        (start, this.parallel) = (outputs.Base, parallel);
        playerOf = Array.ConvertAll(features, feature => Array.IndexOf(players, feature));
        this.background = lanes.Encode(model.Read(background), 0, background.RowCount, parallel);
        columns = model.Read(rows);
    }

    /// <summary>Worths by leaves; null where the output is no sum of trees, or calling the model costs less.</summary>
    /// <param name="model">The model.</param>
    /// <param name="output">The explained output.</param>
    /// <param name="outputs">How many outputs are explained.</param>
    /// <param name="players">The features that are players.</param>
    /// <param name="rows">The explained rows.</param>
    /// <param name="background">The background.</param>
    /// <param name="coalitions">How many coalitions are asked for in each row.</param>
    /// <param name="parallel">How many threads may work.</param>
    public static TreeWorths? Of(IModel model, ExplainedOutput output, int outputs, int[] players, Table rows, Table background,
        int coalitions, ParallelOptions parallel)
    {
        bool isSum = model is ITreeModel && (output == ExplainedOutput.Raw
            || (output == ExplainedOutput.Probability && ((ITreeModel)model).Link.Kind == LinkKind.Identity));
        if (!isSum || !WaysOfLeaves.AreShort(((ITreeModel)model).Trees, coalitions, background.RowCount)) return null;
        var sums = new TreeOutputs((ITreeModel)model);
        // A class that training did not have has a score of 0, but no trees.
        return sums.Count == outputs ? new((ITreeModel)model, sums, players, rows, background, parallel) : null;
    }

    public double[] Of(int first, int count, bool[][] coalitions)
    {
        int width = coalitions.Length * start.Length;
        var worths = new double[checked(count * width)];
        for (int i = 0; i < worths.Length; i++) worths[i] = start[i % start.Length];
        var members = new CoalitionMembers(coalitions, playerOf);
        for (int at = 0; at < count; at += DecisionMasks.Most)
        {
            int some = Math.Min(DecisionMasks.Most, count - at);
            RowCodes codes = lanes.Encode(columns, first + at, some, parallel);
            for (int tree = 0; tree < trees.Length; tree++) Add(tree, codes, members, worths.AsMemory(at * width, some * width));
        }
        return worths;
    }

    /// <summary>Adds what a tree's leaves are worth: tables of all leaves are made, and the coalitions of all rows look them up.</summary>
    private void Add(int tree, RowCodes codes, CoalitionMembers members, Memory<double> worths)
    {
        LeafPath[] paths = trees[tree].Leaves;
        ulong[][] fulfilled = BackgroundPatterns.Rows(trees[tree], codes), theirs = BackgroundPatterns.Rows(trees[tree], background);
        var leaves = new LeafShares[paths.Length];
        var sets = new ushort[paths.Length][];
        InParallel.For(0, paths.Length, parallel, leaf =>
        {
            leaves[leaf] = LeafShares.Of(paths[leaf], theirs[leaf]);
            if (fulfilled[leaf].Any(leaves[leaf].IsReachable)) sets[leaf] = members.Sets(paths[leaf]);
        });
        int parts = (members.Count + TaskCoalitions - 1) / TaskCoalitions, outputs = start.Length;
        InParallel.For(0, codes.Rows * parts, parallel, task =>
        {
            (int row, int part) = Math.DivRem(task, parts);
            int from = part * TaskCoalitions, some = Math.Min(TaskCoalitions, members.Count - from);
            Span<double> own = worths.Span.Slice((row * members.Count + from) * outputs, some * outputs);
            Span<double> shares = stackalloc double[1 << WaysOfLeaves.MostFeatures];
            for (int leaf = 0; leaf < leaves.Length; leaf++)
            {
                if (!leaves[leaf].IsReachable(fulfilled[leaf][row])) continue;
                leaves[leaf].From(fulfilled[leaf][row], shares);
                foreach (TreeTerm term in terms[tree])
                    Add(shares, sets[leaf].AsSpan(from, some), trees[tree].Value(paths[leaf].Leaf, term.Value) * term.Factor,
                        own[term.Output..], outputs);
            }
        });
    }

    private static void Add(ReadOnlySpan<double> shares, ReadOnlySpan<ushort> sets, double value, Span<double> worths, int outputs)
    {
        for (int i = 0; i < sets.Length; i++) worths[i * outputs] += shares[sets[i]] * value;
    }
}
