using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Loading;

/// <summary>Checks that the columns a policy names exist; collects every problem with its place in the policy.</summary>
internal static class ColumnChecks
{
    public static IReadOnlyList<PolicyProblem> Check(PolicyDocument policy, IReadOnlyList<string> columns)
    {
        var problems = new List<PolicyProblem>();
        DataSpec data = policy.Data;
        var known = columns.ToHashSet(StringComparer.Ordinal);

        void Require(string? name, string path, string what)
        {
            if (name is null || known.Contains(name)) return;
            Mark at = data.Marks.GetValueOrDefault(path, data.At);
            problems.Add(new(at, $"data.{path}", $"{what} '{name}' is not a column of the data{NearestName.Hint(name, columns)}"));
        }

        Require(data.Label, "label", "the label");
        Require(data.Weight, "weight", "the weight column");
        for (int i = 0; i < data.Sensitive.Count; i++) Require(data.Sensitive[i].Column, $"sensitive[{i}]", "the sensitive column");
        for (int i = 0; i < (data.IncludeFeatures?.Count ?? 0); i++)
            Require(data.IncludeFeatures![i], $"features.include[{i}]", "the feature");
        for (int i = 0; i < data.ExcludeFeatures.Count; i++)
            Require(data.ExcludeFeatures[i], $"features.exclude[{i}]", "the excluded feature");
        if (data.Split is { } split)
        {
            Require(split.Column, "split.column", "the split column");
            for (int i = 0; i < split.Stratify.Count; i++) Require(split.Stratify[i], $"split.stratify[{i}]", "the column to stratify on");
        }
        CheckLabelIsNoFeature(data, problems);
        // Columns of a file of its own are checked when that file is read.
        if (policy.Model is PredictionsSpec candidate && (candidate.Source is null || Sources.IsPredictionsFile(policy)))
            CheckModel(candidate, "model", columns, known, problems);
        if (policy.Baseline is PredictionsSpec { Source: null } baseline) CheckModel(baseline, "baseline", columns, known, problems);
        CheckControls(policy, columns, known, problems);
        return [.. problems.OrderBy(p => p.At.Line).ThenBy(p => p.At.Column)];
    }

    /// <summary>The columns that a model reads from a predictions file of its own, and the keys that join it to the data.</summary>
    public static IReadOnlyList<PolicyProblem> CheckPredictionsFile(PredictionsSpec predictions, string path, string file,
        IReadOnlyList<string> own, IReadOnlyList<string> columns)
    {
        var problems = new List<PolicyProblem>();
        CheckModel(predictions, path, own, own.ToHashSet(StringComparer.Ordinal), problems, file);
        for (int i = 0; i < predictions.Key.Count; i++)
        {
            string key = predictions.Key[i];
            Mark at = predictions.Marks.GetValueOrDefault($"key[{i}]", MarkOf(predictions, "key"));
            if (!own.Contains(key))
                problems.Add(
                    new(at, $"{path}.predictions.key", $"the key column '{key}' is not a column of {file}{NearestName.Hint(key, own)}"));
            if (!columns.Contains(key))
                problems.Add(
                    new(at, $"{path}.predictions.key",
                    $"the key column '{key}' is not a column of the data{NearestName.Hint(key, columns)}"));
        }
        return problems;
    }

    private static void CheckLabelIsNoFeature(DataSpec data, List<PolicyProblem> problems)
    {
        for (int i = 0; i < (data.IncludeFeatures?.Count ?? 0); i++)
            if (data.IncludeFeatures![i] == data.Label)
                problems.Add(new(data.Marks.GetValueOrDefault($"features.include[{i}]", data.At), $"data.features.include[{i}]",
                    $"'{data.Label}' is the label; a model that reads it has seen the answer"));
    }

    private static void CheckModel(PredictionsSpec predictions, string path, IReadOnlyList<string> columns, HashSet<string> known,
        List<PolicyProblem> problems, string file = "the data")
    {
        void Require(string? name, string what, string key)
        {
            if (name is not null && !known.Contains(name))
                problems.Add(new(MarkOf(predictions, key), $"{path}.predictions.{key}",
                    $"the {what} column '{name}' is not a column of {file}{NearestName.Hint(name, columns)}"));
        }
        Require(predictions.Prediction, "prediction", "prediction");
        foreach ((string name, string column) in predictions.Score) Require(column, "score", name.Length == 0 ? "score" : $"score.{name}");
        Require(predictions.Lower, "lower", "lower");
        Require(predictions.Upper, "upper", "upper");
    }

    private static Mark MarkOf(PredictionsSpec predictions, string key) => predictions.Marks.GetValueOrDefault(key, predictions.At);

    private static void CheckControls(PolicyDocument policy, IReadOnlyList<string> columns, HashSet<string> known,
        List<PolicyProblem> problems)
    {
        string[] names = [.. policy.Data.Sensitive.Select(s => s.As), .. columns];
        foreach (ConditionSpec condition in policy.Conditions)
            for (int i = 0; i < condition.Control.Count; i++)
            {
                string name = condition.Control[i];
                if (known.Contains(name) || policy.Data.Sensitive.Any(s => s.As == name)) continue;
                Mark at = condition.Marks.GetValueOrDefault($"control[{i}]", condition.Marks.GetValueOrDefault("control", condition.At));
                problems.Add(new(at, "control", $"the control column '{name}' is not a column of the data{NearestName.Hint(name, names)}"));
            }
    }
}
