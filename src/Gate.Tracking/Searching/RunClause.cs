namespace Gate.Tracking.Searching;

/// <summary>One comparison of a filter, of a kind that its field takes.</summary>
/// <param name="Field">What is compared.</param>
/// <param name="Comparator">The comparator, in capitals.</param>
/// <param name="Number">The number that it is compared with; 0 for texts.</param>
/// <param name="Texts">The text, or the texts of a list; empty for numbers.</param>
internal sealed record RunClause(RunField Field, string Comparator, double Number, IReadOnlyList<string> Texts)
{
    /// <summary>Whether it holds. What a run does not have meets no comparison, not even <c>!=</c>.</summary>
    public bool Holds(IRun run)
    {
        if (Field.Kind == FieldKind.Dataset) return run.Inputs.Any(input => HoldsText(Field.Key switch
        {
            "name" => input.Name,
            "digest" => input.Digest,
            _ => input.Context,
        }));
        return Field.IsNumber ? RunFacts.Number(run, Field) is { } number && HoldsNumber(number) : HoldsText(RunFacts.Text(run, Field));
    }

    private bool HoldsNumber(double value) => Comparator switch
    {
        ">" => value > Number,
        ">=" => value >= Number,
        "<" => value < Number,
        "<=" => value <= Number,
        "=" => value == Number,
        _ => value != Number,
    };

    private bool HoldsText(string? value) => value is not null && Comparator switch
    {
        "=" => value == Texts[0],
        "!=" => value != Texts[0],
        "LIKE" => LikePattern.Matches(Texts[0], value, StringComparison.Ordinal),
        "ILIKE" => LikePattern.Matches(Texts[0], value, StringComparison.OrdinalIgnoreCase),
        "IN" => Texts.Contains(value, StringComparer.Ordinal),
        _ => !Texts.Contains(value, StringComparer.Ordinal),
    };
}

/// <summary>What a field of a run holds.</summary>
internal static class RunFacts
{
    public static double? Number(IRun run, RunField field) => (field.Kind, field.Key) switch
    {
        (FieldKind.Metric, _) => run.Metric(field.Key),
        (_, "start_time") => run.Info.StartTime,
        _ => run.Info.EndTime,
    };

    public static string? Text(IRun run, RunField field) => (field.Kind, field.Key) switch
    {
        (FieldKind.Parameter, _) => run.Parameter(field.Key),
        (FieldKind.Tag, _) => run.Tag(field.Key),
        (_, "run_id") => run.Info.Id,
        (_, "run_name") => run.Info.Name,
        (_, "user_id") => run.Info.User,
        (_, "artifact_uri") => run.Info.ArtifactUri,
        _ => run.Info.Status.Word(),
    };
}
