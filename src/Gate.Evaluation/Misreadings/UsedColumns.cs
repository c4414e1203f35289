using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Misreadings;

/// <summary>The columns that play a part, and the rows in which they are looked at: those that a model learns from, where it
/// does.</summary>
internal sealed class UsedColumns(RunInputs inputs, Dataset data)
{
    /// <summary>The rows.</summary>
    public Table Rows { get; } = data.Train ?? data.Test;

    /// <summary>The file of the rows as the policy names it; dots where there are several.</summary>
    public string File => inputs.Policy.Data.Source is [var only] ? only : "…";

    /// <summary>The name of the label.</summary>
    public string Label => inputs.Policy.Data.Label;

    /// <summary>The classes of <see cref="Rows"/>; null for a regression.</summary>
    public int[]? Classes { get; } = data.TrainLabels is { } labels ? labels.Codes : data.Truth.Labels;

    /// <summary>The columns that a model reads; empty where all models are predictions.</summary>
    public IReadOnlyList<Column> Features { get; } = !PlacedModel.Of(inputs).Any(model => CandidateForms.Of(model.Spec).ReadsFeatures)
        ? [] : [.. data.Features.Select(name => (data.Train ?? data.Test)[name])];

    /// <summary>The columns whose values are compared as they are written: groups without bins, control columns and a label of
    /// classes.</summary>
    public IReadOnlyList<string> Grouping { get; } = [.. inputs.Policy.Data.Sensitive.Where(sensitive => sensitive.Bins is null)
        .Select(sensitive => sensitive.Column).Concat(inputs.Policy.Conditions.SelectMany(condition => condition.Control))
        .Concat(data.Task == TaskType.Regression ? [] : [inputs.Policy.Data.Label]).Distinct(StringComparer.Ordinal)
        .Where(name => data.Source.TryGet(name, out _))];

    /// <summary>The sensitive columns whose values are the groups as they are.</summary>
    public IReadOnlyList<string> Unbinned { get; } = [.. inputs.Policy.Data.Sensitive.Where(sensitive => sensitive.Bins is null)
        .Select(sensitive => sensitive.Column)];

    /// <summary>The columns by which predictions are joined.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. PlacedModel.Of(inputs).Select(model => model.Spec).OfType<PredictionsSpec>()
        .SelectMany(spec => spec.Key).Where(name => data.Source.TryGet(name, out _))];

    /// <summary>The policy's own word on features that predict the label perfectly.</summary>
    public PerfectFeaturesSpec Perfect => inputs.Policy.Data.PerfectFeatures;
}
