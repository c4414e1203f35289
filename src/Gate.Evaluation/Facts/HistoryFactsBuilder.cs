using Gate.Data.Numerics;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>Counts how often the same test rows have judged candidates of a policy.</summary>
internal static class HistoryFactsBuilder
{
    /// <summary>A result with its history and, where there was another look, a note on what that costs.</summary>
    /// <param name="result">The result so far.</param>
    /// <param name="history">Earlier results, of any policy; null where nobody asks.</param>
    public static GateResult Add(GateResult result, IReadOnlyList<GateResult>? history)
    {
        if (history is null || result.Provenance.Identity is not { } identity) return result;
        HistoryFacts facts = Of(result, identity, history);
        return result with { History = facts, Notes = [.. result.Notes, Note(facts)] };
    }

    private static HistoryFacts Of(GateResult result, VerdictIdentity identity, IReadOnlyList<GateResult> history)
    {
        GateResult[] earlier = [.. history.Where(other => other.Policy.Name == result.Policy.Name
            && other.Provenance.Identity is not null)];
        GateResult[] related = [.. earlier.Append(result).Where(other => other.Provenance.Identity!.TestRows == identity.TestRows
            || Files(other) == Files(result))];
        GateResult[] looks = [.. related.Where(other => other.Provenance.Identity!.TestRows == identity.TestRows)
            .DistinctBy(other => other.Provenance.Identity!.Sha256)];
        double error = (1 - result.Policy.Confidence) / 2;
        int Different(Func<VerdictIdentity, string> part) =>
            related.Select(other => part(other.Provenance.Identity!)).Distinct(StringComparer.Ordinal).Count();
        return new(earlier.Length, looks.Length, looks.Select(Candidate).Distinct(StringComparer.Ordinal).Count(),
            Different(one => one.Seed), Different(one => string.Join(' ', one.Confidences.Select(NumberText.Exact))),
            Different(one => one.Split), error, 1 - Portable.Pow(1 - error, looks.Length), Math.Min(1, error * looks.Length));
    }

    /// <summary>The files that rows come from.</summary>
    private static string Files(GateResult result) => string.Join(' ', result.Provenance.Digests
        .Where(digest => digest.Role is "data" or "test").Select(digest => digest.Sha256).Order(StringComparer.Ordinal));

    /// <summary>What tells one candidate from another. Predictions have no model of their own; the files that hold them tell.</summary>
    private static string Candidate(GateResult result)
    {
        ModelFacts model = result.Model;
        bool predicted = model.Kind == "predictions";
        return string.Join('\n', result.Provenance.Digests.Where(digest => digest.Role is "model" or "predictions"
                || (predicted && digest.Role is "data" or "test")).Select(digest => digest.Sha256)
            .Concat(model.Parameters.SelectMany(parameter => new[] { parameter.Name, parameter.Text }))
            .Prepend($"{model.Kind} {model.Source} {(model.Threshold is { } threshold ? NumberText.Exact(threshold) : "")}"));
    }

    private static string Note(HistoryFacts facts)
    {
        if (facts.Looks == 1)
            return $"The history holds {Counted(facts.Results, "earlier result")} of this policy, none of them another look at these test "
                + "rows.";
        string varied = $"{Counted(facts.Seeds, "seed")}, {Counted(facts.Confidences, "confidence")} and "
            + $"{Counted(facts.Splits, "split")} of these data";
        return $"These test rows have judged {Counted(facts.Candidates, "candidate")} of this policy in {Counted(facts.Looks, "look")}, "
            + $"this one included, with {varied}. With a wrong pass in {Percent(facts.ErrorRate)} of looks, {facts.Looks} independent ones "
            + $"hold at least one with a chance of {Percent(facts.AnyWrongPass)} (dependent ones {Percent(facts.AtMost)} at most): judge "
            + $"on fresh rows, or divide 1 − confidence by {facts.Looks}.";
    }

    private static string Counted(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Percent(double share) => NumberText.Percent(Math.Round(share, 4));
}
