using Gate.Metrics.Cells;
using Gate.Metrics.Comparing;
using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Joint;
using Gate.Metrics.Rows;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Frames;

/// <summary>
/// Metrics by group, as Fairlearn's <c>MetricFrame</c>, computed from statistics that are gathered once. With a baseline the same rows are
/// gathered for both models together, so that their difference is judged on the same rows.
/// </summary>
public sealed class MetricFrame
{
    private readonly FrameOptions options;
    private readonly Grouping grouping;
    private readonly FrameStatistics statistics;
    private readonly Marginals marginals;
    private readonly FrameComparer comparer;
    private readonly BaselineComparer baselineComparer;
    private readonly JointComparer joint;
    private readonly ComparisonExpander expander;
    private readonly bool hasBaseline;

    private MetricFrame(FrameStatistics statistics, Grouping grouping, FrameOptions options)
    {
        (this.statistics, this.options, this.grouping) = (statistics, options, grouping);
        hasBaseline = statistics.Shape.Baseline is not null;
        marginals = new Marginals(statistics);
        comparer = new FrameComparer(statistics, marginals, grouping);
        baselineComparer = new BaselineComparer(statistics, marginals, comparer);
        joint = new JointComparer(statistics, grouping);
        expander = new ComparisonExpander(statistics.Shape);
    }

    /// <summary>Gathers the statistics of a sample by group, in one pass for all count-based metrics.</summary>
    /// <param name="sample">The candidate's rows.</param>
    /// <param name="grouping">The groups of the same rows.</param>
    /// <param name="options">How intervals are made.</param>
    /// <param name="baseline">The same rows as the baseline model sees them (same labels, weights and order), or null.</param>
    /// <param name="cancel">Stops the work.</param>
    public static MetricFrame Gather(Sample sample, Grouping grouping, FrameOptions options, Sample? baseline = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(grouping);
        ArgumentNullException.ThrowIfNull(options);
        SampleChecks.Check(sample, grouping, baseline);
        return new MetricFrame(new FrameStatistics(sample, baseline, grouping, options, cancel), grouping, options);
    }

    /// <summary>
    /// A frame of rows that were counted elsewhere. Metrics of counts have the values, intervals, comparisons and regressions that the rows
    /// would have given them; a metric that reads single rows (<see cref="Metric.NeedsRows"/>) is undefined and says so.
    /// </summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="grouping">The groups that the cells name, each with at least one cell: <see cref="Grouping.Of"/>, or that of
    /// rows.</param>
    /// <param name="options">How intervals are made.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">A cell is of no group, has a code outside the classes, no row, or weights that no rows can
    /// have; or a group has no cell.</exception>
    public static MetricFrame Of(GatheredCounts counts, Grouping grouping, FrameOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(grouping);
        ArgumentNullException.ThrowIfNull(options);
        CountChecks.Check(counts, grouping);
        return new MetricFrame(new FrameStatistics(counts, grouping, options, cancel), grouping, options);
    }

    /// <summary>The groups that are compared.</summary>
    public Grouping Grouping => grouping;

    /// <summary>What stands behind all rows.</summary>
    public GroupCounts Overall => statistics.OverallCounts;

    /// <summary>What stands behind each group of the grouping.</summary>
    public IReadOnlyList<GroupCounts> Groups => statistics.GroupCounts;

    /// <summary>What stands behind all rows, with one class of several as the positive one.</summary>
    /// <param name="code">The code of the class.</param>
    public GroupCounts OverallOfClass(int code) => statistics.CountsOfClass(statistics.Overall, code)[0];

    /// <summary>What stands behind each group, with one class of several as the positive one.</summary>
    /// <param name="code">The code of the class.</param>
    public IReadOnlyList<GroupCounts> GroupsOfClass(int code) => statistics.CountsOfClass(statistics.Groups, code);

    /// <summary>A metric over all rows.</summary>
    /// <param name="metric">A metric whose task and input the sample serves; else the value is undefined with the reason (<c>the model
    /// gives no scores</c>).</param>
    /// <param name="confidence">The nominal coverage of the interval; by default that of the options.</param>
    public Measurement Measure(Metric metric, double? confidence = null) =>
        Measure(metric, Side.Candidate, statistics.Overall, confidence)[0];

    /// <summary>The estimate alone of a metric over all rows: no replicate is drawn for it.</summary>
    /// <param name="metric">A metric, as in <see cref="Measure(Metric, double?)"/>.</param>
    public MetricValue Estimate(Metric metric) => statistics.Values(metric, Side.Candidate, statistics.Overall)[0];

    /// <summary>The estimates alone of a metric in each group, by group index: no replicate is drawn for them.</summary>
    /// <param name="metric">The metric.</param>
    public IReadOnlyList<MetricValue> EstimateGroups(Metric metric) => statistics.Values(metric, Side.Candidate, statistics.Groups);

    /// <summary>A metric in each group, by group index.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="confidence">The nominal coverage of the interval; by default that of the options.</param>
    public IReadOnlyList<Measurement> MeasureGroups(Metric metric, double? confidence = null) =>
        Measure(metric, Side.Candidate, statistics.Groups, confidence);

    /// <summary>Compares groups within each control level.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="included">One flag a group: whether it takes part (groups below the evidence floor do not). Fewer than two included
    /// groups of a level make a difference or ratio between groups undefined there, none makes anything undefined; such a level does not
    /// count for the worst level, unless no level has enough groups. An undefined metric of an included group makes the level undefined,
    /// naming the group.</param>
    /// <param name="confidence">The nominal coverage of the interval; by default that of the options.</param>
    public ComparisonResult Compare(Comparison comparison, IReadOnlyList<bool> included, double? confidence = null) =>
        CompareSide(comparison, included, Side.Candidate, confidence ?? options.Confidence);

    /// <summary>How much worse the candidate is than the baseline over all rows, positive is worse, whichever direction is
    /// better.</summary>
    /// <param name="metric">A metric with a direction.</param>
    /// <param name="scale">In the metric's own unit, or as a share of the baseline's absolute value.</param>
    /// <param name="confidence">The nominal coverage of the interval; by default that of the options.</param>
    /// <exception cref="InvalidOperationException">There is no baseline, or the metric is neutral.</exception>
    public Measurement Regression(Metric metric, RegressionScale scale = RegressionScale.Absolute, double? confidence = null) =>
        Worsening(metric, statistics.Overall, scale, confidence)[0];

    /// <summary>The same in each group, by group index.</summary>
    /// <param name="metric">A metric with a direction.</param>
    /// <param name="scale">In the metric's own unit, or as a share of the baseline's absolute value.</param>
    /// <param name="confidence">The nominal coverage of the intervals; by default that of the options.</param>
    public IReadOnlyList<Measurement> RegressionOfGroups(Metric metric, RegressionScale scale = RegressionScale.Absolute,
        double? confidence = null) => Worsening(metric, statistics.Groups, scale, confidence);

    /// <summary>How much worse the candidate's comparison of groups is than the baseline's: positive is worse.</summary>
    /// <param name="comparison">What is compared; one with a direction.</param>
    /// <param name="included">One flag a group, as in <see cref="Compare"/>.</param>
    /// <param name="scale">In the metric's own unit, or as a share of the baseline's absolute value.</param>
    /// <param name="confidence">The nominal coverage of the interval; by default that of the options.</param>
    public Measurement Regression(Comparison comparison, IReadOnlyList<bool> included, RegressionScale scale = RegressionScale.Absolute,
        double? confidence = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        RequireBaseline();
        return comparison.Kind == CompareKind.Joint
            ? baselineComparer.Of(comparison, joint.Judge(comparison, included, Side.Candidate),
                joint.Judge(comparison, included, Side.Baseline), scale, confidence ?? options.Confidence)
            : baselineComparer.Of(expander.Expand(comparison), included, scale, confidence ?? options.Confidence);
    }

    /// <summary>A comparison as the baseline has it, on the same rows and groups.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="included">One flag a group, as in <see cref="Compare"/>.</param>
    public ComparisonResult CompareBaseline(Comparison comparison, IReadOnlyList<bool> included)
    {
        RequireBaseline();
        return CompareSide(comparison, included, Side.Baseline, options.Confidence);
    }

    /// <summary>A metric of the baseline over all rows.</summary>
    /// <param name="metric">The metric.</param>
    public Measurement MeasureBaseline(Metric metric)
    {
        RequireBaseline();
        return Measure(metric, Side.Baseline, statistics.Overall, null)[0];
    }

    /// <summary>
    /// The frame that more rows like these would give: each group's shares of label × prediction stay, and it has so many times its rows.
    /// Metrics of counts keep their values within each group and have the limits of so many rows; a metric that reads single rows
    /// (<see cref="Metric.NeedsRows"/>) is undefined, as in <see cref="Of"/>.
    /// </summary>
    /// <param name="times">One number a group, at least 1: how many times its rows there are. It need not be whole.</param>
    /// <exception cref="ArgumentException">There is not one number of at least 1 for each group.</exception>
    public MetricFrame Repeated(IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count != grouping.Groups.Count || times.Any(number => !(number >= 1 && double.IsFinite(number))))
            throw new ArgumentException($"each of {grouping.Groups.Count} groups needs a number of at least 1", nameof(times));
        return new MetricFrame(statistics.Repeated(times), grouping, options);
    }

    private ComparisonResult CompareSide(Comparison comparison, IReadOnlyList<bool> included, Side side, double confidence)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Kind == CompareKind.Joint ? joint.Compare(comparison, included, side, confidence) : comparer.Compare(
            expander.Expand(comparison), included, side, confidence);
    }

    private Measurement[] Measure(Metric metric, Side side, Scopes scopes, double? confidence)
    {
        ArgumentNullException.ThrowIfNull(metric);
        Limits?[] limits = marginals.Of(metric, side, scopes);
        return [.. statistics.Values(metric, side, scopes)
            .Select((value, s) => Measured.Of(value, limits[s], confidence ?? options.Confidence))];
    }

    private Measurement[] Worsening(Metric metric, Scopes scopes, RegressionScale scale, double? confidence)
    {
        ArgumentNullException.ThrowIfNull(metric);
        RequireBaseline();
        return baselineComparer.Of(metric, scopes, scale, confidence ?? options.Confidence);
    }

    private void RequireBaseline()
    {
        if (!hasBaseline) throw new InvalidOperationException("there is no baseline to compare with");
    }
}
