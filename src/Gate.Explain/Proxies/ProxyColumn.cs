using Gate.Data;

namespace Gate.Explain.Proxies;

/// <summary>Columns as learners of proxies take them.</summary>
internal static class ProxyColumn
{
    /// <summary>A category keeps its commonest values up to this number; the others are one.</summary>
    public const int MostLevels = 20;

    private const string Others = "(others)";

    /// <summary>The column with few levels.</summary>
    public static Column Coarse(Column column)
    {
        if (column is not CategoryColumn { Categories.Length: > MostLevels } category) return column;
        var counts = new int[category.Categories.Length];
        foreach (int code in category.Codes) if (code >= 0) counts[code]++;
        int[] kept = [.. Enumerable.Range(0, counts.Length).OrderByDescending(code => counts[code]).Take(MostLevels).Order()];
        int[] codes = Array.ConvertAll(category.Codes, code => code < 0 ? -1
            : Array.BinarySearch(kept, code) is >= 0 and int at ? at : kept.Length);
        // A value of the data may be called as the others are; the codes tell them apart, and no name leaves this room.
        string[] names = [.. kept.Select((_, i) => $"{i}"), Others];
        return new CategoryColumn(column.Name, codes, names);
    }

    /// <summary>Whether some rows have more than one value, a missing one included.</summary>
    public static bool Varies(Column column) => column switch
    {
        CategoryColumn category => category.Codes.AsSpan().ContainsAnyExcept(category.Codes[0]),
        NumericColumn number => number.Values.AsSpan().ContainsAnyExcept(number.Values[0]),
        _ => true,
    };

    /// <summary>How many numbers a linear model makes of the column.</summary>
    public static int Width(Column column) => column is CategoryColumn category ? category.Categories.Length : 1;
}
