using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>Writes a first policy for data: finds out what the columns are, proposes bounds that one can give a reason for, and says how a
/// first run stands to them.</summary>
public static class PolicyProposer
{
    /// <summary>The <see cref="DataException.PolicyKey"/> of a label that the data does not have.</summary>
    public const string LabelOption = "--label";

    /// <summary>Proposes a policy.</summary>
    /// <param name="inputs">The data, and where the policy will stand.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The policy, its guesses with their reasons, and how the first run stands to each bound.</returns>
    /// <exception cref="LabelUnclearException">No label was named, and none is clear.</exception>
    /// <exception cref="DataException">The data cannot be read, or nothing can be proposed for it.</exception>
    public static async Task<ProposedPolicy> ProposeAsync(ProposalInputs inputs, IRunProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(progress);
        progress.Begin($"reading {inputs.Data}");
        string directory = inputs.PolicyDirectory;
        string source = Path.GetRelativePath(directory, Path.GetFullPath(inputs.Data)).Replace('\\', '/');
        if (source.Any(char.IsControl))
            throw new DataException($"the path '{Shown.OneLine(source)}' has line breaks or control characters, which a policy cannot "
                + "write; rename the file or its folder");
        var options = new SourceOptions { Paths = [source], BaseDirectory = directory, Memory = inputs.Memory };
        KeyValuePair<string, string>[] digests = [.. TableReader.Files(options).Select(file =>
            KeyValuePair.Create(Path.GetRelativePath(directory, file).Replace('\\', '/'), Digest.OfFile(file)))];
        Table table = TableReader.Read(options, null, cancel);
        Proposal draft = Drafter.Draft(table, source, inputs.Label) with { Digests = digests };
        draft = draft with { Conditions = Norms.Of(draft, UsableLabel.Of(table[draft.Label])) };
        (Proposal told, FirstRunFacts first) = await FirstRun.OfAsync(draft, inputs, progress, cancel).ConfigureAwait(false);
        return new(ProposalWriter.Write(told), GuessList.Of(told), first);
    }
}
