using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Predictions;

/// <summary>Aligns the rows of a second table (a file of predictions) with those of a first (the data).</summary>
public static class KeyJoin
{
    /// <summary>
    /// For each row of <paramref name="data"/>, the row of <paramref name="other"/> with the same key. Keys are equal when their texts are,
    /// as
    /// <see cref="Column.ToCategories"/> writes them: the number 7 is equal to 7.0 and to the text "7", not to the text "007". Rows of
    /// <paramref name="other"/> that nothing asks for are allowed.
    /// </summary>
    /// <param name="data">The first table.</param>
    /// <param name="other">The second table.</param>
    /// <param name="keys">The columns that together are the key, in both tables; at least one.</param>
    /// <exception cref="ModelException">A key column is absent, a key occurs twice in a table, or a row has no counterpart.</exception>
    public static int[] Align(Table data, Table other, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) throw new ModelException("no key column is named to join the predictions by");
        var ids = new KeyIds();
        int[] left = ids.Of(data, keys, "the data");
        int[] right = ids.Of(other, keys, "the predictions");
        int[] rowOf = new int[ids.Count];
        Array.Fill(rowOf, -1);
        FillUnique(rowOf, right, other, keys, "the predictions");
        FillUnique([.. Enumerable.Repeat(-1, ids.Count)], left, data, keys, "the data");

        var aligned = Array.ConvertAll(left, id => id < 0 ? -1 : rowOf[id]);
        int unmatched = aligned.AsSpan().Count(-1);
        if (unmatched == 0) return aligned;
        int first = Array.IndexOf(aligned, -1);
        throw new ModelException($"{unmatched} of {data.RowCount} rows of the data have no prediction with the same key; the first is row "
            + $"{first + 1}, {Describe(data, keys, first)}: "
            + "predict for every row, or filter the data to the rows that have a prediction");
    }

    /// <summary>The same row numbers for both tables, when they have equally many.</summary>
    /// <param name="data">The first table.</param>
    /// <param name="other">The second table.</param>
    /// <exception cref="ModelException">The numbers of rows differ.</exception>
    public static int[] InOrder(Table data, Table other) => data.RowCount == other.RowCount
        ? [.. Enumerable.Range(0, data.RowCount)]
        : throw new ModelException($"the data have {data.RowCount} rows and the predictions {other.RowCount}; give a "
            + "key column to join them by");

    private static void FillUnique(int[] rowOf, int[] ids, Table table, IReadOnlyList<string> keys, string whose)
    {
        int duplicates = 0, example = -1;
        for (int row = 0; row < ids.Length; row++)
        {
            if (ids[row] < 0) continue;
            if (rowOf[ids[row]] < 0) rowOf[ids[row]] = row;
            else if (duplicates++ == 0) example = row;
        }
        if (duplicates == 0) return;
        throw new ModelException($"{(duplicates == 1 ? "1 row" : $"{duplicates} rows")} of {whose} "
            + $"{(duplicates == 1 ? "repeats" : "repeat")} a key; the first is row {example + 1}, {Describe(table, keys, example)}, "
            + $"as in row {rowOf[ids[example]] + 1}: name more key columns, or remove the duplicates");
    }

    private static string Describe(Table table, IReadOnlyList<string> keys, int row) => string.Join(", ", keys.Select(key =>
    {
        CategoryColumn column = table[key].Take([row]).ToCategories();
        return column.Codes[0] < 0 ? $"{key} missing" : $"{key} = '{column.Categories[column.Codes[0]]}'";
    }));

    /// <summary>Numbers the keys of several tables, equal keys alike, -1 where a part is missing.</summary>
    private sealed class KeyIds
    {
        private readonly List<Dictionary<string, int>> texts = [];
        private readonly List<Dictionary<(int, int), int>> pairs = [];

        public int Count => pairs.Count > 0 ? pairs[^1].Count : texts[0].Count;

        public int[] Of(Table table, IReadOnlyList<string> keys, string whose)
        {
            int[] ids = [];
            for (int k = 0; k < keys.Count; k++)
            {
                if (!table.TryGet(keys[k], out Column? column))
                    throw new ModelException(
                        $"the key column '{keys[k]}' does not exist in {whose}{NearestName.Hint(keys[k], table.Names)}");
                if (texts.Count <= k) texts.Add(new(StringComparer.Ordinal));
                CategoryColumn category = column.ToCategories();
                int[] map = Array.ConvertAll(category.Categories, text => IdOf(texts[k], text));
                int[] own = Array.ConvertAll(category.Codes, code => code < 0 ? -1 : map[code]);
                ids = k == 0 ? own : Combine(ids, own, k - 1);
            }
            return ids;
        }

        private int[] Combine(int[] a, int[] b, int level)
        {
            if (pairs.Count <= level) pairs.Add([]);
            var combined = new int[a.Length];
            for (int row = 0; row < a.Length; row++) combined[row] = a[row] < 0 || b[row] < 0 ? -1 : IdOf(pairs[level], (a[row], b[row]));
            return combined;
        }

        private static int IdOf<T>(Dictionary<T, int> ids, T key) where T : notnull
        {
            if (!ids.TryGetValue(key, out int id)) ids[key] = id = ids.Count;
            return id;
        }
    }
}
