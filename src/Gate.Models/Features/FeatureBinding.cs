using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Features;

/// <summary>Brings the columns of a table into the form that a model was trained on.</summary>
internal static class FeatureBinding
{
    /// <summary>The values of all features that are used, by index of the feature; the others are only checked to be there.</summary>
    /// <exception cref="ModelException">A feature is absent, of another kind than in training, or infinite.</exception>
    public static FeatureValues[] Bind(Table table, IReadOnlyList<ModelInput> features, Func<int, bool> isUsed)
    {
        var bound = new FeatureValues[features.Count];
        for (int i = 0; i < bound.Length; i++)
        {
            Column column = Find(table, features[i]);
            if (isUsed(i)) bound[i] = Bind(column, features[i]);
        }
        return bound;
    }

    /// <summary>The values of one column, in the levels of training.</summary>
    public static FeatureValues Bind(Column column, ModelInput feature) => feature.Kind switch
    {
        InputKind.Number => new(Numbers(column), null),
        _ => new(null, Levels(column, feature)),
    };

    /// <summary>The column of a table as one row of numbers: NaN where missing; of a category the level, -1 for one that did not occur in
    /// training.</summary>
    /// <exception cref="ModelException">The column is absent, of another kind than in training, or infinite.</exception>
    public static double[] Codes(Table table, ModelInput feature) => Codes(Find(table, feature), feature);

    /// <summary>The same of a column that takes the place of the one of its name.</summary>
    public static double[] Codes(Column column, ModelInput feature)
    {
        FeatureValues values = Bind(column, feature);
        return values.Numbers ?? Array.ConvertAll(values.Levels!, level => level == feature.Categories.Count ? double.NaN : level);
    }

    /// <summary>The numbers of a column, NaN where missing.</summary>
    public static double[] Numbers(Column column)
    {
        if (column is not NumericColumn numeric) return AllMissing(column.Count);
        double[] values = numeric.Values;
        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsInfinity(values[row]) && !column.IsMissing(row))
                throw new ModelException($"feature '{column.Name}' is infinite in row {row + 1}; correct the "
                    + "value or leave it empty (missing)");
        }
        if (column.Missing is not { } missing) return values;
        double[] marked = [.. values];
        for (int row = 0; row < marked.Length; row++)
            if (missing[row]) marked[row] = double.NaN;
        return marked;
    }

    private static int[] Levels(Column column, ModelInput feature)
    {
        int missing = feature.HasMissing ? feature.Categories.Count : -1;
        var levels = new int[column.Count];
        if (column is not CategoryColumn category)
        {
            Array.Fill(levels, missing);
            return levels;
        }
        int[] map = MapTo(feature.Categories, category.Categories);
        for (int row = 0; row < levels.Length; row++)
        {
            int code = category.Codes[row];
            levels[row] = code < 0 ? missing : map[code];
        }
        return levels;
    }

    private static int[] MapTo(IReadOnlyList<string> known, string[] categories)
    {
        var level = new Dictionary<string, int>(known.Count, StringComparer.Ordinal);
        for (int i = 0; i < known.Count; i++) level[known[i]] = i;
        return Array.ConvertAll(categories, text => level.GetValueOrDefault(text, -1));
    }

    private static Column Find(Table table, ModelInput feature)
    {
        if (!table.TryGet(feature.Name, out Column? column))
            throw new ModelException(
                $"the model reads the feature '{feature.Name}', which the data does not have{NearestName.Hint(feature.Name, table.Names)}");
        bool same = column is NumericColumn == (feature.Kind == InputKind.Number);
        // A column without any value has no kind of its own: readers guess one.
        if (same || column.MissingCount == column.Count) return column;
        throw new ModelException($"feature '{feature.Name}' was {Name(feature.Kind)} in training and is "
            + $"{Name(column is NumericColumn ? InputKind.Number : InputKind.Category)} here; "
            + "give both data sets the same type for this column");
    }

    private static string Name(InputKind kind) => kind == InputKind.Number ? "a number" : "text";

    private static double[] AllMissing(int rows)
    {
        var values = new double[rows];
        Array.Fill(values, double.NaN);
        return values;
    }
}
