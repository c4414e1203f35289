using Gate.Evaluation.Inputs;

namespace Gate.Evaluation.Facts;

/// <summary>A policy that may have been cut off: what stands in it is then valid, and says less, or something else,
/// than was meant.</summary>
internal static class PolicyEndNote
{
    public static IEnumerable<string> Of(RunInputs inputs)
    {
        bool whole = inputs.PolicyBytes.Length > 0 && inputs.PolicyBytes[^1] is (byte)'\n' or (byte)'\r';
        if (!whole && inputs.Policy.ExpectConditions is null)
            yield return "The policy does not end in a line break: it may have been cut off. End it with one, and state the number of its "
                + "conditions with 'expect_conditions'.";
    }
}
