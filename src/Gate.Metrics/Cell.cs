namespace Gate.Metrics;

/// <summary>The rows that agree in group, label and predictions, counted.</summary>
/// <param name="Group">The index of their group.</param>
/// <param name="Label">The code of their label; 0 in a regression.</param>
/// <param name="Prediction">The code that the candidate predicts; 0 where there are no predictions.</param>
/// <param name="Baseline">The code that the baseline predicts; 0 where there is none.</param>
/// <param name="Count">How many rows, whatever their weight.</param>
/// <param name="Weight">The sum of their weights; <paramref name="Count"/> without weights.</param>
/// <param name="Square">The sum of their squared weights; <paramref name="Count"/> without weights.</param>
public readonly record struct Cell(int Group, int Label, int Prediction, int Baseline, long Count, double Weight, double Square)
{
    /// <summary>Rows that each count 1.</summary>
    /// <param name="group">The index of their group.</param>
    /// <param name="label">The code of their label.</param>
    /// <param name="prediction">The code that the candidate predicts.</param>
    /// <param name="baseline">The code that the baseline predicts; 0 where there is none.</param>
    /// <param name="count">How many rows.</param>
    public static Cell Of(int group, int label, int prediction, int baseline, long count) =>
        new(group, label, prediction, baseline, count, count, count);
}
