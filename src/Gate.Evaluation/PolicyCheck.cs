using Gate.Data;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Loading;
using Gate.Policy.Document;

namespace Gate.Evaluation;

/// <summary>Validates a policy against the day and against the columns of its data, without reading rows or training.</summary>
public static class PolicyCheck
{
    /// <summary>Checks a policy.</summary>
    /// <param name="inputs">The policy and where it stands.</param>
    /// <exception cref="PolicyException">The policy names columns that the data does not have; all of them are listed.</exception>
    /// <exception cref="DataException">A file is missing or malformed, or the test file lacks a column.</exception>
    public static void Check(RunInputs inputs)
    {
        WaiverDays.Require(inputs);
        PinnedFiles.Require(inputs, Sources.InputFiles(inputs));
        string[] columns = Names(inputs, Sources.Main(inputs));
        Columns.Require(inputs, columns, inputs.Policy.Data.Test is null ? null : Names(inputs, Sources.Test(inputs)));
    }

    /// <summary>The digests of all files that a policy reads, by their paths as the policy writes them.</summary>
    /// <param name="inputs">The policy and where it stands; what it pins already is not looked at.</param>
    /// <exception cref="DataException">A file is missing.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Digests(RunInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return [.. Sources.InputFiles(inputs).DistinctBy(file => file.Path)
            .Select(file => KeyValuePair.Create(PinnedFiles.Name(inputs, file.Path), file.Digest))];
    }

    private static string[] Names(RunInputs inputs, SourceOptions source) =>
        [.. Columns.Reading(inputs, () => TableReader.Describe(source)).Select(column => column.Name)];
}
