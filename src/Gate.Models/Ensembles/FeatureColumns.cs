using Gate.Wording;

namespace Gate.Models.Ensembles;

/// <summary>Which column feeds which feature of a model file.</summary>
public static class FeatureColumns
{
    /// <summary>
    /// One column for each feature. Features that <paramref name="byFeature"/> names are fed as it says, others by the column of their
    /// name; a model none of whose names is a column takes the columns by position.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The columns that it may read, in their order.</param>
    /// <param name="byFeature">Columns by the name of the feature.</param>
    /// <exception cref="ModelException">A feature has no column, or a column feeds two features.</exception>
    public static IReadOnlyList<string> Resolve(ForeignModel model, IReadOnlyList<string> columns,
        IReadOnlyDictionary<string, string> byFeature)
    {
        ArgumentNullException.ThrowIfNull(model);
        string?[] names = [.. model.Features.Select(feature => feature.Name)];
        RequireKnown(names, byFeature);
        string?[] resolved = Array.ConvertAll(names,
            name => name is null ? null : byFeature.GetValueOrDefault(name) ?? Find(name, columns));
        if (resolved.All(column => column is null)) return ByPosition(model, columns);
        string[] absent = [.. names.Where((_, i) => resolved[i] is null).Select((name, i) => name ?? $"feature {i}")];
        if (absent.Length > 0)
            throw new ModelException($"the model reads {Several(absent)}, which no feature column of the data is called"
                + $"{NearestName.Hint(absent[0], columns)}; name the columns with 'columns: {{ feature: column }}', and check "
                + "data.features: sensitive columns are features only when included by name");
        return Distinct(resolved!);
    }

    /// <summary>Columns in the order of the features.</summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ModelException">There are more or fewer of them, or one stands there twice.</exception>
    public static IReadOnlyList<string> ByPosition(ForeignModel model, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(columns);
        int count = model.Features.Count;
        if (columns.Count == count) return Distinct([.. columns]);
        string names = model.Features.Any(feature => feature.Name is not null)
            ? $", called {Several([.. model.Features.Select(feature => feature.Name ?? "?")])}" : " without names";
        throw new ModelException($"the model has {count} features{names}, and {columns.Count} columns are there to feed it; name them in "
            + "its order with 'columns: [...]', or by name with 'columns: { feature: column }'");
    }

    /// <summary>LightGBM writes names without blanks.</summary>
    private static string? Find(string name, IReadOnlyList<string> columns) =>
        columns.FirstOrDefault(column => column == name) ?? columns.FirstOrDefault(column => column.Replace(' ', '_') == name);

    private static void RequireKnown(string?[] names, IReadOnlyDictionary<string, string> byFeature)
    {
        if (byFeature.Keys.FirstOrDefault(key => !names.Contains(key)) is not { } unknown) return;
        string[] known = [.. names.OfType<string>()];
        throw new ModelException(known.Length == 0
            ? $"the model's features have no names, so none is called '{Shown.Of(unknown)}'; name the columns in order: 'columns: [...]'"
            : $"no feature of the model is called '{Shown.Of(unknown)}'{NearestName.Hint(unknown, known)}");
    }

    private static string[] Distinct(string[] columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Array.Find(columns, column => !seen.Add(column)) is { } twice
            ? throw new ModelException($"the column '{twice}' would feed two features of the model") : columns;
    }

    private static string Several(string[] names) =>
        string.Join(", ", names.Take(6).Select(name => $"'{Shown.Of(name)}'")) + (names.Length > 6 ? $" and {names.Length - 6} more" : "");
}
