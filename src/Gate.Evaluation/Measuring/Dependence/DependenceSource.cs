using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Dependence;

/// <summary>How the score moves with a column: for conditions, and in the report where the policy explains by SHAP.</summary>
internal sealed class DependenceSource : IEvidenceSource
{
    private const string Name = "monotonicity_violation", Direction = "direction";

    public IReadOnlyList<MetricWord> Words { get; } =
    [
        new(Name, [], "The share of rows for which the score (of a regression the prediction) falls somewhere as one of the named columns "
            + "rises over the values that the rows have, all other columns as they are in the row. Of several classes it is that of the "
            + "named class, or of the worst.",
            Enum.GetValues<PolicyTask>(), IsDisparity: false, HigherIsBetter: false, 0, 1)
        {
            IsOfRows = false, NeedsFeatures = true, ServesClasses = true,
            Parameters = [new(Direction, "integer", 1, "1 where the score must not fall as the column rises, -1 where it must not rise.",
                -1, 1, null, false)],
        },
    ];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        DependentModel model = DependentModel.Of(run);
        if (condition.Class is { } named) return OfOutput(condition, model, Labels.IndexOf(model.Model?.Classes ?? [], named));
        return model.Model is not { Task: TaskType.MulticlassClassification } many ? OfOutput(condition, model, 0)
            : WorstClass.Of(condition, [.. many.Classes.Select((_, output) => OfOutput(condition, model, output))], many.Classes,
                Subject(condition), isLargest: true);
    }

    private static string Subject(ConditionSpec condition) => $"{Name} along {string.Join(" and ", condition.Features)}"
        + (condition.Class is { } name ? $" for {name}" : "");

    private static Evidence OfOutput(ConditionSpec condition, DependentModel model, int output)
    {
        int direction = (int)condition.Parameters.GetValueOrDefault(Direction, 1);
        string columns = string.Join(" and ", condition.Features), moves = direction < 0 ? "rises" : "falls";
        Measurement Measured(double confidence) => direction == 0
            ? new(MetricValue.Missing("direction 0 is none; write 1 or -1"), null)
            : output < 0 && model.Model is not null ? new(MetricValue.Missing($"the model has no output for {condition.Class}"), null)
            : model.Violations(condition.Features, direction, output, confidence);
        Measurement found = Measured(condition.Confidence);
        return new()
        {
            Name = Name,
            Unit = "share",
            Subject = Subject(condition),
            Brief = found.Value.IsDefined ? $"the score {moves} somewhere as {columns} rises for "
                + $"{NumberText.Percent(Math.Round(found.Value.Number, 4))} of rows" : null,
            Parts = EvidencePart.Of(condition, Measured, (_, _) =>
                new(MetricValue.Missing("it is measured of the candidate alone"), null)),
            Rows = model.Rows.RowCount,
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{Name} is measured when the model is there";

    public GateResult Report(GateResult result, RunContext run)
    {
        if (run.Inputs.Policy.Explain is not { IsShap: true } || DependentModel.Of(run) is not { Reason: null } model
            || run.Once(ExplainedModel.Of) is not { Reason: null } explained) return result;
        run.Progress.Begin("drawing how the score moves with columns");
        string[] notes = model.IsThinned ? [$"Dependence curves are those of {NumberText.Count(model.Rows.RowCount)} of "
            + $"{NumberText.Count(run.Data.Test.RowCount)} test rows, evenly spaced, to bound their time."] : [];
        return result with { Dependence = DependenceFactsBuilder.Build(model, explained, run.Cancel), Notes = [.. result.Notes, .. notes] };
    }
}
