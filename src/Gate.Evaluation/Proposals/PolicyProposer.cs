using System.Text;
using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>Writes a first policy for data: finds the label, the task and likely sensitive columns, and proposes thresholds from a first
/// run.</summary>
public static class PolicyProposer
{
    /// <summary>The <see cref="DataException.PolicyKey"/> of a label that the data does not have.</summary>
    public const string LabelOption = "--label";

    private const int MostSensitiveGroups = 20;

    private static readonly double[] Quartiles = [0.25, 0.5, 0.75];

    /// <summary>Proposes a policy.</summary>
    /// <param name="data">The data's path as the user gave it.</param>
    /// <param name="policyDirectory">The directory that the policy will stand in; its source path is relative to it.</param>
    /// <param name="label">The label column, or null to guess it.</param>
    /// <param name="today">The day of the run.</param>
    /// <param name="gateVersion">The version of Gate.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The policy's YAML text, commented; it passes on this data as it stands.</returns>
    /// <exception cref="DataException">The data cannot be read, or nothing can be proposed for it.</exception>
    public static async Task<string> ProposeAsync(string data, string policyDirectory, string? label, DateOnly today, string gateVersion,
        IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"reading {data}");
        string source = Path.GetRelativePath(policyDirectory, Path.GetFullPath(data)).Replace('\\', '/');
        var options = new SourceOptions { Paths = [source], BaseDirectory = policyDirectory };
        KeyValuePair<string, string>[] digests = [.. TableReader.Files(options).Select(file =>
            KeyValuePair.Create(Path.GetRelativePath(policyDirectory, file).Replace('\\', '/'), Digest.OfFile(file)))];
        Table table = TableReader.Read(options, null, cancel);
        Proposal draft = Draft(table, source, label) with { Digests = digests };
        GateResult first = await FirstRunAsync(draft, policyDirectory, today, gateVersion, progress, cancel).ConfigureAwait(false);
        return ProposalWriter.Write(draft with { Conditions = Thresholds.From(draft, first) });
    }

    private static Proposal Draft(Table table, string source, string? labelName)
    {
        Column label = labelName is null ? ColumnGuesses.Label(table)
            : table.TryGet(labelName, out Column? named) ? named
            : throw new DataException($"no column is called '{labelName}'{NearestName.Hint(labelName, table.Names)}")
            { PolicyKey = LabelOption };
        if (!CanBeNamed(label))
            throw new DataException($"the label '{Shown.Of(label.Name)}' has a name of several lines, which a policy cannot write; rename "
                + "the column in the file") { PolicyKey = labelName is null ? null : LabelOption };
        TaskType task = ColumnGuesses.Task(label);
        ProposedSensitive[] sensitive =
            [.. ColumnGuesses.Sensitive(table, label).Where(CanBeNamed).Select(Sensitive).OfType<ProposedSensitive>()];
        (string? positive, string? negative) = task == TaskType.BinaryClassification ? Classes(label, table) : default;
        return new()
        {
            Name = Path.GetFileName(source).Split('.')[0],
            Source = source,
            Task = task,
            Label = label.Name,
            LabelIsMissing = label.MissingCount > 0 && label.MissingCount < label.Count,
            Positive = positive,
            Negative = negative,
            Sensitive = sensitive,
            SplitColumn = ColumnGuesses.SplitColumn(table),
            Exclude = [.. ColumnGuesses.Identifiers(table, label).Where(name => CanBeNamed(table[name]))],
            Algorithm = task == TaskType.Regression ? "linear_regression" : "logistic_regression",
        };
    }

    private static bool CanBeNamed(Column column) =>
        !string.IsNullOrWhiteSpace(column.Name) && !column.Name.Any(c => char.IsControl(c) && c != '\t');

    /// <summary>A numeric column is cut at its quartiles, rounded; null when it makes no sensible groups.</summary>
    private static ProposedSensitive? Sensitive(Column column)
    {
        int distinct = column.ToCategories().Categories.Length;
        if (distinct < 2) return null;
        if (column is not NumericColumn numbers || distinct <= 5)
            return distinct <= MostSensitiveGroups ? new(column.Name, null, column.Name) : null;
        double[] sorted = [.. numbers.Values.Where(double.IsFinite).Order()];
        double[] edges = [.. Quartiles.Select(q => Math.Round(sorted[(int)(q * (sorted.Length - 1))])).Distinct()
            .Where(edge => edge > sorted[0])];
        return edges.Length == 0 ? null : new(column.Name, edges, $"{column.Name}_band");
    }

    private static (string Positive, string Negative) Classes(Column label, Table table)
    {
        string[] all = [.. label.ToCategories().Categories];
        if (all.Length != 2)
            throw new DataException($"the label '{label.Name}' has one class only; name another column with --label "
                + $"({string.Join(", ", table.Names.Take(12))})");
        int positive = Array.FindIndex(all, text => text.ToLowerInvariant() is "1" or "true" or "yes");
        if (positive >= 0 && ColumnGuesses.IsHarm(label.Name)) positive = 1 - positive;
        return positive >= 0 ? (all[positive], all[1 - positive]) : (all[1], all[0]);
    }

    private static async Task<GateResult> FirstRunAsync(Proposal draft, string directory, DateOnly today, string gateVersion,
        IRunProgress progress,
        CancellationToken cancel)
    {
        byte[] yaml = Encoding.UTF8.GetBytes(ProposalWriter.Write(draft with { Conditions = Thresholds.Questions(draft) }));
        PolicyDocument policy = PolicyReader.Read(yaml, "gate.yml", Vocabulary.Current);
        RunOutcome outcome =
            await GateRun.ExecuteAsync(new() { Policy = policy, PolicyBytes = yaml, PolicyPath = "gate.yml", BaseDirectory = directory,
            Today = today, GateVersion = gateVersion }, progress, cancel).ConfigureAwait(false);
        return outcome.Result;
    }
}
