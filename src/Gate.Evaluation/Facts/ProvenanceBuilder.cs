using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Profiles;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>What the verdict is bound to: digests of the policy, of every file that was read, and of the models.</summary>
internal static class ProvenanceBuilder
{
    public static Provenance Build(RunInputs inputs, Dataset data, Candidate candidate, Candidate? baseline)
    {
        var digests = new List<NamedDigest> { new("policy", inputs.PolicyCommit?.Place
            ?? PinnedFiles.Name(inputs, Path.GetFullPath(inputs.PolicyPath)), Digest.Of(inputs.PolicyBytes), inputs.PolicyBytes.Length) };
        if (inputs.Proposed is { } proposed)
            digests.Add(new("proposed policy", PinnedFiles.Name(inputs, Path.GetFullPath(proposed.Path)), Digest.Of(proposed.Bytes),
                proposed.Bytes.Length));
        digests.AddRange(inputs.Policy.Extended.Concat(inputs.Proposed?.Extended ?? []).Select(file => new NamedDigest("extended policy",
            file.FullPath is { } path ? PinnedFiles.Name(inputs, path) : file.Place, Digest.Of(file.Bytes), file.Bytes.Length))
            .Distinct());
        foreach (InputFile file in data.Files)
            digests.Add(new(file.Role, PinnedFiles.Name(inputs, file.Path), file.DigestOfRead(), file.Length));
        if (inputs.Policy.Data.Sql is not null) digests.Add(new("data", "the rows of data.source.sql", TableDigest.Of(data.Source), null));
        foreach ((string role, Candidate? model) in new[] { ("model", candidate), ("baseline", baseline) })
            if (model?.Digest.Sha256 is { } digest) digests.Add(new(role, model.Facts.Kind, digest, null));
        if (BaselineCard.Brought(inputs) is { } brought)
            digests.Add(new(BaselineCard.Role, brought.Name, Digest.OfFile(brought.Card!), null));
        return new(inputs.GateVersion, digests, inputs.Policy.Seed.ToString(CultureInfo.InvariantCulture),
            [new("DuckDB", DuckDbVersion.Value)]) { Identity = IdentityBuilder.Build(inputs, data, digests) };
    }
}
