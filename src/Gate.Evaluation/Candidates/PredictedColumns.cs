using Gate.Evaluation.Datasets;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Candidates;

/// <summary>The columns that predictions are read from: their roles, and whether they exist.</summary>
internal static class PredictedColumns
{
    /// <summary>Whether the predictions stand in the data: the policy names no file of theirs, or their file is all the data that there
    /// is.</summary>
    public static bool AreInData(PredictionsSpec spec, PlacedModel model) =>
        spec.Source is null || (!model.IsBaseline && FileSources.AreMissing(model.Inputs.Policy));

    /// <summary>The columns of the data that play a part.</summary>
    public static IEnumerable<(string Name, string Role)> Roles(PredictionsSpec spec, PlacedModel model)
    {
        // What joins two files says which row it is, and nothing that a model should learn.
        foreach (string key in spec.Key) yield return (key, "key");
        if (!AreInData(spec, model)) yield break;
        if (spec.Prediction is not null) yield return (spec.Prediction, "prediction");
        foreach ((_, string score) in spec.Score) yield return (score, "score");
        foreach (string end in new[] { spec.Lower, spec.Upper }.OfType<string>()) yield return (end, "prediction");
    }

    /// <summary>The columns that hold what the model said.</summary>
    public static IReadOnlyList<string> Said(PredictionsSpec spec) => [.. Named(spec).Select(named => named.Name).OfType<string>()];

    /// <summary>The named columns that a file does not have.</summary>
    /// <param name="spec">The predictions.</param>
    /// <param name="model">Their place.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <param name="file">The file, in words.</param>
    public static IEnumerable<PolicyProblem> Absent(PredictionsSpec spec, PlacedModel model, IReadOnlyList<string> columns, string file)
    {
        var known = columns.ToHashSet(StringComparer.Ordinal);
        foreach ((string? name, string what, string key) in Named(spec))
            if (name is not null && !known.Contains(name))
                yield return new(MarkOf(spec, key), $"{model.Key}.predictions.{key}",
                    $"the {what} column '{name}' is not a column of {file}{NearestName.Hint(name, columns)}");
    }

    /// <summary>The key columns that the predictions' file or the data does not have.</summary>
    public static IEnumerable<PolicyProblem> AbsentKeys(PredictionsSpec spec, PlacedModel model, IReadOnlyList<string> own,
        IReadOnlyList<string> columns)
    {
        for (int i = 0; i < spec.Key.Count; i++)
        {
            string key = spec.Key[i];
            Mark at = spec.Marks.GetValueOrDefault($"key[{i}]", MarkOf(spec, "key"));
            foreach ((IReadOnlyList<string> there, string file) in new[] { (own, spec.Source!), (columns, "the data") })
                if (!there.Contains(key))
                    yield return new(at, $"{model.Key}.predictions.key",
                        $"the key column '{key}' is not a column of {file}{NearestName.Hint(key, there)}");
        }
    }

    /// <summary>Score columns by class name exactly the classes that there are.</summary>
    public static IEnumerable<PolicyProblem> WrongClasses(PredictionsSpec spec, PlacedModel model, IReadOnlyList<string> classes)
    {
        if (spec.Score is { Count: 0 } or [{ Key: "" }]) yield break;
        var known = new bool[classes.Count];
        foreach ((string name, _) in spec.Score)
        {
            int code = Labels.IndexOf(classes, name);
            if (code >= 0) known[code] = true;
            else yield return Problem($"score.{name}",
                $"the class '{Shown.Of(name)}' does not occur in the label{NearestName.Hint(name, classes)}");
        }
        string[] absent = [.. classes.Where((_, code) => !known[code])];
        if (absent.Length > 0)
            yield return Problem("score", $"no column is named for {(absent.Length == 1 ? "the class" : "the classes")} "
                + $"{string.Join(", ", absent.Take(6).Select(name => $"'{Shown.Of(name)}'"))}{(absent.Length > 6 ? ", …" : "")}");

        PolicyProblem Problem(string key, string message)
        {
            string full = $"{model.Key}.predictions.{key}";
            Mark at = spec.Marks.GetValueOrDefault(key, spec.Marks.GetValueOrDefault("score", spec.At));
            return new(at, full, $"{Shown.OneLine(full)}: {message}");
        }
    }

    private static IEnumerable<(string? Name, string What, string Key)> Named(PredictionsSpec spec) =>
    [
        (spec.Prediction, "prediction", "prediction"),
        .. spec.Score.Select(score => ((string?)score.Value, "score", score.Key.Length == 0 ? "score" : $"score.{score.Key}")),
        (spec.Lower, "lower", "lower"),
        (spec.Upper, "upper", "upper"),
    ];

    private static Mark MarkOf(PredictionsSpec spec, string key) => spec.Marks.GetValueOrDefault(key, spec.At);
}
