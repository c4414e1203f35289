using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Checks;

/// <summary>Holds waivers against how long they may last, as of the day of the run.</summary>
internal static class WaiverDays
{
    /// <summary>Checks them; does nothing where the policy names no number of days.</summary>
    /// <exception cref="PolicyException">A waiver holds for longer.</exception>
    public static void Require(RunInputs inputs)
    {
        if (inputs.Policy.WaiverTerms.MaxDays is not { } most) return;
        PolicyProblem[] problems = [.. inputs.Policy.Waivers.Where(waiver => waiver.Expires.DayNumber - inputs.Today.DayNumber > most)
            .Select(waiver => new PolicyProblem(waiver.At, "waivers", FormattableString.Invariant(
                $"waivers: that of '{Shown.Of(waiver.Condition)}' holds until {waiver.Expires:yyyy-MM-dd}, and policy.waivers.max_days is ")
                + FormattableString.Invariant($"{most}: the last day may be {inputs.Today.AddDays(most):yyyy-MM-dd}")))];
        if (problems.Length > 0) throw new PolicyException(inputs.PolicyPath, problems);
    }
}
