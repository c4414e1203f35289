using Gate.Evaluation.Inputs;

namespace Gate.Evaluation.Proposals;

/// <summary>All that a proposal guesses, in the order of its policy: what is printed is what the file marks.</summary>
internal static class GuessList
{
    public static IReadOnlyList<Guess> Of(Proposal p)
    {
        var guesses = new List<Guess> { new("task", p.Task.Word(), p.TaskReason) };
        if (p.Split is { } split) guesses.Add(new("split", split.Name, split.Reason));
        if (p.LabelReason is { } label) guesses.Add(new("label", p.Label, label));
        if (p.Positive is { } positive) guesses.Add(new("positive", positive, $"{p.PositiveReason}; the other class is '{p.Negative}'"));
        if (p.Weight is { } weight) guesses.Add(new("weight", weight.Name, weight.Reason));
        guesses.AddRange(p.Sensitive.Select((sensitive, i) => new Guess("sensitive", sensitive.Column, SensitiveReason(sensitive, i))));
        guesses.AddRange(p.Exclude.Select(column => new Guess("left out", column.Name, column.Reason)));
        if (p.Output is { } output) guesses.AddRange(Outputs(output));
        guesses.AddRange(p.Conditions.Where(condition => !condition.IsNorm)
            .Select(condition => new Guess("bound", Bound(condition), condition.Reason)).DistinctBy(guess => guess.Value));
        return guesses;
    }

    private static string Bound(ProposedCondition c) =>
        FormattableString.Invariant($"{c.Metric}{(c.Compare is null ? "" : " " + c.Compare)}, {c.Key}: {c.Bound:R}");

    /// <summary>The reason, and that nothing is asked of the groups where no condition is proposed for them.</summary>
    public static string SensitiveReason(ProposedSensitive sensitive, int place) =>
        place < Norms.MostCompared ? sensitive.Reason : $"{sensitive.Reason}; no condition compares it yet";

    /// <summary>The keys of <c>model</c> that name what a model has said, each with its column and the reason.</summary>
    public static IEnumerable<Guess> Outputs(ProposedOutput output)
    {
        const string named = "its name says that a model gave it", end = "its name is that of an end of an interval";
        if (output.Prediction is { } prediction) yield return new("prediction", prediction, named);
        foreach ((string of, string column) in output.Score)
            yield return new("score", column, of.Length > 0 ? $"{named}, for '{of}'" : $"{named}, of '{output.IsOf}': {output.Evidence}");
        if (output.Lower is { } lower) yield return new("lower", lower, end);
        if (output.Upper is { } upper) yield return new("upper", upper, end);
        if (output.ScoreType is { } type) yield return new("score_type", type, "the scores do not lie from 0 to 1");
        if (output.Threshold is { } threshold)
            yield return new("threshold", FormattableString.Invariant($"{threshold:R}"), "the median of the scores");
    }
}
