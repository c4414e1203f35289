using Gate.Policy.Document;

namespace Gate.Policy.Language;

/// <summary>What the words of a condition mean, as clauses.</summary>
internal static class ConditionMeanings
{
    public static string Of(CompareSpec compare) => compare switch
    {
        CompareSpec.Difference => "largest minus smallest value, or the largest distance to the value of all rows",
        CompareSpec.Ratio => "smallest over largest value, or the smallest ratio to or from the value of all rows",
        CompareSpec.GroupMin => "the smallest value of a group",
        CompareSpec.GroupMax => "the largest value of a group",
        _ => "each group with the baseline on its own rows; the group that gets worst decides",
    };

    public static string Of(MethodSpec method) => method switch
    {
        MethodSpec.BetweenGroups => "with each other",
        MethodSpec.ToOverall => "with all rows",
        MethodSpec.ToReference => "with one group, the reference",
        _ => "with all rows of the other groups",
    };

    public static string Of(LevelsSpec levels) =>
        levels == LevelsSpec.Worst ? "the worst level" : "the mean of the levels, each by the weight of its rows";

    public static string Of(DecideOn basis) =>
        basis == DecideOn.Interval ? "the whole confidence interval, where one exists" : "the estimate alone";

    public static string Of(Effect effect) => effect switch
    {
        Effect.Inconclusive => "the run is inconclusive (exit code 2)",
        Effect.Fail => "the run fails",
        Effect.Warn => "the run warns",
        _ => "nothing",
    };

    public static string Of(LockWaivers waivers) => waivers == LockWaivers.Refused
        ? "it is an error" : "it lets the failure through, as that of any condition";

    public static string Of(VacuousSpec vacuous) => vacuous == VacuousSpec.Refused
        ? "it is taken for a slip, and the policy is refused" : "it is meant";

    public static string Of(Level level) => level switch
    {
        Level.Enforce => "a violated condition fails the run",
        Level.Warn => "a violated condition warns",
        _ => "the metric is only reported and needs no bound",
    };
}
