using Gate.Evaluation.Results;

namespace Gate.Reporting;

/// <summary>The number that a finding was judged by: the metric, or its regression from the baseline where nothing else is bounded.</summary>
/// <param name="Estimate">The number; null when undefined.</param>
/// <param name="Interval">Its interval, or null.</param>
/// <param name="IsRegression">Whether it is the regression.</param>
internal readonly record struct Judged(double? Estimate, IntervalFact? Interval, bool IsRegression)
{
    /// <summary>What a finding was judged by.</summary>
    internal static Judged Of(Finding finding) =>
        finding.Bound is { Min: null, Max: null, MaxRegression: not null } && finding.Regression is { } regression
            ? new(regression.Estimate, regression.Interval, true)
            : new(finding.Estimate, finding.Interval, false);

    /// <summary>The number in words: <c>0.8123</c>, <c>0.0401 worse</c>, <c>undefined</c>.</summary>
    internal string Text => (Estimate, IsRegression) switch
    {
        (null, _) => "undefined",
        ({ } value, false) => NumberText.Estimate(value, Interval),
        (< 0, true) => NumberText.Estimate(-Estimate, Interval) + " better",
        (_, true) => NumberText.Estimate(Estimate, Interval) + " worse",
    };
}
