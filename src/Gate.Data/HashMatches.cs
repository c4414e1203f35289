using System.Numerics;

namespace Gate.Data;

/// <summary>How often 64-bit numbers repeat, within some and from others to them.</summary>
/// <param name="Distinct">How many different numbers there are.</param>
/// <param name="Most">How often the most frequent one occurs; 0 without any.</param>
/// <param name="Found">How many of the numbers are among the others.</param>
/// <param name="Twins">How many of the others have an equal one among the others.</param>
public readonly record struct HashMatches(int Distinct, int Most, int Found, int Twins)
{
    private const int Parts = 256, PartBits = 8;

    /// <summary>Counts. The numbers are put into parts by their first bits, so that each part's table fits a near cache.</summary>
    /// <param name="hashes">Numbers other than 0, spread evenly.</param>
    /// <param name="others">The same; empty where there are none.</param>
    public static HashMatches Of(ReadOnlySpan<ulong> hashes, ReadOnlySpan<ulong> others)
    {
        (ulong[] own, int[] ownStart) = Parted(hashes);
        (ulong[] their, int[] theirStart) = Parted(others);
        int largest = Enumerable.Range(0, Parts).Max(p => Math.Max(ownStart[p + 1] - ownStart[p], theirStart[p + 1] - theirStart[p]));
        var table = new CountTable(largest);
        (int distinct, int most, int found, int twins) = (0, 0, 0, 0);
        for (int p = 0; p < Parts; p++)
        {
            ReadOnlySpan<ulong> mine = own.AsSpan(ownStart[p]..ownStart[p + 1]);
            table.Count(their.AsSpan(theirStart[p]..theirStart[p + 1]));
            twins += table.Twins;
            foreach (ulong hash in mine) if (table.Has(hash)) found++;
            table.Count(mine);
            distinct += table.Distinct;
            most = Math.Max(most, table.Most);
        }
        return new(distinct, most, found, twins);
    }

    private static (ulong[] Numbers, int[] Start) Parted(ReadOnlySpan<ulong> hashes)
    {
        var start = new int[Parts + 1];
        foreach (ulong hash in hashes) start[(int)(hash >> (64 - PartBits)) + 1]++;
        for (int p = 0; p < Parts; p++) start[p + 1] += start[p];
        int[] next = start[..Parts];
        var numbers = new ulong[hashes.Length];
        foreach (ulong hash in hashes) numbers[next[(int)(hash >> (64 - PartBits))]++] = hash;
        return (numbers, start);
    }

    /// <summary>Open addressing in two arrays, of which at most half is taken.</summary>
    private sealed class CountTable
    {
        private readonly ulong[] keys;
        private readonly int[] counts;

        public CountTable(int most)
        {
            int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, 2 * most));
            (keys, counts) = (new ulong[slots], new int[slots]);
        }

        public int Distinct { get; private set; }

        public int Most { get; private set; }

        public int Twins { get; private set; }

        /// <summary>Counts numbers anew.</summary>
        public void Count(ReadOnlySpan<ulong> hashes)
        {
            keys.AsSpan().Clear();
            counts.AsSpan().Clear();
            (int distinct, int most, int twins) = (0, 0, 0);
            foreach (ulong hash in hashes)
            {
                int slot = Slot(hash);
                keys[slot] = hash;
                int count = ++counts[slot];
                if (count == 1) distinct++;
                twins += count switch { 1 => 0, 2 => 2, _ => 1 };
                most = Math.Max(most, count);
            }
            (Distinct, Most, Twins) = (distinct, most, twins);
        }

        public bool Has(ulong hash) => keys[Slot(hash)] == hash;

        // The slot of a number, or the empty one where it would stand.
        private int Slot(ulong hash)
        {
            int mask = keys.Length - 1, slot = (int)hash & mask;
            while (keys[slot] != 0 && keys[slot] != hash) slot = (slot + 1) & mask;
            return slot;
        }
    }
}
