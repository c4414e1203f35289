using System.Globalization;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Metrics.Power;
using Gate.Policy.Document;

namespace Gate.Evaluation.Planning;

/// <summary>Plans a comparison of groups by the two groups that are hardest to tell apart.</summary>
internal sealed class GroupPlanner(ConditionSpec condition, Comparison comparison, Truth truth, Grouping grouping, double confidence)
{
    /// <summary>How many groups are named that take no part: hundreds of lines say no more.</summary>
    private const int MostNamed = 6;

    /// <summary>Two groups that are compared, of one part of the comparison.</summary>
    /// <param name="Part">The metric.</param>
    /// <param name="Small">The group with fewer trials.</param>
    /// <param name="Trials">Its trials.</param>
    /// <param name="Other">The trials of the other.</param>
    /// <param name="Best">The rate of both in the best case.</param>
    private sealed record Pair(Metric Part, int Small, double Trials, double Other, double Best)
    {
        public double Variance => (1 / Trials) + (1 / Other);

        /// <summary>The rate that is assumed where the best one has no spread.</summary>
        public double Rate => Best is > 0 and < 1 ? Best : 0.5;
    }

    private const double NoOther = double.PositiveInfinity;

    public Planned Describe()
    {
        if (Unplannable() is { } subject) return Planned.NoFormula(subject);
        string?[] excluded = GroupEvidence.Excluded(condition, comparison, grouping, LabelCounts.Of(condition, truth, grouping));
        string leftOut = LeftOut(excluded);
        var pairs = new List<Pair>();
        foreach (Metric part in comparison.Parts)
        {
            if (PlannedTrials.Rates(part, truth, grouping) is not { } rates)
                return Planned.NoFormula(part.Name + leftOut);
            pairs.AddRange(Enumerable.Range(0, grouping.Levels.Count).Select(level => Hardest(part, rates, excluded, level))
                .OfType<Pair>());
        }
        if (pairs.Count == 0)
            return Planned.Undecidable($"undefined: {(IsPaired ? "fewer than two groups have" : "no group has")} enough rows{leftOut}");
        Pair hardest = pairs.MaxBy(pair => pair.Variance)!;
        PlannedBound[] bounds = [.. PlannedBound.Of(condition, confidence, (bound, isMin, at) => Plan(hardest, bound, isMin, at))];
        string name = GroupEvidence.Named(grouping.By, grouping.Groups[hardest.Small].Values);
        string level = GroupEvidence.LevelText(grouping, grouping.Groups[hardest.Small].Level) is { } text ? $" where {text}" : "";
        string rate = IsPaired ? string.Create(CultureInfo.InvariantCulture, $", at a rate of {hardest.Rate:0.##}") : "";
        return Planned.Of($"by {string.Join(" and ", condition.By)}, smallest group {name}{level} with "
            + $"{PlanText.Trials(hardest.Trials, hardest.Part, truth.Weights is not null)}; "
            + $"{PlanText.Bounds(bounds, Article)}{PlanText.Time(rate)}{leftOut}", bounds);
    }

    private bool IsPaired => comparison.Kind is CompareKind.Difference or CompareKind.Ratio;

    private string Article => comparison.Kind switch { CompareKind.Difference => "a difference of ", CompareKind.Ratio => "a ratio of ",
        _ => "" };

    /// <summary>What there is no planning formula for, or null.</summary>
    private string? Unplannable() => comparison switch
    {
        { Kind: CompareKind.Joint } or { Signed: true } => comparison.Name,
        { Aggregation: Aggregation.Mean, Parts.Count: > 1 } => "a mean of several rates",
        { Levels: LevelSummary.Weighted } when condition.Control.Count > 0 => "a mean over control levels",
        { Kind: CompareKind.Difference } when condition.Min is not null =>
            "the least acceptable difference",
        { Kind: CompareKind.Ratio } when condition.Max is not null => "the largest acceptable ratio",
        _ => null,
    };

    private PowerPlan Plan(Pair pair, double bound, bool isMin, double at) => comparison.Kind switch
    {
        CompareKind.Difference => TwoRatePower.Difference(bound, pair.Best, pair.Rate, pair.Other, pair.Trials, at, PowerCheck.Probability),
        // Of rates that are 0 in the best case there is no ratio: what is assumed otherwise stands for it.
        CompareKind.Ratio => TwoRatePower.Ratio(bound, pair.Best > 0 ? pair.Best : pair.Rate, pair.Rate, pair.Other, pair.Trials, at,
            PowerCheck.Probability),
        _ => RatePower.Plan(bound, isMin, pair.Trials, at, PowerCheck.Probability),
    };

    /// <summary>The smallest group of a level with the group, or the rows, that it is compared with; null where nothing can be
    /// compared.</summary>
    private Pair? Hardest(Metric part, IReadOnlyList<PlannedRate?> rates, string?[] excluded, int level)
    {
        int[] members = [.. Enumerable.Range(0, excluded.Length).Where(g => excluded[g] is null && grouping.Groups[g].Level == level
            && rates[g] is not null).OrderBy(g => rates[g]!.Trials)];
        if (members.Length == 0) return null;
        double all = members.Sum(g => rates[g]!.Trials);
        double best = members.Sum(g => rates[g]!.Trials * rates[g]!.Rate) / all;
        int small = members[0];
        double own = rates[small]!.Trials;
        if (!IsPaired) return new(part, small, own, NoOther, best);
        if (comparison.Method is CompareMethod.ToOverall or CompareMethod.ToRest)
            return all > own ? new(part, small, own, all - own, best) : null;
        if (members.Length < 2) return null;
        if (comparison.Method != CompareMethod.ToReference) return new(part, small, own, rates[members[1]]!.Trials, best);
        int named = comparison.Reference is { Kind: ReferenceKind.Named, Values: { } values }
            ? Array.FindIndex(members, g => grouping.Groups[g].Values.SequenceEqual(values)) : members.Length - 1;
        if (named < 0) return null;
        // The reference may itself be the smallest: then the next one is the hardest to tell from it.
        return named == 0 ? new(part, small, own, rates[members[1]]!.Trials, best) : new(part, small, own, rates[members[named]]!.Trials,
            best);
    }

    private string LeftOut(string?[] excluded)
    {
        string[] names = [.. Enumerable.Range(0, excluded.Length).Where(g => excluded[g] is not null).Select(Name)];
        if (names.Length == 0) return "";
        string more = names.Length > MostNamed ? FormattableString.Invariant($" and {names.Length - MostNamed} more") : "";
        return $". Left out for too little evidence: {string.Join(", ", names.Take(MostNamed))}{more}";

        string Name(int g)
        {
            string? level = GroupEvidence.LevelText(grouping, grouping.Groups[g].Level);
            return GroupEvidence.Named(grouping.By, grouping.Groups[g].Values) + (level is null ? "" : $" where {level}")
                + $" ({excluded[g]})";
        }
    }
}
