using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics.Power;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Planning;

/// <summary>Plans one condition: which rows stand behind it, and what they can decide.</summary>
internal sealed class ConditionPlanner
{
    private readonly ConditionSpec condition;
    private readonly IReadOnlyList<string> classes;
    private readonly Truth truth;
    private readonly Grouping grouping;
    private readonly int familySize;

    public ConditionPlanner(Dataset data, ConditionSpec condition, int familySize)
    {
        (this.condition, this.familySize, classes) = (condition, familySize, data.Classes);
        int[]? rows = condition.Where is null ? null : data.Slices[condition.Where];
        Truth all = data.Truth with { Features = null };
        truth = rows is null ? all : all.Take(rows);
        CategoryColumn Column(CategoryColumn column) => rows is null ? column : (CategoryColumn)column.Take(rows);
        grouping = Grouping.Create([.. condition.By.Select(name => Column(data.Sensitive[name]))],
            [.. condition.Control.Select(name => Column(data.Control(name)))], truth.Rows);
    }

    public PlanLine Plan()
    {
        (string text, bool decidable) = Describe();
        string key = condition.Min is not null ? "min" : condition.Max is not null ? "max" : "metric";
        bool planned = familySize > 1 && (condition.Min ?? condition.Max) is not null && !text.Contains("unknown before measuring: there",
            StringComparison.Ordinal);
        string family = planned ? $"; planned for all {familySize} conditions of the family {condition.Family}, the least favourable "
            + "case" : "";
        return new(condition.Id, condition.Marks.GetValueOrDefault(key, condition.At),
            FormattableString.Invariant($"conditions[{condition.Index}].{key}"), text + family, decidable);
    }

    private (string Text, bool Decidable) Describe()
    {
        if (condition is { Min: null, Max: null, MaxRegression: null, MaxRelativeRegression: null }) return ("only reported", true);
        if (EvidenceSources.Of(condition.Metric).Unplannable(condition) is { } why) return ($"unknown before measuring: {why}", true);
        if (truth.Rows == 0) return ("no measured row is in the slice, so it is undefined", false);
        if (condition.DecideOn == DecideOn.Point) return ("decided on the estimate alone, whatever the number of rows", true);
        bool regression = condition.MaxRegression is not null || condition.MaxRelativeRegression is not null;
        const string unknown = "unknown before measuring: how precise a regression is depends on how often both models agree";
        if (condition is { Min: null, Max: null }) return (unknown, true);
        (string text, bool decidable) = ComparisonWords.Of(condition, classes) is { } comparison
            ? new GroupPlanner(condition, comparison, truth, grouping, Confidence).Describe()
            : Overall(ConditionMetric.Of(condition, classes));
        return (regression ? $"{text}; of the regression {unknown}" : text, decidable);
    }

    /// <summary>The confidence at which a decision is planned: within a family, that which the first of Holm's steps asks for.</summary>
    private double Confidence => 1 - ((1 - condition.Confidence) / familySize);

    private (string Text, bool Decidable) Overall(Metric metric)
    {
        if (metric.IsExact) return ("a plain count is certain", true);
        Grouping everyone = Grouping.Create([], [], truth.Rows);
        PlannedRate? rate = PlannedTrials.Rates(metric, truth, everyone)?[0];
        bool isArea = metric.Name == "roc_auc" && truth.Task == TaskType.BinaryClassification;
        if (rate is null && !isArea) return ($"unknown before measuring: there is no planning formula for {metric.Name}", true);
        (double positives, double negatives) = isArea ? PlannedTrials.Classes(truth, everyone)[0] : default;
        PowerPlan Of(double bound, bool isMin, double confidence) => isArea
            ? AucPower.Plan(bound, isMin, positives, negatives, confidence, PowerCheck.Probability)
            : RatePower.Plan(bound, isMin, rate!.Trials, confidence, PowerCheck.Probability);
        string rows = isArea
            ? $"{PlanText.Number(positives)} positives and {PlanText.Number(negatives)} negatives"
            : PlanText.Trials(rate!.Trials, metric, truth.Weights is not null);
        PlannedBound[] bounds = [.. PlannedBound.Of(condition, Confidence, Of)];
        return ($"{rows}; {PlanText.Bounds(bounds, "")}{PlanText.Time}", bounds.All(bound => bound.BestPasses));
    }
}
