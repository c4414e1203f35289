using System.Text;
using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>What the result says of the policy.</summary>
internal static class PolicyFactsBuilder
{
    public static PolicyFacts Build(RunInputs inputs, TaskType task) => new(inputs.Policy.Name, inputs.PolicyPath.Replace('\\', '/'),
        task.Word(), inputs.Policy.Confidence, inputs.Policy.Report.Title ?? inputs.Policy.Name, inputs.Overrides)
    {
        Text = Text(inputs.PolicyBytes),
        Commit = inputs.PolicyCommit?.Commit,
        Extended = [.. inputs.Policy.Extended.Select(extended => new ExtendedPolicyFact(extended.File, Text(extended.Bytes)))],
    };

    // The digest binds the bytes; the text is for people, so that a mark of the byte order is none of it.
    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
}
