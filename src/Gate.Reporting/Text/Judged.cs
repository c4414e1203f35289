using Gate.Evaluation.Results;

namespace Gate.Reporting.Text;

/// <summary>The number that a finding was judged by: the metric, or its regression from the baseline where that
/// decided.</summary>
/// <param name="Estimate">The number; null when undefined.</param>
/// <param name="Interval">Its interval, or null.</param>
/// <param name="IsRegression">Whether it is the regression.</param>
/// <param name="Least">Its least acceptable value, or null.</param>
/// <param name="Most">Its largest acceptable value, or null.</param>
/// <param name="IsShare">Whether it is a share of the baseline.</param>
internal readonly record struct Judged(double? Estimate, IntervalFact? Interval, bool IsRegression, double? Least, double? Most,
    bool IsShare = false)
{
    /// <summary>What a finding was judged by.</summary>
    internal static Judged Of(Finding finding) => (finding.DecidedPart, finding.Bound, finding.Regression) switch
    {
        ("relative_regression", { MaxRelativeRegression: { } most }, { Relative: { } share }) =>
            new(share.Estimate, share.Interval, true, null, most, true),
        ("regression", { MaxRegression: { } most }, { } loss) => new(loss.Estimate, loss.Interval, true, null, most),
        // Results that do not tell it: the loss, where nothing else is bounded.
        (null, { Min: null, Max: null, MaxRelativeRegression: { } most }, { Scale: "relative", Relative: { } share }) =>
            new(share.Estimate, share.Interval, true, null, most, true),
        (null, { Min: null, Max: null, MaxRegression: { } most }, { } loss) =>
            new(loss.Estimate, loss.Interval, true, null, most),
        _ => new(finding.Estimate, finding.Interval, false, finding.Bound?.Min, finding.Bound?.Max),
    };

    /// <summary>Its interval in words; null without one.</summary>
    internal string? IntervalText => Interval is null ? null : IsShare ? $"{Phrases.Share(Interval.Low)} to {Phrases.Share(Interval.High)}"
        : NumberText.Interval(Estimate, Interval);

    /// <summary>Whether the interval, taken alone, lies wholly on one side of each bound.</summary>
    internal bool IsClear => Interval is { } range && (Least ?? Most) is not null
        && (range.High < Least || range.Low > Most || (!(range.Low < Least) && !(range.High > Most)));

    /// <summary>The number in words: <c>0.8123</c>, <c>0.0401 worse</c>, <c>undefined</c>.</summary>
    internal string Text => (Estimate, IsRegression) switch
    {
        (null, _) => "undefined",
        ({ } value, false) => NumberText.Estimate(value, Interval),
        ({ } share, true) when IsShare => Phrases.Share(Math.Abs(share)) + (share < 0 ? " better" : " worse"),
        (< 0, true) => NumberText.Estimate(-Estimate, Interval) + " better",
        (_, true) => NumberText.Estimate(Estimate, Interval) + " worse",
    };
}
