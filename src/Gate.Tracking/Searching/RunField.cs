using Gate.Wording;

namespace Gate.Tracking.Searching;

/// <summary>What kind of thing of a run a name means.</summary>
internal enum FieldKind
{
    Attribute,
    Metric,
    Parameter,
    Tag,
    Dataset,
}

/// <summary>A name of the filter language: <c>metrics.roc_auc</c>, <c>tags."mlflow.source.name"</c>, <c>status</c>.</summary>
/// <param name="Kind">What it is a name of.</param>
/// <param name="Key">The name itself, without quotes, an attribute by its own name.</param>
internal sealed record RunField(FieldKind Kind, string Key)
{
    private static readonly Dictionary<string, FieldKind> kinds = new(StringComparer.Ordinal)
    {
        ["metric"] = FieldKind.Metric, ["metrics"] = FieldKind.Metric,
        ["parameter"] = FieldKind.Parameter, ["parameters"] = FieldKind.Parameter, ["param"] = FieldKind.Parameter,
        ["params"] = FieldKind.Parameter,
        ["tag"] = FieldKind.Tag, ["tags"] = FieldKind.Tag,
        ["attribute"] = FieldKind.Attribute, ["attributes"] = FieldKind.Attribute, ["attr"] = FieldKind.Attribute,
        ["run"] = FieldKind.Attribute,
        ["dataset"] = FieldKind.Dataset, ["datasets"] = FieldKind.Dataset,
    };

    private static readonly string[] attributes =
        ["run_id", "run_name", "user_id", "status", "start_time", "end_time", "artifact_uri", "created"];

    private static readonly string[] datasets = ["name", "digest", "context"];

    /// <summary>Whether its values are numbers.</summary>
    public bool IsNumber => Kind == FieldKind.Metric || (Kind == FieldKind.Attribute && Key is "start_time" or "end_time");

    /// <summary>The field of a name.</summary>
    /// <param name="text">The name as it stands in the filter.</param>
    /// <exception cref="TrackingException">There is no such field.</exception>
    public static RunField Parse(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        string kind = dot < 0 ? "attribute" : Bare(text[..dot]), key = Bare(text[(dot + 1)..]);
        if (!kinds.TryGetValue(kind, out FieldKind known))
            throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(text)}': '{Shown.Of(kind)}' is nothing that a run has"
                + $"{NearestName.Hint(kind, ["metrics", "params", "tags", "attributes", "datasets"])}");
        return known switch
        {
            FieldKind.Attribute => new(known, Attribute(key)),
            FieldKind.Dataset when !datasets.Contains(key) => throw new TrackingException(TrackingFault.Asked,
                $"'{Shown.Of(key)}' is nothing that a data set has{NearestName.Hint(key, datasets)}"),
            _ => new(known, key),
        };
    }

    private static string Attribute(string key) => key switch
    {
        "created" or "Created" => "start_time",
        "run name" or "Run name" or "Run Name" => "run_name",
        _ when attributes.Contains(key) => key,
        _ => throw new TrackingException(TrackingFault.Asked,
            $"'{Shown.Of(key)}' is no attribute of a run{NearestName.Hint(key, attributes)} (of what was logged, write metrics.NAME, "
            + "params.NAME or tags.NAME)"),
    };

    private static string Bare(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '`' or '"' or '\'' ? text[1..^1] : text;
}
