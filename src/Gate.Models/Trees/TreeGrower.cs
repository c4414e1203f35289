namespace Gate.Models.Trees;

/// <summary>
/// Grows a tree greedily, depth first, left side first (Breiman, Friedman, Olshen and Stone 1984, as scikit-learn does it). A split need
/// not reduce the impurity: an exclusive or shows its worth one level further down.
/// </summary>
internal sealed class TreeGrower(SplitFeature?[] features, TreeTarget target, DecisionTreeOptions options, CancellationToken cancel)
{
    // Below this many cells, starting other threads costs more than it saves.
    private const int ParallelFrom = 1 << 15;

    public FlatTree Grow(int rowCount)
    {
        var builder = new FlatTreeBuilder(target.Values);
        int[] rows = [.. Enumerable.Range(0, rowCount)];
        var buffer = new int[rowCount];
        var value = new double[target.Values];
        double totalWeight = 0;
        var open = new Stack<(int First, int Count, int Depth, int Parent, bool IsLeft)>();
        open.Push((0, rowCount, 0, -1, false));
        while (open.TryPop(out var at))
        {
            cancel.ThrowIfCancellationRequested();
            Span<int> own = rows.AsSpan(at.First, at.Count);
            NodeSummary summary = target.Summarise(own, value);
            if (at.Parent < 0) totalWeight = summary.Weight;
            int node = builder.Add(summary.Weight, summary.Impurity, value, at.Parent, at.IsLeft);
            if (!MaySplit(summary, at.Depth) || BestSplit(rows, at.First, at.Count, summary) is not { } split) continue;
            if (split.Gain / totalWeight + 2.220446049250313e-16 < options.MinImpurityDecrease) continue;

            SplitFeature feature = features[split.Feature]!;
            int onLeft = Part(own, buffer, feature, split);
            bool isNumber = feature.Kind == InputKind.Number;
            builder.Part(node, split.Feature, split.Threshold, isNumber ? -1 : split.Code, isNumber && split.MissingLeft);
            open.Push((at.First + onLeft, at.Count - onLeft, at.Depth + 1, node, false));
            open.Push((at.First, onLeft, at.Depth + 1, node, true));
        }
        return builder.Build();
    }

    private bool MaySplit(in NodeSummary node, int depth) =>
        depth < (options.MaxDepth ?? int.MaxValue) && node.Rows >= options.MinSamplesSplit && node.Rows >= 2L * options.MinSamplesLeaf
            && !node.IsPure;

    private Split? BestSplit(int[] rows, int first, int count, NodeSummary node)
    {
        var best = new Split?[features.Length];
        void Search(int f)
        {
            if (features[f] is { } feature)
                best[f] = SplitSearch.Best(f, feature, rows.AsSpan(first, count), node, target, options.MinSamplesLeaf);
        }

        if ((long)count * features.Length < ParallelFrom) for (int f = 0; f < features.Length; f++) Search(f);
        else Parallel.For(0, features.Length, new ParallelOptions { CancellationToken = cancel }, Search);

        Split? chosen = null;
        foreach (Split? split in best)
            if (split is not null && (chosen is null || split.Gain > chosen.Gain + node.Noise)) chosen = split;
        return chosen;
    }

    /// <summary>Brings the rows that go left to the front, both sides in their old order, and returns how many they are.</summary>
    private static int Part(Span<int> rows, int[] buffer, SplitFeature feature, Split split)
    {
        int onLeft = 0, onRight = 0;
        foreach (int row in rows)
        {
            if (split.GoesLeft(feature, feature.Codes[row])) rows[onLeft++] = row;
            else buffer[onRight++] = row;
        }
        buffer.AsSpan(0, onRight).CopyTo(rows[onLeft..]);
        return onLeft;
    }
}
