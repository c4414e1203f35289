namespace Gate.Explain.Trees;

/// <summary>
/// How often a leaf is reached by coalitions, where what they lack comes from a background: by what a coalition has of the players on the
/// way, the share of the background that fulfils what all others ask. The explained row has to fulfil what the coalition's players ask.
/// </summary>
/// <param name="Path">The way to the leaf.</param>
/// <param name="Reached">The share, by the bits of those players on the way that the coalition has.</param>
internal sealed record LeafShares(LeafPath Path, double[] Reached)
{
    /// <summary>The shares of a leaf.</summary>
    /// <param name="path">The way to it.</param>
    /// <param name="background">What each row of the background fulfils on the way.</param>
    public static LeafShares Of(LeafPath path, ulong[] background)
    {
        var reached = new double[1 << path.Players.Length];
        foreach (ulong fulfilled in background) reached[path.Full & ~fulfilled]++;
        // From the rows that need just these players to the rows that need no others.
        for (int bit = 1; bit < reached.Length; bit <<= 1)
            for (int set = 0; set < reached.Length; set++)
                if ((set & bit) != 0) reached[set] += reached[set ^ bit];
        for (int set = 0; set < reached.Length; set++) reached[set] /= background.Length;
        return new(path, reached);
    }

    /// <summary>Whether any coalition reaches the leaf from an explained row: that of all which the row fulfils does so most
    /// often.</summary>
    /// <param name="fulfilled">What the explained row fulfils.</param>
    public bool IsReachable(ulong fulfilled) => Reached[fulfilled] > 0;

    /// <summary>How often coalitions reach the leaf from an explained row.</summary>
    /// <param name="fulfilled">What the explained row fulfils.</param>
    /// <param name="shares">Room for as many numbers as there are sets of the way's players; overwritten.</param>
    public void From(ulong fulfilled, Span<double> shares)
    {
        for (int set = 0; set < Reached.Length; set++) shares[set] = ((ulong)set & ~fulfilled) == 0 ? Reached[set] : 0;
    }
}
