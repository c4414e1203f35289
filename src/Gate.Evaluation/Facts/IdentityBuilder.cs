using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>What was asked of which rows.</summary>
internal static class IdentityBuilder
{
    public static VerdictIdentity Build(RunInputs inputs, Dataset data, IReadOnlyList<NamedDigest> digests)
    {
        double[] confidences = [.. inputs.Policy.Conditions.Select(condition => condition.Confidence).Distinct().Order()];
        string seed = inputs.Policy.Seed.ToString(CultureInfo.InvariantCulture), rows = data.Repetition.TestRowsDigest;
        IEnumerable<string> parts = digests.SelectMany(digest => new[] { digest.Role, digest.Name, digest.Sha256 })
            .Concat(inputs.Overrides).Concat(confidences.Select(NumberText.Exact)).Concat([seed, data.SplitText, rows]);
        // Each part stands behind its length, so that neighbours cannot run together.
        string text = string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n")));
        return new(Digest.Of(Encoding.UTF8.GetBytes(text)), rows, confidences, seed, data.SplitText);
    }
}
