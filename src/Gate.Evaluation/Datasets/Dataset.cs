using Gate.Data;
using Gate.Metrics;

namespace Gate.Evaluation.Datasets;

/// <summary>The data of a run, bound to the policy: which rows are learned from, which are measured, and what each column is.</summary>
internal sealed record Dataset
{
    public required TaskType Task { get; init; }

    /// <summary>The table that the measured rows come from, and which of its rows they are (null: all of them).</summary>
    public required Table Source { get; init; }

    public required int[]? TestRows { get; init; }

    /// <summary>Rows to learn from; null when the policy gives none.</summary>
    public required Table? Train { get; init; }

    public required Table Test { get; init; }

    /// <summary>Class names by code; for a binary task [negative, positive].</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public required LabelValues? TrainLabels { get; init; }

    public required double[]? TrainWeights { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>What is true of the measured rows. Their features are there as numbers only where a metric of the policy reads
    /// them.</summary>
    public required Truth Truth { get; init; }

    /// <summary>Sensitive columns of the measured rows, by the name that conditions use.</summary>
    public required IReadOnlyDictionary<string, CategoryColumn> Sensitive { get; init; }

    /// <summary>The measured rows of each slice, by its condition.</summary>
    public required IReadOnlyDictionary<string, int[]> Slices { get; init; }

    /// <summary>The role of each column, by name.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    public required long TotalRows { get; init; }

    public required string SplitText { get; init; }

    /// <summary>How often rows repeat.</summary>
    public required RowRepetition Repetition { get; init; }

    public required IReadOnlyList<InputFile> Files { get; init; }

    /// <summary>The training rows in the place of the measured ones, for what is measured by cross-validation; null without training
    /// rows.</summary>
    public Lazy<Dataset>? Validation { get; init; }

    /// <summary>A control column of the measured rows: a sensitive one by its name, or any column of the data.</summary>
    public CategoryColumn Control(string name) => Sensitive.TryGetValue(name, out CategoryColumn? column) ? column : Test[name]
        .ToCategories();
}

/// <summary>What was true, row by row: class codes or values.</summary>
internal sealed record LabelValues(int[]? Codes, double[]? Values);
