using System.Globalization;
using System.Text;
using Gate.Data.Parsing;

namespace Gate.Data.Building;

/// <summary>
/// Remembers whole numbers that are not written as whole numbers plainly are: <c>01</c>, <c>+1</c>, <c>1.0</c>. Where the plain way occurs
/// too, reading makes one value of what may have been two. A column with many such values is none of groups, and is given up.
/// </summary>
internal sealed class OddSpellings
{
    private const int MostValues = 200, MostWays = 8, LongestText = 40;

    private Dictionary<double, List<Spelling>>? odd = [];
    private bool anyPlain, anyTwice;

    private sealed class Spelling(byte[] text)
    {
        public byte[] Text { get; } = text;

        public long Rows { get; set; } = 1;
    }

    /// <summary>Takes a field down that is a number.</summary>
    public void Add(ReadOnlySpan<byte> field, NumberKind kind, double value)
    {
        if (odd is null || kind == NumberKind.BigInteger || value != Math.Floor(value)) return;
        ReadOnlySpan<byte> text = WrittenNumber.Trim(field);
        if (kind == NumberKind.Integer && !IsOdd(text)) anyPlain = true;
        else if (text.Length <= LongestText) Add(text, value);
    }

    /// <summary>The values that are written in several ways.</summary>
    /// <param name="values">All values of the column.</param>
    public IReadOnlyList<MergedValue> Finish(double[] values)
    {
        if (odd is not { Count: > 0 } || !(anyPlain || anyTwice)) return [];
        var all = new Dictionary<double, long>();
        foreach (double value in values)
            if (odd.ContainsKey(value)) all[value] = all.GetValueOrDefault(value) + 1;
        var merged = new List<MergedValue>();
        foreach ((double value, List<Spelling> ways) in odd.OrderBy(pair => pair.Key))
        {
            long plain = all.GetValueOrDefault(value) - ways.Sum(way => way.Rows);
            KeyValuePair<string, long>[] spellings =
            [
                .. plain > 0 ? [new(value.ToString("R", CultureInfo.InvariantCulture), plain)] : Array.Empty<KeyValuePair<string, long>>(),
                .. ways.Select(way => KeyValuePair.Create(Encoding.UTF8.GetString(way.Text), way.Rows)),
            ];
            if (spellings.Length > 1) merged.Add(new(spellings));
        }
        return merged;
    }

    private void Add(ReadOnlySpan<byte> text, double value)
    {
        if (!odd!.TryGetValue(value, out List<Spelling>? ways))
        {
            if (odd.Count == MostValues) odd = null;
            else odd[value] = [new(text.ToArray())];
            return;
        }
        foreach (Spelling way in ways)
            if (text.SequenceEqual(way.Text))
            {
                way.Rows++;
                return;
            }
        if (ways.Count == MostWays) odd = null;
        else ways.Add(new(text.ToArray()));
        anyTwice = true;
    }

    private static bool IsOdd(ReadOnlySpan<byte> text) => text[0] == '+' || (text.Length > 1 && text[0] == '0')
        || (text[0] == '-' && text.Length > 1 && text[1] == '0');
}
