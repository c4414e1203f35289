using Gate.Evaluation.Loading;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Checks;

/// <summary>Checks that the classes and groups that conditions and score columns name occur in the data, before a model is made.</summary>
internal static class DataChecks
{
    /// <summary>Holds the policy against the measured rows.</summary>
    /// <exception cref="PolicyException">A class or a reference group does not occur, or a bound cannot be held against these groups; all
    /// of them are listed.</exception>
    public static void Require(RunInputs inputs, Dataset data)
    {
        PolicyDocument policy = inputs.Policy;
        PolicyProblem[] problems =
        [
            .. Scores(policy.Model, "model", data.Classes), .. Scores(policy.Baseline, "baseline", data.Classes),
            .. policy.Conditions.SelectMany(condition => Check(condition, data)),
        ];
        if (problems.Length > 0)
            throw new PolicyException(inputs.PolicyPath,
                [.. problems.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)]);
    }

    /// <summary>Score columns by class name exactly the classes that there are.</summary>
    private static IEnumerable<PolicyProblem> Scores(ModelSpec? model, string path, IReadOnlyList<string> classes)
    {
        if (model is not PredictionsSpec { Score: { Count: > 0 } scores } spec || scores is [{ Key: "" }]) yield break;
        var known = new bool[classes.Count];
        foreach ((string name, _) in scores)
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
            string full = $"{path}.predictions.{key}";
            Policy.Document.Mark at = spec.Marks.GetValueOrDefault(key, spec.Marks.GetValueOrDefault("score", spec.At));
            return new(at, full, $"{Shown.OneLine(full)}: {message}");
        }
    }

    private static IEnumerable<PolicyProblem> Check(ConditionSpec condition, Dataset data)
    {
        PolicyProblem Problem(string key, string message)
        {
            string path = FormattableString.Invariant($"conditions[{condition.Index}].{key}");
            return new(condition.Marks.GetValueOrDefault(key, condition.At), path, $"{path}: {message}");
        }
        if (condition.Class is { } name && Labels.IndexOf(data.Classes, name) < 0)
            yield return Problem("class", $"the class '{name}' does not occur in the label{NearestName.Hint(name, data.Classes)}");
        if (SignedBounds.Problem(condition, data) is { } problem) yield return Problem(condition.Max is null ? "min" : "max", problem);
        if (condition.Reference is not { Kind: ReferenceKindSpec.Named, Values: { } values }) yield break;
        Grouping grouping = Grouping.Create([.. condition.By.Select(column => data.Sensitive[column])], [], data.Test.RowCount);
        string[] groups = [.. grouping.Groups.Select(group => string.Join(", ", group.Values))];
        string wanted = string.Join(", ", values);
        if (!grouping.Groups.Any(group => group.Values.SequenceEqual(values)))
            yield return Problem("reference",
                $"'{wanted}' is no group of the measured rows by {string.Join(" and ", condition.By)}{NearestName.Hint(wanted, groups)}");
    }
}
