using System.Globalization;
using System.Text.Json;
using Gate.Models.Ensembles;
using Gate.Wording;

namespace Gate.Models.LightGbm;

/// <summary>What a file says of its features: names, ranges, and the texts of categories where it was trained from Python.</summary>
internal static class LightGbmFeatures
{
    /// <summary>The features.</summary>
    /// <param name="head">The head of the file.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="categorical">The parameter <c>categorical_feature</c>; null where the file has none.</param>
    /// <param name="pandas">The line <c>pandas_categorical</c>, after its colon; null where the file has none.</param>
    public static ForeignFeature[] Of(TextSection head, int count, string? categorical, string? pandas)
    {
        string[] names = head.Texts("feature_names"), infos = head.Texts("feature_infos");
        if (names.Length != count) throw new ModelException($"it names {names.Length} features, but has {count}");
        if (infos.Length != count) infos = new string[count];
        var features = new ForeignFeature[count];
        for (int i = 0; i < count; i++)
        {
            (double min, double max) = Range(infos[i]);
            features[i] = new(names[i], null, min, max);
        }
        AddLevels(features, infos, categorical, Texts(pandas));
        return features;
    }

    /// <summary>pandas' categories stand one after the other, for each column that is a category. Where it is not clear which those are,
    /// the texts stay unknown.</summary>
    private static void AddLevels(ForeignFeature[] features, string?[] infos, string? categorical, string[][] levels)
    {
        int[]? named = Indices(categorical, features.Length);
        int[] seen = [.. Enumerable.Range(0, features.Length).Where(i => infos[i] is { } info && info != "none" && info[0] != '[')];
        if ((named?.Length == levels.Length ? named : seen) is not { } indices || indices.Length != levels.Length) return;
        for (int i = 0; i < levels.Length; i++) features[indices[i]] = features[indices[i]] with { Levels = levels[i] };
    }

    private static int[]? Indices(string? categorical, int count)
    {
        var indices = new List<int>();
        foreach (string part in categorical?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= count) return null;
            indices.Add(index);
        }
        return indices.Count > 0 && indices.Distinct().Count() == indices.Count ? [.. indices.Order()] : null;
    }

    private static (double, double) Range(string? info)
    {
        if (info is not ['[', .. var inside, ']'] || inside.Split(':') is not [var low, var high]) return (double.NaN, double.NaN);
        return (Number(low), Number(high));
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private static string[][] Texts(string? pandas)
    {
        if (string.IsNullOrWhiteSpace(pandas)) return [];
        try
        {
            using JsonDocument json = JsonDocument.Parse(pandas, new() { MaxDepth = 3 });
            if (json.RootElement.ValueKind == JsonValueKind.Null) return [];
            return [.. json.RootElement.EnumerateArray().Select(column => column.EnumerateArray().Select(Text).ToArray())];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ModelException($"its line pandas_categorical is not readable: {Shown.OneLine(error.Message)}", error);
        }
    }

    /// <summary>A category as a column of that text, number or boolean shows it.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };
}
