using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Profiles;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Drift;

/// <summary>Rows beside what is known of those that the baseline was trained on.</summary>
internal sealed class DriftedRows
{
    private const string Unknown = $"nothing is known of the rows that the baseline was trained on: there is no {CardReader.File} beside "
        + "it, which 'gate train', '--save-model' and 'register' write";

    private readonly Dictionary<string, ColumnShift> shifts = new(StringComparer.Ordinal);

    /// <summary>Compares them column by column, or says why they cannot be.</summary>
    public DriftedRows(RunContext run)
    {
        Dataset data = run.Data;
        PolicyDocument policy = run.Inputs.Policy;
        bool trained = policy.Model.IsFitted && data.Train is not null;
        Rows = trained ? data.Train! : data.Test;
        Of = trained ? "training rows" : "test rows";
        AreTheSame = AreOfOneTraining(run);
        try
        {
            Reference = ReferenceOf(run);
        }
        catch (DataException error)
        {
            Problem = error.Message;
        }
        if (Reference is null) Problem ??= Unknown;
        else Problem = Reference.Columns.Select(column => Compare(column, data.Task, policy.Data.Label)).FirstOrDefault(
            problem => problem is not null);
    }

    /// <summary>Which rows they are, in words.</summary>
    public string Of { get; }

    public Table Rows { get; }

    /// <summary>Whether both models were trained on these rows by this run.</summary>
    public bool AreTheSame { get; }

    /// <summary>The rows of the baseline; null where they are not known.</summary>
    public TrainingProfile? Reference { get; }

    /// <summary>Why nothing can be said; null where something can.</summary>
    public string? Problem { get; }

    /// <summary>The columns, in the order of the card.</summary>
    public IReadOnlyCollection<ColumnShift> Columns => shifts.Values;

    /// <summary>A column by its name.</summary>
    public ColumnShift? Find(string name) => shifts.GetValueOrDefault(name);

    /// <summary>Whether both models of a run are trained on the same rows by it, so that there is nothing to compare.</summary>
    public static bool AreOfOneTraining(RunContext run) =>
        run.Data.Train is not null && run.Inputs.Policy is { Model.IsFitted: true, Baseline.IsFitted: true };

    private string? Compare(ColumnProfile profile, TaskType task, string label)
    {
        if (!Rows.TryGet(profile.Name, out Column? column))
            return !profile.IsRead ? null
                : $"the baseline reads a column '{Shown.Of(profile.Name)}', which is not among those that were read";
        if (profile.Name == label) column = TrainingProfile.Target(Rows, label, task);
        if (profile.IsNumber && column is not NumericColumn)
            return $"'{Shown.Of(profile.Name)}' was a column of numbers when the baseline was trained, and is one of texts now";
        shifts[profile.Name] = new(profile, column);
        return null;
    }

    private static TrainingProfile? ReferenceOf(RunContext run)
    {
        (RunInputs inputs, Dataset data) = (run.Inputs, run.Data);
        if (inputs.Policy.Baseline is { IsFitted: true } && data.Train is { } rows && run.Baseline!.Model is { } model)
            return TrainingProfile.OfRows("the baseline", rows, model.Features, inputs.Policy.Data.Label, data.Task);
        if (BaselineCard.Brought(inputs) is { } brought)
            return CardReader.Read(brought.Name, brought.Card!, Digest.OfFile(brought.Path));
        return data.Files.FirstOrDefault(file => file.Role == BaselineCard.Role) is { } card
            && data.Files.FirstOrDefault(file => file.Role == "baseline") is { } file
            ? CardReader.Read(Path.GetFileName(file.Path), card.Path, file.Digest) : null;
    }
}
