using Gate.Data;

namespace Gate.Models.Features;

/// <summary>Learns from the training rows what each column holds, and sorts out the columns that cannot tell a model anything.</summary>
internal static class FeatureSchema
{
    /// <summary>The most different texts of a column that is learned from: each is a way to part the rows, or a column
    /// of its own.</summary>
    public const int MostLevels = 10_000;

    /// <summary>One entry a column, in the table's order.</summary>
    /// <exception cref="ModelException">A value is infinite, a column has too many different texts, or no column is usable.</exception>
    public static ModelInput[] Learn(Table table)
    {
        ModelInput[] features = [.. table.Columns.Select(Learn)];
        if (Array.Find(features, feature => feature is { Kind: InputKind.Category, Categories.Count: > MostLevels }) is { } wide)
            throw new ModelException(FormattableString.Invariant($"the feature '{wide.Name}' has {wide.Categories.Count} different texts; ")
                + FormattableString.Invariant($"a model learns from at most {MostLevels} of a column, and so many are identifiers or ")
                + "free text: leave it out with data.features.exclude");
        RequireUsable(features);
        return features;
    }

    /// <summary>Throws when no feature is left, naming each with the reason why it is not used.</summary>
    public static void RequireUsable(IReadOnlyList<ModelInput> features)
    {
        if (features.Any(feature => feature.Dropped is null)) return;
        string why = features.Count == 0 ? "there is none" : DroppedText(features)!;
        throw new ModelException($"no usable feature to learn from: {why}; include columns that vary between rows");
    }

    /// <summary>The dropped features with their reasons, or null when none is dropped.</summary>
    public static string? DroppedText(IReadOnlyList<ModelInput> features)
    {
        string[] dropped =
            [.. features.Where(feature => feature.Dropped is not null).Select(feature => $"{feature.Name} ({feature.Dropped})")];
        if (dropped.Length == 0) return null;
        return dropped.Length <= 12 ? string.Join(", ", dropped) : string.Join(", ", dropped.Take(12)) + $" and {dropped.Length - 12} more";
    }

    /// <summary>What one column holds.</summary>
    public static ModelInput Learn(Column column) => column switch
    {
        CategoryColumn category => LearnCategory(category),
        _ => LearnNumber(column),
    };

    private static ModelInput LearnNumber(Column column)
    {
        double[] values = FeatureBinding.Numbers(column);
        bool missing = false;
        double min = double.NaN, max = double.NaN;
        foreach (double value in values)
        {
            if (double.IsNaN(value)) missing = true;
            // Also true as long as there is no number yet.
            if (!(value >= min)) min = double.IsNaN(value) ? min : value;
            if (!(value <= max)) max = double.IsNaN(value) ? max : value;
        }
        string? dropped = double.IsNaN(min) ? "all missing" : min < max || missing ? null : "constant";
        return new(column.Name, InputKind.Number, [], missing, dropped, min, max);
    }

    private static ModelInput LearnCategory(CategoryColumn column)
    {
        var occurs = new bool[column.Categories.Length];
        bool missing = false;
        foreach (int code in column.Codes)
        {
            if (code < 0) missing = true;
            else occurs[code] = true;
        }
        string[] present = [.. column.Categories.Where((_, code) => occurs[code])];
        string? dropped = present.Length == 0 ? "all missing" : present.Length == 1 && !missing ? "constant" : null;
        return new(column.Name, InputKind.Category, present, missing, dropped);
    }
}
