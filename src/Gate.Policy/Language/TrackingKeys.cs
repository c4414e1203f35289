using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>tracking</c>.</summary>
internal static class TrackingKeys
{
    public static Key<string?> Experiment { get; } = Key.Text("experiment", new TextShape("a name"),
        "The experiment that runs of this policy belong to; made where there is none.")
        with { DefaultText = "the policy's name", Examples = ["credit"] };

    public static Key<string?> RunName { get; } = Key.Text("run_name", new TextShape("a name"), "The name of the run.")
        with { DefaultText = "the policy's name and the time", Examples = ["weekly"] };

    public static Key<IReadOnlyList<KeyValuePair<string, string>>> Tags { get; } = Key.NamedTexts("tags",
        new NamedShape("tag", new ValueShape("a text"), Min: 1),
        "Tags of the run. Those that Gate sets itself, such as verdict, are refused.")
        with { Nullable = true, Examples = ["{ team: risk }"] };

    public static Key<Section?> Mlflow { get; } = Key.Map("mlflow", new MapShape([Experiment, RunName, Tags]),
        "How the run is called in MLflow.") with { Nullable = true, Examples = ["{ experiment: credit, tags: { team: risk } }"] };

    public static Key<bool> Required { get; } = Key.Switch("required", false,
        "Whether a run that cannot be tracked ends with exit code 69. Otherwise tracking that fails is told, and changes nothing.")
        with { Examples = ["true"] };

    public static MapShape Shape { get; } = new([Mlflow, Required]);
}
