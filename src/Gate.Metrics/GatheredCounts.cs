using Gate.Data;

namespace Gate.Metrics;

/// <summary>
/// All that metrics of counts need of any number of rows, wherever they were counted: an SQL engine gathers it with one
/// <c>GROUP BY</c> over the sensitive and control columns, the label and the predictions, and
/// <c>COUNT(*), SUM(weight), SUM(weight * weight)</c>.
/// </summary>
/// <param name="Task">What the models predict. Of a regression only rows can be counted.</param>
/// <param name="Classes">The names of the classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Cells">The combinations that occur, in any order. Several cells of one combination are added up, in their order.</param>
/// <param name="HasPredictions">Whether <see cref="Cell.Prediction"/> is counted; else every metric of predictions is undefined.</param>
/// <param name="HasBaseline">Whether <see cref="Cell.Baseline"/> is counted, the baseline's predictions on the same rows.</param>
public sealed record GatheredCounts(TaskType Task, IReadOnlyList<string> Classes, IReadOnlyList<Cell> Cells, bool HasPredictions = true,
    bool HasBaseline = false);
