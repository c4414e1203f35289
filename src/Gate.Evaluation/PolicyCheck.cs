using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Policy;

namespace Gate.Evaluation;

/// <summary>Validates a policy against the columns of its data, without reading rows or training.</summary>
public static class PolicyCheck
{
    /// <summary>Checks a policy.</summary>
    /// <param name="inputs">The policy and where it stands.</param>
    /// <exception cref="PolicyException">The policy names columns that the data does not have; all of them are listed.</exception>
    /// <exception cref="DataException">A file is missing or malformed.</exception>
    public static void Check(RunInputs inputs)
    {
        IReadOnlyList<(string Name, ColumnType Type)> columns = TableReader.Describe(Sources.Main(inputs));
        IReadOnlyList<PolicyProblem> problems = ColumnChecks.Check(inputs.Policy, [.. columns.Select(column => column.Name)]);
        if (problems.Count > 0) throw new PolicyException(inputs.PolicyPath, problems);
        if (inputs.Policy.Data.Test is not null) TableReader.Describe(Sources.Test(inputs));
        Sources.InputFiles(inputs);
    }
}
