using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>Gathers texts as codes; the categories come out in ordinal order.</summary>
internal sealed class TextColumnBuilder(string name) : ColumnBuilder
{
    private readonly TextDictionary dictionary = new();
    private readonly Blocks<int> codes = new();

    internal override void Append(ColumnVector vector) => Append(vector, codes.Next(vector.Count), dictionary);

    internal override CategoryColumn Finish()
    {
        var texts = new string[dictionary.Count];
        for (int i = 0; i < texts.Length; i++) texts[i] = dictionary.Text(i);
        return Sorted(name, codes.ToArray(), texts);
    }

    internal static void Append(ColumnVector vector, Span<int> codes, TextDictionary dictionary)
    {
        ReadOnlySpan<DuckString> texts = vector.Values<DuckString>();
        if (vector.AllValid)
            for (int i = 0; i < codes.Length; i++) codes[i] = dictionary.Code(in texts[i]);
        else
            for (int i = 0; i < codes.Length; i++) codes[i] = vector.IsValid(i) ? dictionary.Code(in texts[i]) : -1;
    }

    /// <summary>A column of codes whose categories are put in ordinal order; a null category stands for missing.</summary>
    internal static CategoryColumn Sorted(string name, int[] codes, string?[] texts)
    {
        string[] categories = [.. texts.Where(text => text is not null).Select(text => text!)];
        Array.Sort(categories, StringComparer.Ordinal);
        var rank = new Dictionary<string, int>(categories.Length, StringComparer.Ordinal);
        for (int i = 0; i < categories.Length; i++) rank[categories[i]] = i;
        int[] final = Array.ConvertAll(texts, text => text is null ? -1 : rank[text]);
        foreach (ref int code in codes.AsSpan())
            if (code >= 0) code = final[code];
        return new CategoryColumn(name, codes, categories);
    }
}
