using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Errors;

/// <summary>Where the candidate errs: for conditions, and in the report where the policy explains by SHAP or a condition asks.</summary>
internal sealed class ErrorSource : IEvidenceSource
{
    private const string Name = "slice_error_ratio";

    public IReadOnlyList<MetricWord> Words { get; } =
    [
        new(Name, [], "How many times the loss of all other rows the worst slice has: rows with given values in up to three columns, found "
            + "in one half of the measured rows and measured in the other. The loss is the share of mistakes, of a regression the mean "
            + "absolute error. Columns are the features and the sensitive ones, or those that `features` names.",
            Enum.GetValues<PolicyTask>(), IsDisparity: false, HigherIsBetter: false, 0, double.PositiveInfinity)
        {
            IsOfRows = false, OptionalFeatures = true,
        },
    ];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        ErrorRows rows = ErrorRows.Of(run);
        string subject = condition.Features.Count == 0 ? Name : $"{Name} over {string.Join(" and ", condition.Features)}";
        if (rows.Problem(condition.Features) is { } problem)
            return new() { Name = Name, Unit = "ratio", Subject = subject, Parts = Evidence.Undefined(condition, problem), Rows = 0 };
        MeasuredSlices slices = MeasuredSlices.Of(rows, condition.Features, condition.Evidence);
        (MeasuredSlice? worst, Measurement ratio) = slices.Worst(condition.Confidence);
        return new()
        {
            Name = Name,
            Unit = "ratio",
            Subject = subject,
            Brief = worst is null ? null : $"where {worst.Text}, {rows.Metric.Name} is "
                + $"{NumberText.Estimate(ratio.Value.Number, ratio.Interval.ToFact())} times that of all other rows",
            Parts = EvidencePart.Of(condition, confidence => slices.Worst(confidence).Ratio, (_, _) =>
                new(MetricValue.Missing("each model has worst slices of its own, so there is nothing to compare"), null)),
            Behind = worst is null ? "" : $" It is that of the {Rows(worst.Inside.Length)} where {worst.Text}, with {rows.Metric.Name} "
                + $"{NumberText.Estimate(rows.Loss(worst.Inside).Value.NumberOrNull)}, among {Rows(rows.Measured.Length)}: the half that "
                + $"was not searched. {NumberText.Count(slices.Searched)} slices were looked at and "
                + $"{NumberText.Count(slices.Confirmed.Count)} measured.",
            Rows = rows.Measured.Length,
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{Name} is measured when the model is there";

    public GateResult Report(GateResult result, RunContext run)
    {
        if (!run.IsAsked(Words) || ErrorRows.Of(run) is not { } rows || rows.Problem([]) is not null) return result;
        string[] notes = rows.IsThinned ? [$"Slices with errors were looked for in {NumberText.Count(rows.Losses.Length)} of "
            + $"{NumberText.Count(run.Data.Test.RowCount)} test rows, evenly spaced, to bound the time."] : [];
        return result with
        {
            ErrorAnalysis = ErrorAnalysisBuilder.Build(rows, run.Inputs.Policy),
            Notes = [.. result.Notes, .. notes],
        };
    }

    private static string Rows(int rows) => $"{NumberText.Count(rows)} row{(rows == 1 ? "" : "s")}";
}
