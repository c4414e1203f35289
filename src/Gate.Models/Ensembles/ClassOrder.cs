using Gate.Data;

namespace Gate.Models.Ensembles;

/// <summary>From the outputs of a model to the classes of the task: one number a row for two classes, one for each class for
/// several.</summary>
/// <param name="task">The task.</param>
/// <param name="classes">How many classes the task has.</param>
/// <param name="codes">The task's class of each of the model's classes; empty for numbers.</param>
internal sealed class ClassOrder(TaskType task, int classes, IReadOnlyList<int> codes)
{
    /// <summary>How many numbers a row has.</summary>
    public int Width => task == TaskType.MulticlassClassification ? classes : 1;

    public IReadOnlyList<int> Codes => codes;

    /// <summary>Whether the model's own order is the task's.</summary>
    private bool Turned => task == TaskType.BinaryClassification && codes[0] == 1;

    /// <summary>Scores of the model, after its link.</summary>
    public void WriteScores(ReadOnlySpan<double> own, Span<double> row)
    {
        if (row.Length > 1)
        {
            row.Clear();
            for (int i = 0; i < own.Length; i++) row[codes[i]] = own[i];
        }
        else if (own.Length == 2) row[0] = own[Turned ? 0 : 1];
        else row[0] = Turned ? 1 - own[0] : own[0];
    }

    /// <summary>Sums of the model, before its link.</summary>
    public void WriteMargins(ReadOnlySpan<double> own, Span<double> row)
    {
        if (row.Length > 1)
        {
            row.Fill(double.NegativeInfinity);
            for (int i = 0; i < own.Length; i++) row[codes[i]] = own[i];
        }
        else if (own.Length == 2) row[0] = Turned ? own[0] - own[1] : own[1] - own[0];
        else row[0] = Turned ? -own[0] : own[0];
    }
}
