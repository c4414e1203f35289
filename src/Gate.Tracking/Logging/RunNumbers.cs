using Gate.Evaluation.Results;

namespace Gate.Tracking.Logging;

/// <summary>The numbers of a result, by the names of MLflow. What is not defined is not logged.</summary>
internal sealed class RunNumbers
{
    // MLflow allows no ×.
    private const string Crossed = " x ";
    private readonly MetricNames names = new();
    private readonly List<RunMetric> metrics = [];
    private readonly long time;

    private RunNumbers(long time) => this.time = time;

    /// <summary>The numbers of a result, and what the names stand for that had to be changed.</summary>
    public static (IReadOnlyList<RunMetric> Metrics, IReadOnlyDictionary<string, string> Changed) Of(TrackedResult tracked)
    {
        var numbers = new RunNumbers(tracked.Started);
        numbers.Result(tracked.Result);
        foreach (var round in tracked.Rounds.Where(round => round.Metric is not null))
            numbers.Add(round.Value, round.Round, "training", round.Metric!);
        return (numbers.metrics, numbers.names.Changed);
    }

    private void Result(GateResult result)
    {
        foreach (MetricFact fact in result.Overall)
        {
            Limited(fact.Estimate, fact.Interval, fact.Metric);
            Add(fact.Baseline, 0, "baseline", fact.Metric);
        }
        foreach (Finding finding in result.Findings)
        {
            Limited(finding.Estimate, finding.Interval, "condition", finding.Id);
            if (finding.Regression is { } regression) Limited(regression.Estimate, regression.Interval, "regression", finding.Id);
        }
        foreach (FrameFacts frame in result.Frames)
        {
            string by = string.Join(Crossed, frame.By);
            foreach (DisparityFact fact in frame.Disparities) Limited(fact.Estimate, fact.Interval, "disparity", by, fact.Name);
            foreach (FrameGroup group in frame.Groups)
            {
                Add(group.Count, 0, "group", by, Label(group), "rows");
                foreach (MetricFact fact in group.Metrics) Add(fact.Estimate, 0, "group", by, Label(group), fact.Metric);
            }
        }
        Add(result.Data.TestRows, 0, "rows", "test");
        Add(result.Data.TrainRows, 0, "rows", "train");
    }

    private static string Label(FrameGroup group) => group.Key.Count > 1 ? string.Join(Crossed, group.Key) : group.Label;

    private void Limited(double? value, IntervalFact? interval, params string[] name)
    {
        Add(value, 0, name);
        Add(interval?.Low, 0, ["interval", .. name, "low"]);
        Add(interval?.High, 0, ["interval", .. name, "high"]);
    }

    private void Add(double? value, long step, params string[] name)
    {
        if (value is { } number && double.IsFinite(number)) metrics.Add(new(names.Of(name), number, time, step));
    }
}
