using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Policy.Document;

namespace Gate.Evaluation;

/// <summary>Validates a policy against the columns of its data, without reading rows or training.</summary>
public static class PolicyCheck
{
    /// <summary>Checks a policy.</summary>
    /// <param name="inputs">The policy and where it stands.</param>
    /// <exception cref="PolicyException">The policy names columns that the data does not have; all of them are listed.</exception>
    /// <exception cref="DataException">A file is missing or malformed, or the test file lacks a column.</exception>
    public static void Check(RunInputs inputs)
    {
        string[] columns = Names(inputs, Sources.Main(inputs));
        Columns.Require(inputs, columns, inputs.Policy.Data.Test is null ? null : Names(inputs, Sources.Test(inputs)));
        Sources.InputFiles(inputs);
    }

    private static string[] Names(RunInputs inputs, SourceOptions source) =>
        [.. Columns.Reading(inputs, () => TableReader.Describe(source)).Select(column => column.Name)];
}
