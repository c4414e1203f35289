using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Loading;

/// <summary>Holds a policy against the columns of every file that it names, before a row is used.</summary>
internal static class Columns
{
    /// <summary>Checks the columns of the data and the separate test file as they are, and those of predictions files by their
    /// heads.</summary>
    /// <exception cref="PolicyException">The policy names columns that are not there; all of them are listed.</exception>
    /// <exception cref="DataException">The test file lacks a column that plays a part.</exception>
    public static void Require(RunInputs inputs, IReadOnlyList<string> columns, IReadOnlyList<string>? holdout)
    {
        PolicyDocument policy = inputs.Policy;
        PolicyProblem[] problems = [
            .. ColumnChecks.Check(policy, columns),
            .. PlacedModel.Of(inputs).SelectMany(model => CandidateForms.Of(model.Spec).Check(model, columns)),
        ];
        if (problems.Length > 0) throw new PolicyException(inputs.PolicyPath, problems);
        if (holdout is null) return;
        // The two files must agree on every column that plays a part.
        string[] absent = [.. Roles.Of(inputs, columns).Where(role => role.Value != Roles.Unused).Select(role => role.Key)
            .Concat(policy.Conditions.SelectMany(condition => condition.Control).Where(columns.Contains))
            .Except(holdout, StringComparer.Ordinal)];
        if (absent.Length > 0)
            throw new DataException(
                $"the test file {string.Join(", ", policy.Data.Test!)} lacks {(absent.Length == 1 ? "the column" : "the columns")} "
                + $"{string.Join(", ", absent.Select(name => $"'{name}'"))} of the training data");
    }

    /// <summary>Runs a read; a fault in the policy's own SQL becomes a problem of the policy, with its place.</summary>
    public static T Reading<T>(RunInputs inputs, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DataException error) when (error.PolicyKey is { } key)
        {
            if (inputs.Policy.Conditions.FirstOrDefault(
                condition => key == FormattableString.Invariant($"conditions[{condition.Index}].where")) is { } condition)
                throw new PolicyException(inputs.PolicyPath,
                    [new(condition.Marks.GetValueOrDefault("where", condition.At), key, error.Message)]);
            if (key.StartsWith("explain.", StringComparison.Ordinal) && inputs.Policy.Explain is { } explain)
                throw new PolicyException(inputs.PolicyPath,
                    [new(explain.Marks.GetValueOrDefault(key["explain.".Length..], explain.At), key, error.Message)]);
            DataSpec data = inputs.Policy.Data;
            string below = key["data.".Length..];
            Mark at = data.Marks.TryGetValue(below, out Mark mark) || data.Marks.TryGetValue(below.Split('.')[0], out mark)
                ? mark : data.At;
            throw new PolicyException(inputs.PolicyPath, [new(at, key, error.Message)]);
        }
    }
}
