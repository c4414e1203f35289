using Gate.Evaluation.Results;

namespace Gate.Evaluation.Changes;

/// <summary>What became of one condition between two results.</summary>
/// <param name="Id">The condition's id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">As it was judged before; null where it was not.</param>
/// <param name="After">As it is judged now; null where it is not.</param>
public sealed record ConditionChange(string Id, ChangeKind Kind, Finding? Before, Finding? After)
{
    /// <summary>By how much the judged number moved; null where it is undefined or absent on either side, or another number
    /// decided.</summary>
    public double? Moved => Before is { } before && After is { } after && before.DecidedPart == after.DecidedPart
        && Judged.Of(before).Estimate is { } one && Judged.Of(after).Estimate is { } other ? other - one : null;

    /// <summary>Compares two findings of one condition.</summary>
    /// <param name="id">The condition's id.</param>
    /// <param name="before">The finding before, or null.</param>
    /// <param name="after">The finding now, or null.</param>
    public static ConditionChange Of(string id, Finding? before, Finding? after) => new(id, KindOf(before, after), before, after);

    private static ChangeKind KindOf(Finding? before, Finding? after)
    {
        if (before is null) return ChangeKind.Added;
        if (after is null) return ChangeKind.Removed;
        if (before.Verdict == after.Verdict) return Movement(before, after);
        if (after.Verdict == Verdict.Inconclusive && before.Verdict != Verdict.Fail) return ChangeKind.NoLongerDecided;
        // Verdicts are ordered from the gravest on; what is only reported says nothing.
        return before.Verdict == Verdict.Inform || after.Verdict == Verdict.Inform ? ChangeKind.Same
            : after.Verdict < before.Verdict ? ChangeKind.Worse : ChangeKind.Better;
    }

    /// <summary>A value has moved when neither interval contains the other's estimate: both were drawn at random.</summary>
    private static ChangeKind Movement(Finding before, Finding after)
    {
        Judged one = Judged.Of(before), other = Judged.Of(after);
        if (one.Better == 0 || one.Better != other.Better || one.Estimate is not { } was || other.Estimate is not { } now
            || was == now || one.Contains(now) || other.Contains(was)) return ChangeKind.Same;
        return Math.Sign(now - was) == one.Better ? ChangeKind.Better : ChangeKind.Worse;
    }

    /// <summary>The number that a finding is judged by.</summary>
    /// <param name="Estimate">The number; null when undefined.</param>
    /// <param name="Interval">Its interval; null where there is none.</param>
    /// <param name="Better">1 where larger is better, −1 where smaller is, 0 where the bound says neither.</param>
    private sealed record Judged(double? Estimate, IntervalFact? Interval, int Better)
    {
        public static Judged Of(Finding finding) => finding switch
        {
            { DecidedPart: "regression", Regression: { } regression } => new(regression.Estimate, regression.Interval, -1),
            { DecidedPart: "relative_regression", Regression.Relative: { } share } => new(share.Estimate, share.Interval, -1),
            { Bound: { Min: not null, Max: null } } => new(finding.Estimate, finding.Interval, 1),
            { Bound: { Min: null, Max: not null } } => new(finding.Estimate, finding.Interval, -1),
            _ => new(finding.Estimate, finding.Interval, 0),
        };

        public bool Contains(double value) => Interval is { } interval && value >= interval.Low && value <= interval.High;
    }
}
