using Gate.Data;

namespace Gate.Evaluation.Misreadings;

/// <summary>How many rows have each category.</summary>
internal static class CategoryRows
{
    public static long[] Of(CategoryColumn column)
    {
        var rows = new long[column.Categories.Length];
        foreach (int code in column.Codes) if (code >= 0) rows[code]++;
        return rows;
    }
}
