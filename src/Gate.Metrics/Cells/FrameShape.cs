using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Cells;

/// <summary>What a frame was gathered from, as far as it decides which metrics there are.</summary>
/// <param name="Task">The task.</param>
/// <param name="Classes">The names of the classes by code.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="IsWeighted">Whether rows count differently.</param>
/// <param name="HasRows">Whether the rows themselves are there, and not only their counts.</param>
/// <param name="Candidate">What metrics can read of the candidate.</param>
/// <param name="Baseline">What they can read of the baseline; null when there is none.</param>
internal sealed record FrameShape(TaskType Task, IReadOnlyList<string> Classes, long Rows, bool IsWeighted, bool HasRows,
    MetricInputs Candidate, MetricInputs? Baseline)
{
    public static FrameShape Of(Sample candidate, Sample? baseline) => new(candidate.Task, candidate.Classes, candidate.Rows,
        candidate.Weights is not null, HasRows: true, candidate.Inputs, baseline?.Inputs);

    public static FrameShape Of(GatheredCounts counts) => new(counts.Task, counts.Classes, counts.Cells.Sum(cell => cell.Count),
        counts.Cells.Any(cell => cell.Weight != cell.Count || cell.Square != cell.Count), HasRows: false,
        Given(counts.HasPredictions), counts.HasBaseline ? Given(counts.HasPredictions) : null);

    /// <summary>The number of codes of an axis of cells; 1 for a regression.</summary>
    public int Codes => Task == TaskType.Regression ? 1 : Classes.Count;

    public MetricInputs Inputs(Side side) => side == Side.Candidate ? Candidate : Baseline ?? MetricInputs.None;

    private static MetricInputs Given(bool predictions) => predictions ? MetricInputs.Predictions : MetricInputs.None;
}
