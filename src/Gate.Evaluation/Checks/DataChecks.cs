using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Checks;

/// <summary>Checks that the classes and groups that conditions and score columns name occur in the data, before a model is made.</summary>
internal static class DataChecks
{
    /// <summary>Holds the policy against the measured rows.</summary>
    /// <exception cref="PolicyException">A class or a reference group does not occur, a bound cannot be held against these groups, or
    /// a condition lets pass what its evidence floor leaves undefined; all of them are listed.</exception>
    /// <exception cref="Gate.Data.DataException">The measured rows are training rows too.</exception>
    public static void Require(RunInputs inputs, Dataset data)
    {
        PolicyDocument policy = inputs.Policy;
        PolicyProblem[] problems =
        [
            .. PlacedModel.Of(inputs).SelectMany(model => CandidateForms.Of(model.Spec).Check(model, data)),
            .. policy.Conditions.SelectMany(condition => Check(condition, data)),
        ];
        // What lacks a class or a group has no evidence to count.
        if (problems.Length == 0)
            problems = [.. policy.Conditions.Select(condition => FloorCheck.Check(condition, data)).OfType<PolicyProblem>()];
        if (problems.Length > 0) throw new PolicyException(inputs.PolicyPath, problems);
        SharedRowsCheck.Require(policy, data.Repetition);
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
        if (GroupNumberCheck.Check(condition, data) is { } tooMany)
        {
            yield return tooMany;
            yield break;
        }
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
