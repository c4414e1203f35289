using Gate.Data;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>From a table to a policy without numbers.</summary>
internal static class Drafter
{
    /// <exception cref="LabelUnclearException">No label was named, and none is clear.</exception>
    /// <exception cref="DataException">The label that was named is none.</exception>
    public static Proposal Draft(Table table, string source, string? labelName)
    {
        IReadOnlyList<GuessedColumn> columns = ColumnGuesses.Of(table);
        (Column label, string? reason) = labelName is null ? Guessed(table, columns, source) : (Named(table, columns, labelName), null);
        UsableLabel.Require(label, table, labelName is not null);
        bool hasOthers = UsableLabel.HasOthers(label);
        label = UsableLabel.Of(label);
        (TaskType task, string taskReason) = TaskGuess.Of(label);
        GuessedColumn[] others = [.. columns.Where(column => column.Name != label.Name && column.CanBeNamed)];
        Column[] outputs = [.. others.Where(column => column.Part == Part.Output).Select(column => column.Column)];
        (string Positive, string Negative, string Reason, bool IsTold)? two =
            task == TaskType.BinaryClassification ? PositiveGuess.Of(label) : null;
        ProposedOutput? output = OutputGuesses.Of(outputs, label, task, two?.Positive);
        bool ofOther = output?.IsOf is { } of && two is { } guess && of != guess.Positive;
        if (ofOther) two = (two!.Value.Negative, two.Value.Positive, $"the score is of this class: {output!.Evidence}", two.Value.IsTold);
        GuessedColumn[] exclude = output is not null ? [] : [.. LeftOut(others, label, table)];
        ProposedSensitive[] sensitive = [.. others.Where(column => column.Part == Part.Protected)
            .Select(column => SensitiveGuess.Of(column, table.Names)).OfType<ProposedSensitive>()];
        GuessedColumn? weight = others.FirstOrDefault(column => column.Part == Part.Weight);
        GuessedColumn? split = others.FirstOrDefault(column => column.Part == Part.Split);
        return new()
        {
            Name = PolicyName.Of(source),
            Source = source,
            Task = task,
            TaskReason = taskReason,
            Label = label.Name,
            LabelReason = reason,
            Where = Where(label, hasOthers, split),
            Positive = two?.Positive,
            Negative = two?.Negative,
            PositiveReason = two?.Reason,
            PositiveIsHarm = ofOther && two!.Value.IsTold,
            Sensitive = sensitive,
            Weight = weight,
            Split = split,
            Exclude = exclude,
            Output = output,
            // A column that no policy can name is learned from all the same.
            NothingToLearn = output is null && !columns.Any(column => column.Part == Part.Ordinary && column.Name != label.Name
                && !exclude.Any(left => left.Name == column.Name)),
        };
    }

    private static (Column Label, string Reason) Guessed(Table table, IReadOnlyList<GuessedColumn> columns, string source)
    {
        IReadOnlyList<LabelCandidate> candidates = LabelGuess.Candidates(columns, Path.GetFileName(source));
        return LabelGuess.Clear(candidates) is { } clear ? (table[clear.Name], clear.Reason) : throw new LabelUnclearException(candidates);
    }

    private static Column Named(Table table, IReadOnlyList<GuessedColumn> columns, string name)
    {
        if (columns.FirstOrDefault(column => column.Name == name) is not { } named)
            throw new DataException($"no column is called '{name}'{NearestName.Hint(name, table.Names)}")
                { PolicyKey = PolicyProposer.LabelOption };
        return named.CanBeNamed ? named.Column : throw new DataException($"the label '{Shown.Of(name)}' has a name of several lines, which "
            + "a policy cannot write; rename the column in the file") { PolicyKey = PolicyProposer.LabelOption };
    }

    /// <summary>What a model must not learn from: it says nothing, says which row it is, is the label again, or is a model's word that
    /// cannot be read as one on this label.</summary>
    private static IEnumerable<GuessedColumn> LeftOut(GuessedColumn[] columns, Column label, Table table)
    {
        foreach (GuessedColumn column in columns)
        {
            bool hasGroups = column.Part == Part.Protected && SensitiveGuess.Of(column, table.Names) is not null;
            if (column.Part == Part.LeftOut) yield return column;
            else if (column.Part == Part.Output)
                yield return column with { Reason = $"{column.Reason}, but {(column.Column.MissingCount > 0
                    ? "some of its values are missing" : "its values are not those of the label")}" };
            else if (column.Part == Part.Protected && !hasGroups)
                yield return column with { Reason = $"{column.Reason}, {SensitiveGuess.NoGroups(column)}" };
            else if (column.Part == Part.Ordinary && Misreadings.LabelReadings.IsCopy(column.Column, label))
                yield return column with { Reason = "a copy of the label" };
        }
    }

    private static string? Where(Column label, bool hasOthers, GuessedColumn? split)
    {
        var parts = new List<string>();
        if (label.MissingCount > 0) parts.Add($"{Sql(label.Name)} IS NOT NULL");
        if (hasOthers) parts.Add($"isfinite({Sql(label.Name)})");
        string[] marks = split is null ? [] : split.Values.Categories;
        if (marks.Length > 2)
            parts.Add($"{Sql(split!.Name)} IN ({string.Join(", ", marks.Where(mark => mark.ToLowerInvariant() is "train" or "test")
                .Select(mark => $"'{mark}'"))})");
        return parts.Count == 0 ? null : string.Join(" AND ", parts);
    }

    private static string Sql(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
