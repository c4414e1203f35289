using System.Numerics;
using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>
/// Shapley values of the score itself, or of the decision, which is no sum over trees: for each pair of an explained row and one of the
/// background, the sums of
/// all coalitions of the players in which the two differ, the link of each, and the Shapley values of that. Exact; what it costs doubles
/// with each player in which the rows differ.
/// </summary>
internal sealed class ScoreGame(PathTree[] trees, ITreeModel model, TreeOutputs outputs, RowCodes background, int players,
    double? threshold)
{
    /// <summary>So many players may differ.</summary>
    public const int MostPlayers = 16;

    private readonly ulong[][][] theirs = Array.ConvertAll(trees, tree => BackgroundPatterns.Rows(tree, background));
    private readonly int sums = model.Sum.Base.Count;

    /// <summary>The mean score of the background.</summary>
    public double[] Base()
    {
        var mean = new double[outputs.Count];
        double[] own = new double[sums], score = new double[outputs.Count];
        for (int row = 0; row < background.Rows; row++)
        {
            Start(own);
            for (int t = 0; t < trees.Length; t++)
                for (int leaf = 0; leaf < trees[t].Leaves.Length; leaf++)
                    if (theirs[t][leaf][row] == trees[t].Leaves[leaf].Full) AddLeaf(t, leaf, 1, own);
            Scores(own, score);
            for (int k = 0; k < mean.Length; k++) mean[k] += score[k] / background.Rows;
        }
        return mean;
    }

    /// <summary>The values of one row: players × outputs.</summary>
    /// <param name="fulfilled">What the row fulfils on the way to each leaf of each tree.</param>
    /// <param name="values">Set to the values.</param>
    /// <exception cref="ModelException">The row differs from one of the background in too many players.</exception>
    public void Explain(ulong[][] fulfilled, Span<double> values)
    {
        values.Clear();
        var active = new List<(int Tree, int Leaf)>();
        for (int row = 0; row < background.Rows; row++)
        {
            int[] differing = Differing(fulfilled, row, active);
            if (differing.Length > MostPlayers)
                throw new ModelException($"a row differs from one of the background in {differing.Length} columns that the model reads; "
                    + $"exact Shapley values of the score take up to {MostPlayers}. Explain the raw margin, or use kernel_shap");
            double[] scores = ScoresOfCoalitions(fulfilled, row, active, differing);
            for (int j = 0; j < differing.Length; j++)
                for (int k = 0; k < outputs.Count; k++)
                    values[differing[j] * outputs.Count + k] +=
                        CoalitionGame.Value(scores, differing.Length, j, k, outputs.Count) / background.Rows;
        }
    }

    /// <summary>The players in which the rows differ on the way to any leaf that a mixture of both can reach; and these leaves.</summary>
    private int[] Differing(ulong[][] fulfilled, int row, List<(int Tree, int Leaf)> active)
    {
        var differs = new bool[players];
        active.Clear();
        for (int t = 0; t < trees.Length; t++)
            for (int leaf = 0; leaf < trees[t].Leaves.Length; leaf++)
            {
                LeafPath path = trees[t].Leaves[leaf];
                ulong own = fulfilled[t][leaf], other = theirs[t][leaf][row];
                if ((own | other) != path.Full) continue;
                active.Add((t, leaf));
                for (ulong bits = own ^ other; bits != 0; bits &= bits - 1)
                    differs[path.Players[BitOperations.TrailingZeroCount(bits)]] = true;
            }
        return [.. Enumerable.Range(0, players).Where(player => differs[player])];
    }

    /// <summary>The scores of all coalitions, by their bits: coalitions × outputs. A leaf belongs to the coalitions that have all players
    /// whom only the row fulfils and none whom only the background does: written as a sum over what contains a set, added up once for all
    /// leaves.</summary>
    private double[] ScoresOfCoalitions(ulong[][] fulfilled, int row, List<(int Tree, int Leaf)> active, int[] differing)
    {
        int coalitions = 1 << differing.Length;
        var own = new double[coalitions * sums];
        Start(own.AsSpan(0, sums));
        foreach ((int t, int leaf) in active)
        {
            ulong mine = fulfilled[t][leaf], other = theirs[t][leaf][row];
            LeafPath path = trees[t].Leaves[leaf];
            int with = BitsOf(path, mine & ~other, differing), without = BitsOf(path, other & ~mine, differing);
            for (int subset = without; ; subset = (subset - 1) & without)
            {
                AddLeaf(t, leaf, (BitOperations.PopCount((uint)subset) & 1) == 0 ? 1 : -1, own.AsSpan((with | subset) * sums, sums));
                if (subset == 0) break;
            }
        }
        for (int bit = 1; bit < coalitions; bit <<= 1)
            for (int set = 0; set < coalitions; set++)
                if ((set & bit) != 0)
                    for (int k = 0; k < sums; k++) own[set * sums + k] += own[(set ^ bit) * sums + k];
        var scores = new double[coalitions * outputs.Count];
        for (int set = 0; set < coalitions; set++)
            Scores(own.AsSpan(set * sums, sums), scores.AsSpan(set * outputs.Count, outputs.Count));
        return scores;
    }

    /// <summary>The scores of one mixture of rows, or what is decided by them.</summary>
    private void Scores(Span<double> own, Span<double> said)
    {
        outputs.Scores(own, said);
        if (threshold is { } least) said[0] = ModelAnswers.Decided(said[0], least);
    }

    private static int BitsOf(LeafPath path, ulong players, int[] differing)
    {
        int bits = 0;
        for (; players != 0; players &= players - 1)
            bits |= 1 << Array.IndexOf(differing, path.Players[BitOperations.TrailingZeroCount(players)]);
        return bits;
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
}
