using Gate.Data;
using Gate.Evaluation.Inputs;

namespace Gate.Evaluation.Proposals;

/// <summary>Writes a first policy for data: finds out what the columns are, proposes bounds that one can give a reason for, and says how a
/// first run stands to them.</summary>
public static class PolicyProposer
{
    /// <summary>The <see cref="DataException.PolicyKey"/> of a label that the data does not have.</summary>
    public const string LabelOption = "--label";

    /// <summary>Proposes a policy.</summary>
    /// <param name="data">The data's path as the user gave it.</param>
    /// <param name="policyDirectory">The directory that the policy will stand in; its source path is relative to it.</param>
    /// <param name="label">The label column, or null to guess it.</param>
    /// <param name="today">The day of the run.</param>
    /// <param name="gateVersion">The version of Gate.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The policy, its guesses with their reasons, and how the first run stands to each bound.</returns>
    /// <exception cref="LabelUnclearException">No label was named, and none is clear.</exception>
    /// <exception cref="DataException">The data cannot be read, or nothing can be proposed for it.</exception>
    public static async Task<ProposedPolicy> ProposeAsync(string data, string policyDirectory, string? label, DateOnly today,
        string gateVersion, IRunProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(progress);
        progress.Begin($"reading {data}");
        string source = Path.GetRelativePath(policyDirectory, Path.GetFullPath(data)).Replace('\\', '/');
        var options = new SourceOptions { Paths = [source], BaseDirectory = policyDirectory };
        KeyValuePair<string, string>[] digests = [.. TableReader.Files(options).Select(file =>
            KeyValuePair.Create(Path.GetRelativePath(policyDirectory, file).Replace('\\', '/'), Digest.OfFile(file)))];
        Table table = TableReader.Read(options, null, cancel);
        Proposal draft = Drafter.Draft(table, source, label) with { Digests = digests };
        draft = draft with { Conditions = Norms.Of(draft, table[draft.Label]) };
        (Proposal told, FirstRunFacts first) =
            await FirstRun.OfAsync(draft, policyDirectory, today, gateVersion, progress, cancel).ConfigureAwait(false);
        return new(ProposalWriter.Write(told), GuessList.Of(told), first);
    }
}
