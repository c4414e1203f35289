using Gate.Evaluation.Results;
using Gate.Evaluation.Searching;
using Gate.Metrics;
using Gate.Models.Blending;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>What the result says of a search.</summary>
/// <param name="spec">What the policy asked for.</param>
/// <param name="metric">What decided.</param>
/// <param name="halving">What is better.</param>
internal sealed class Leaderboard(SearchSpec spec, Metric metric, Halving halving)
{
    /// <summary>What a model of a search is called.</summary>
    public static string Name(SearchEntry entry) => entry.Single?.Trial.Learner.Name ?? BlendedModel.Name;

    /// <summary>Its parameters; of an average the trials with their shares.</summary>
    public static IReadOnlyList<NamedText> Parameters(SearchEntry entry) => entry.Single is { } single ? Parameters(single.Trial)
        : [.. entry.Members.Select(member => new NamedText($"trial {NumberText.Count(member.Result.Trial.Number)}",
            $"{member.Result.Trial.Learner.Name}, {NumberText.Exact(Math.Round(member.Weight, 4))}"))];

    /// <summary>The facts of a search.</summary>
    /// <param name="entries">What could be chosen, the chosen one first.</param>
    /// <param name="outcome">All trials.</param>
    public SearchFacts Of(IReadOnlyList<SearchEntry> entries, HalvingOutcome outcome)
    {
        int?[] told = [.. entries.Select(entry => entry.Single?.Trial.Number)];
        IEnumerable<TrialResult> rest = outcome.Results.Where(result => !told.Contains(result.Trial.Number));
        IEnumerable<LeaderboardEntry> ended = halving.Ranked(rest).OrderByDescending(result => result.Rows).Select(Ended);
        return new()
        {
            PrimaryMetric = metric.Name,
            Direction = metric.Direction == Direction.LowerIsBetter ? "lower" : "higher",
            Folds = spec.Folds,
            Rungs = [.. outcome.Rungs.Select(rows => (long)rows)],
            BoundedBy = outcome.OutOfTime || outcome.Results.Any(result => result.IsOutOfTime) ? "time" : "trials",
            SubjectTo = spec.SubjectTo is null ? null : "conditions",
            Leaderboard = [.. entries.Select((entry, place) => Entry(entry, entries, place == 0, outcome)), .. ended,
                .. rest.Where(result => result.Error is not null).Select(Ended)],
        };
    }

    private LeaderboardEntry Entry(SearchEntry entry, IReadOnlyList<SearchEntry> all, bool chosen, HalvingOutcome outcome) => new()
    {
        Trial = entry.Single?.Trial.Number,
        Algorithm = Name(entry),
        Parameters = Parameters(entry),
        Chosen = chosen,
        Rows = outcome.Rungs[^1],
        Estimate = entry.Mean,
        StandardError = Spread.ErrorOfMean(entry.Folds),
        Metrics = entry.Judged.Metrics,
        Conditions = entry.Judged.Conditions,
        Excess = entry.Judged.Excess,
        OnFront = entry.Judged.Excess is { } excess && !all.Any(other => other.Judged.Excess is { } better
            && better <= excess && halving.Gain(other.Mean, entry.Mean) >= 0
            && (better < excess || halving.Gain(other.Mean, entry.Mean) > 0)),
        Bytes = entry.Members.Any(member => member.Result.Size is null) ? null : entry.Members.Sum(member => member.Result.Size),
    };

    private static LeaderboardEntry Ended(TrialResult result) => new()
    {
        Trial = result.Trial.Number,
        Algorithm = result.Trial.Learner.Name,
        Parameters = Parameters(result.Trial),
        Rows = result.Rows,
        Estimate = result.Error is null ? result.Mean : null,
        StandardError = result.Error is null ? result.StandardError : null,
        Bytes = result.Size,
        Failed = result.Error,
    };

    private static NamedText[] Parameters(Trial trial) =>
        [.. trial.Parameters.Select(parameter => new NamedText(parameter.Key, ParameterText.Of(parameter.Value)))];
}
