namespace Gate.Explain.Trees;

/// <summary>What the rows of a background fulfil on the way to each leaf.</summary>
internal static class BackgroundPatterns
{
    /// <summary>For each leaf of a tree what each row fulfils.</summary>
    public static ulong[][] Rows(PathTree tree, RowCodes rows)
    {
        ulong[][] fulfilled = Array.ConvertAll(tree.Leaves, _ => new ulong[rows.Rows]);
        var masks = new DecisionMasks();
        for (int at = 0; at < rows.Rows; at += DecisionMasks.Most)
        {
            int count = Math.Min(DecisionMasks.Most, rows.Rows - at);
            masks.Fill(tree, rows, at, count);
            for (int leaf = 0; leaf < tree.Leaves.Length; leaf++)
                for (int row = 0; row < count; row++) fulfilled[leaf][at + row] = masks.Fulfilled(tree.Leaves[leaf], row);
        }
        return fulfilled;
    }

    /// <summary>The games of a tree's leaves.</summary>
    public static LeafGame[] Games(PathTree tree, RowCodes rows)
    {
        ulong[][] fulfilled = Rows(tree, rows);
        return [.. tree.Leaves.Select((path, leaf) => new BackgroundGame(path, [.. fulfilled[leaf].GroupBy(mask => mask)
            .OrderBy(group => group.Key).Select(group => new BackgroundPattern(group.Key, (double)group.Count() / rows.Rows))]))];
    }
}
