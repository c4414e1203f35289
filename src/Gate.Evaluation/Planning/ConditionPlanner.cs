using Gate.Data;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Metrics.Power;
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
    private readonly Lazy<string?> shortfall;

    public ConditionPlanner(Dataset data, ConditionSpec condition, int familySize)
    {
        (this.condition, this.familySize, classes) = (condition, familySize, data.Classes);
        shortfall = new(() => FloorCheck.Shortfall(condition, data));
        int[]? rows = condition.Where is null ? null : data.Slices[condition.Where];
        Truth all = data.Truth with { Features = null };
        truth = rows is null ? all : all.Take(rows);
        CategoryColumn Column(CategoryColumn column) => rows is null ? column : (CategoryColumn)column.Take(rows);
        grouping = Grouping.Create([.. condition.By.Select(name => Column(data.Sensitive[name]))],
            [.. condition.Control.Select(name => Column(data.Control(name)))], truth.Rows);
    }

    public PlanLine Plan()
    {
        Planned planned = Describe();
        if (planned.IsDecidable && !IsReported && shortfall.Value is { } lacks) planned = Planned.Undecidable($"undefined: {lacks}");
        string key = condition.Min is not null ? "min" : condition.Max is not null ? "max" : "metric";
        string family = familySize > 1 && planned.IsPlanned
            ? $"; planned for all {familySize} conditions of the family {condition.Family}, the least favourable case" : "";
        return new(condition.Id, condition.Marks.GetValueOrDefault(key, condition.At),
            FormattableString.Invariant($"conditions[{condition.Index}].{key}"), planned.Text + family, planned.IsDecidable);
    }

    private bool IsReported => condition is { Min: null, Max: null, MaxRegression: null, MaxRelativeRegression: null };

    private Planned Describe()
    {
        if (IsReported) return Planned.Known("only reported");
        if (EvidenceSources.Of(condition.Metric).Unplannable(condition) is { } why) return Planned.Unknown(why);
        if (truth.Rows == 0) return Planned.Undecidable("no measured row is in the slice, so it is undefined");
        if (condition.DecideOn == DecideOn.Point) return Planned.Known("decided on the estimate alone, whatever the number of rows");
        bool regression = condition.MaxRegression is not null || condition.MaxRelativeRegression is not null;
        Planned ofRegression = Planned.Unknown("how precise a regression is depends on how often both models agree");
        if (condition is { Min: null, Max: null }) return ofRegression;
        Planned value = ComparisonWords.Of(condition, classes) is { } comparison
            ? new GroupPlanner(condition, comparison, truth, grouping, Confidence).Describe()
            : Overall(ConditionMetric.Of(condition, classes));
        return regression ? value with { Text = $"{value.Text}; of the regression {ofRegression.Text}" } : value;
    }

    /// <summary>The confidence at which a decision is planned: within a family, that which the first of Holm's steps asks for.</summary>
    private double Confidence => 1 - ((1 - condition.Confidence) / familySize);

    private Planned Overall(Metric metric)
    {
        if (metric.IsExact) return Planned.Known("a plain count is certain");
        Grouping everyone = Grouping.Create([], [], truth.Rows);
        PlannedRate? rate = PlannedTrials.Rates(metric, truth, everyone)?[0];
        bool isArea = metric.Name == "roc_auc" && truth.Task == TaskType.BinaryClassification;
        if (rate is null && !isArea) return Planned.NoFormula(metric.Name);
        (double positives, double negatives) = isArea ? PlannedTrials.Classes(truth, everyone)[0] : default;
        PowerPlan Of(double bound, bool isMin, double confidence) => isArea
            ? AucPower.Plan(bound, isMin, positives, negatives, confidence, PowerCheck.Probability)
            : RatePower.Plan(bound, isMin, rate!.Trials, confidence, PowerCheck.Probability);
        string rows = isArea
            ? $"{PlanText.Number(positives)} positives and {PlanText.Number(negatives)} negatives"
            : PlanText.Trials(rate!.Trials, metric, truth.Weights is not null);
        PlannedBound[] bounds = [.. PlannedBound.Of(condition, Confidence, Of)];
        return Planned.Of($"{rows}; {PlanText.Bounds(bounds, "")}{PlanText.Time()}", bounds);
    }
}
