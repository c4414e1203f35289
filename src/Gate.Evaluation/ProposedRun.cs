using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy.Document;

namespace Gate.Evaluation;

/// <summary>A run by the policy that holds, and beside it what the policy that is to take its place would say.</summary>
public static class ProposedRun
{
    /// <summary>Judges by the policy that holds, then asks the proposed one where it changes anything but the candidate.</summary>
    /// <param name="holds">The policy that holds, for the proposed one's candidate.</param>
    /// <param name="proposed">The proposed policy on its own.</param>
    /// <param name="progress">Told what the run is doing that decides.</param>
    /// <param name="beside">Told what the proposed one is doing.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>What the policy that holds says; the proposed one decides nothing.</returns>
    /// <inheritdoc cref="GateRun.ExecuteAsync" path="/exception"/>
    public static async Task<RunOutcome> ExecuteAsync(RunInputs holds, RunInputs proposed, IRunProgress progress, IRunProgress beside,
        CancellationToken cancel)
    {
        RunOutcome outcome = await GateRun.ExecuteAsync(holds, progress, cancel).ConfigureAwait(false);
        PolicyChangeFacts change = outcome.Result.PolicyChange!;
        if (change.Changes.All(one => one.Candidate || one.Effect == "neutral")) return outcome;
        PolicyChangeFacts told;
        try
        {
            GateResult other = (await GateRun.ExecuteAsync(proposed, beside, cancel).ConfigureAwait(false)).Result;
            told = change with { Says = new(other.Verdict, other.Headline) };
        }
        catch (Exception error) when (error is PolicyException or DataException or ModelException)
        {
            told = change with { Unjudged = error.Message };
        }
        return outcome with { Result = outcome.Result with { PolicyChange = told } };
    }
}
