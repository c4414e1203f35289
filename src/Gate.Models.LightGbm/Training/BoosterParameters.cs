using System.Globalization;
using Gate.Models.LightGbm.Parameters;
using Gate.Wording;

namespace Gate.Models.LightGbm.Training;

/// <summary>The parameters as LightGBM's library reads them.</summary>
internal static class BoosterParameters
{
    /// <summary>Tables with fewer values are trained on one thread: others would wait longer than they work.</summary>
    private const long SmallTable = 1 << 18;

    /// <summary>One text for rows and model.</summary>
    /// <exception cref="ParameterException">A constraint is of a column that it cannot hold for.</exception>
    public static string Text(BoostingOptions options, Objective objective, string metric, TrainingColumns columns, TrainingTarget target,
        int threads)
    {
        bool isSmall = (long)target.Labels.Length * columns.Inputs.Length < SmallTable;
        // The same model whatever the number of threads: sums of columns each belong to one of them (decision 23).
        var parts = new List<string> { "deterministic=true", "force_col_wise=true", $"num_threads={(isSmall ? 1 : threads)}",
            "verbosity=-1", $"objective={objective.Name}", $"metric={metric}" };
        if (objective.IsOfSeveral) parts.Add($"num_class={target.Codes.Length}");
        if (columns.Categories.Any()) parts.Add($"categorical_feature={string.Join(',', columns.Categories)}");
        if (Monotone(options, columns) is { } monotone) parts.Add($"monotone_constraints={monotone}");
        if (Interactions(options, columns) is { } interactions) parts.Add($"interaction_constraints={interactions}");
        parts.AddRange(options.Given());
        return string.Join(' ', parts);
    }

    private static string? Monotone(BoostingOptions options, TrainingColumns columns)
    {
        if (options.Monotone is not { Count: > 0 } signs) return null;
        if (signs.Values.Any(sign => sign is not (-1 or 0 or 1)))
            throw new ParameterException("monotone_constraints", "monotone_constraints are 1 (rises), -1 (falls) or 0 (free)");
        RequireKnown("monotone_constraints", signs.Keys, columns);
        foreach (ModelInput input in columns.Inputs)
            if (input.Kind == InputKind.Category && signs.GetValueOrDefault(input.Name) != 0)
                throw new ParameterException("monotone_constraints",
                    $"the column '{input.Name}' is text, and a prediction can only rise or fall with a number");
        return string.Join(',', columns.Inputs.Select(input =>
            signs.GetValueOrDefault(input.Name).ToString(CultureInfo.InvariantCulture)));
    }

    private static string? Interactions(BoostingOptions options, TrainingColumns columns)
    {
        if (options.Interactions is not { Count: > 0 } lists) return null;
        RequireKnown("interaction_constraints", lists.SelectMany(list => list), columns);
        string[] names = [.. columns.Inputs.Select(input => input.Name)];
        return string.Join(',', lists.Select(list => $"[{string.Join(',', list.Select(name => Array.IndexOf(names, name)).Distinct())}]"));
    }

    private static void RequireKnown(string parameter, IEnumerable<string> names, TrainingColumns columns)
    {
        string[] known = [.. columns.Inputs.Select(input => input.Name)];
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ParameterException(parameter, $"there is no feature '{unknown}'{NearestName.Hint(unknown, known)}");
    }
}
