using System.Text;
using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy;

namespace Gate.Evaluation.Proposals;

/// <summary>Judges a draft by its own policy, so that each bound can say how the model stands to it today.</summary>
internal static class FirstRun
{
    /// <summary>The draft with each condition's standing, and what the run found; or why no run could be made.</summary>
    public static async Task<(Proposal Draft, FirstRunFacts Facts)> OfAsync(Proposal draft, ProposalInputs inputs,
        IRunProgress progress, CancellationToken cancel)
    {
        if (draft.NothingToLearn) return (draft, new([], [], "there is nothing to learn from: fill in where the predictions are"));
        byte[] yaml = Encoding.UTF8.GetBytes(ProposalWriter.Write(draft));
        try
        {
            RunOutcome outcome = await GateRun.ExecuteAsync(new() { Policy = PolicyReader.Read(yaml, "gate.yml", Vocabulary.Current),
                PolicyBytes = yaml, PolicyPath = "gate.yml", BaseDirectory = inputs.PolicyDirectory, Today = inputs.Today,
                GateVersion = inputs.GateVersion, Memory = inputs.Memory },
                progress, cancel).ConfigureAwait(false);
            var standings = draft.Conditions.Zip(outcome.Result.Findings, Of).ToArray();
            return (draft with { Conditions = [.. draft.Conditions.Zip(standings, Told)] },
                new(standings, outcome.Result.Notes, null));
        }
        // What stops a run is the user's to see, with a policy in hand to put it right in.
        catch (Exception error) when (error is DataException or ModelException)
        {
            return (draft, new([], [], error.Message));
        }
    }

    private static Standing Of(ProposedCondition condition, Finding finding)
    {
        string bound = $"must be at {(condition.Key == "min" ? "least" : "most")} {NumberText.Exact(condition.Bound)}";
        if (finding.Estimate is null) return new(finding.Id, Standing.Undefined, finding.Undefined ?? "", bound);
        string word = finding.Verdict switch
        {
            Verdict.Fail => "fails",
            Verdict.Inconclusive => "inconclusive",
            _ => "passes",
        };
        string interval = finding.Interval is null ? "" : $", interval {NumberText.Interval(finding.Estimate, finding.Interval)}";
        return new(finding.Id, word, NumberText.Estimate(finding.Estimate, finding.Interval) + interval, bound);
    }

    private static ProposedCondition Told(ProposedCondition condition, Standing standing) =>
        condition with { Judged = standing.IsJudged, Today = $"{standing.Word} today: {standing.Value}" };
}
