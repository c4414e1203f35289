using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>Gathers, chunk by chunk, which rows are in each slice.</summary>
internal sealed class SliceMasks(int slices)
{
    private readonly List<bool>[] masks = [.. Enumerable.Range(0, slices).Select(_ => new List<bool>())];

    /// <summary>The SQL of a condition as an answer that is never NULL.</summary>
    internal static string Expression(string condition) => $"(({condition}\n) IS TRUE)";

    /// <summary>Adds the answers that stand from a column on.</summary>
    internal void Append(Chunk chunk, int first)
    {
        for (int s = 0; s < masks.Length; s++)
            foreach (byte inside in chunk[first + s].Values<byte>()) masks[s].Add(inside != 0);
    }

    internal bool[][] Finish() => Array.ConvertAll(masks, mask => mask.ToArray());
}
