using Gate.Metrics.Groups;

namespace Gate.Metrics.Rows;

/// <summary>Rows of a sample in the order of a key, scope by scope; equal keys stay in the order of the rows.</summary>
/// <param name="Start">Where each scope starts; one more than there are scopes.</param>
/// <param name="Keys">The keys in order; -0 has become 0.</param>
/// <param name="Tags">Twice the row's number, plus 1 where its label is the class in question.</param>
/// <param name="Weights">The weights, or null when each row counts 1.</param>
/// <param name="Groups">The group of each, where all rows are one scope that is still to be split; else null.</param>
internal sealed record SortedRows(int[] Start, double[] Keys, uint[] Tags, double[]? Weights, RowCodes? Groups = null)
{
    public int Scopes => Start.Length - 1;

    /// <summary>The number of rows of a scope.</summary>
    public int Length(int scope) => Start[scope + 1] - Start[scope];

    /// <summary>The number of rows of the largest scope.</summary>
    public int Longest
    {
        get
        {
            int longest = 0;
            for (int s = 0; s < Scopes; s++) longest = Math.Max(longest, Length(s));
            return longest;
        }
    }

    /// <summary>The row of a sample behind a tag.</summary>
    public static int Row(uint tag) => (int)(tag >> 1);

    /// <summary>Whether the label behind a tag is the class in question.</summary>
    public static bool IsPositive(uint tag) => (tag & 1) != 0;

    /// <summary>One scope's rows as metrics read them.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="room">Room for what is not stored.</param>
    public RankedRows Rows(int scope, Room room)
    {
        int from = Start[scope], length = Length(scope);
        ReadOnlySpan<double> keys = Keys.AsSpan(from, length);
        ReadOnlySpan<uint> tags = Tags.AsSpan(from, length);
        Span<double> positives = room.Positives.AsSpan(0, length);
        Span<bool> endsTie = room.EndsTie.AsSpan(0, length);
        for (int i = 0; i < tags.Length; i++) positives[i] = tags[i] & 1;
        for (int i = 0; i + 1 < keys.Length; i++) endsTie[i] = keys[i] != keys[i + 1];
        if (length > 0) endsTie[^1] = true;
        return new RankedRows(keys, Weights is null ? room.Ones.AsSpan(0, length) : Weights.AsSpan(from, length), positives, endsTie,
            Weights is not null);
    }

    /// <summary>Scratch for one thread.</summary>
    internal sealed class Room
    {
        public Room(SortedRows rows)
        {
            int longest = rows.Longest;
            Positives = GC.AllocateUninitializedArray<double>(longest);
            EndsTie = GC.AllocateUninitializedArray<bool>(longest);
            Ones = rows.Weights is null ? new double[longest] : [];
            Ones.AsSpan().Fill(1);
        }

        public double[] Positives { get; }

        public bool[] EndsTie { get; }

        public double[] Ones { get; }
    }
}
