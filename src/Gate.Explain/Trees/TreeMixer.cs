using System.Numerics;
using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>Mixtures of rows as trees score them: the sums of all mixtures of two rows at once, and the link of each.</summary>
internal sealed class TreeMixer : IMixer
{
    private readonly ITreeModel model;
    private readonly CodeLanes lanes;
    private readonly PathTree[] trees;
    private readonly TreeOutputs outputs;
    // For each tree and leaf what each row of the background fulfils on the way.
    private readonly ulong[][][] theirs;
    private readonly int sums;

    /// <param name="model">The model.</param>
    /// <param name="lanes">Its values as codes.</param>
    /// <param name="trees">Its trees.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="background">The rows of the background.</param>
    public TreeMixer(ITreeModel model, CodeLanes lanes, PathTree[] trees, TreeOutputs outputs, RowCodes background)
    {
        (this.model, this.lanes, this.trees, this.outputs) = (model, lanes, trees, outputs);
        (BackgroundRows, sums) = (background.Rows, model.Sum.Base.Count);
        theirs = Array.ConvertAll(trees, tree => BackgroundPatterns.Rows(tree, background));
        Codes = [.. model.Codes.Order()];
    }

    /// <summary>Prepares a model; each of its features is a player.</summary>
    public static TreeMixer Of(ITreeModel model, Table background, ParallelOptions parallel)
    {
        var lanes = new CodeLanes(model.Trees, model.Sum.Inputs);
        int[] players = [.. Enumerable.Range(0, model.Features.Count)];
        return new(model, lanes, [.. model.Trees.Select((tree, t) => new PathTree(tree, lanes.Tests[t], players, null))],
            new TreeOutputs(model), lanes.Encode(model.Read(background), 0, background.RowCount, parallel));
    }

    public IReadOnlyList<int> Codes { get; }

    public int BackgroundRows { get; }

    public void OfBackground(int other, Span<double> scores)
    {
        Span<double> own = new double[sums];
        Start(own);
        for (int t = 0; t < trees.Length; t++)
            for (int leaf = 0; leaf < trees[t].Leaves.Length; leaf++)
                if (theirs[t][leaf][other] == trees[t].Leaves[leaf].Full) AddLeaf(t, leaf, 1, own);
        outputs.Scores(own, scores);
    }

    public IMixedRows Of(Table rows, ParallelOptions parallel)
    {
        RowCodes codes = lanes.Encode(model.Read(rows), 0, rows.RowCount, parallel);
        return new MixedRows(this, Array.ConvertAll(trees, tree => BackgroundPatterns.Rows(tree, codes)));
    }

    private void Start(Span<double> own)
    {
        for (int k = 0; k < sums; k++) own[k] = model.Sum.Base[k] / model.Sum.Divisor;
    }

    private void AddLeaf(int tree, int leaf, int sign, Span<double> own)
    {
        int node = trees[tree].Leaves[leaf].Leaf;
        for (int value = 0; value < model.Trees[tree].ValuesPerNode; value++)
            own[model.Sum.Outputs[tree] + value] += sign * trees[tree].Value(node, value) / model.Sum.Divisor;
    }

    private sealed class MixedRows(TreeMixer mixer, ulong[][][] fulfilled) : IMixedRows
    {
        public IMixture Of(int row, int other) => new Mixture(mixer, fulfilled, row, other);
    }

    private sealed class Mixture : IMixture
    {
        private readonly TreeMixer mixer;
        // The leaves that some mixture reaches, with what each of the two rows fulfils on the way.
        private readonly List<(int Tree, int Leaf, ulong Own, ulong Other)> active = [];

        public Mixture(TreeMixer mixer, ulong[][][] fulfilled, int row, int other)
        {
            this.mixer = mixer;
            for (int t = 0; t < fulfilled.Length; t++)
                for (int leaf = 0; leaf < fulfilled[t].Length; leaf++)
                {
                    (ulong own, ulong theirs) = (fulfilled[t][leaf][row], mixer.theirs[t][leaf][other]);
                    if ((own | theirs) == mixer.trees[t].Leaves[leaf].Full) active.Add((t, leaf, own, theirs));
                }
        }

        public void Mark(bool[] differs)
        {
            foreach ((int t, int leaf, ulong own, ulong other) in active)
                for (ulong bits = own ^ other; bits != 0; bits &= bits - 1)
                    differs[mixer.trees[t].Leaves[leaf].Players[BitOperations.TrailingZeroCount(bits)]] = true;
        }

        /// <summary>A leaf belongs to the mixtures that have all columns which only the row fulfils and none which only the background
        /// does: written as a sum over what contains a set, added up once for all leaves.</summary>
        public double[] Scores(int[] differing)
        {
            (int mixtures, int sums, int count) = (1 << differing.Length, mixer.sums, mixer.outputs.Count);
            var own = new double[mixtures * sums];
            mixer.Start(own.AsSpan(0, sums));
            foreach ((int t, int leaf, ulong mine, ulong other) in active)
            {
                LeafPath path = mixer.trees[t].Leaves[leaf];
                int with = BitsOf(path, mine & ~other, differing), without = BitsOf(path, other & ~mine, differing);
                for (int subset = without; ; subset = (subset - 1) & without)
                {
                    mixer.AddLeaf(t, leaf, (BitOperations.PopCount((uint)subset) & 1) == 0 ? 1 : -1,
                        own.AsSpan((with | subset) * sums, sums));
                    if (subset == 0) break;
                }
            }
            for (int bit = 1; bit < mixtures; bit <<= 1)
                for (int set = 0; set < mixtures; set++)
                    if ((set & bit) != 0)
                        for (int k = 0; k < sums; k++) own[set * sums + k] += own[(set ^ bit) * sums + k];
            var scores = new double[mixtures * count];
            for (int set = 0; set < mixtures; set++)
                mixer.outputs.Scores(own.AsSpan(set * sums, sums), scores.AsSpan(set * count, count));
            return scores;
        }

        private static int BitsOf(LeafPath path, ulong players, int[] differing)
        {
            int bits = 0;
            for (; players != 0; players &= players - 1)
                bits |= 1 << Array.IndexOf(differing, path.Players[BitOperations.TrailingZeroCount(players)]);
            return bits;
        }
    }
}
