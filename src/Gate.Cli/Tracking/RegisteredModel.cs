using Gate.Data;
using Gate.Evaluation.Export;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Tracking;
using Gate.Tracking.Logging;
using Gate.Tracking.Registry;

namespace Gate.Cli.Tracking;

/// <summary>Makes the judged candidate a version of a registered model, and moves the alias where the verdict allows it.</summary>
/// <param name="spec">What the policy asks for.</param>
/// <param name="store">The store.</param>
/// <param name="expected">The number that the alias named when the run began; null for none.</param>
internal sealed class RegisteredModel(RegisterSpec spec, ITrackingStore store, string? expected)
{
    /// <summary>What of a policy can be registered.</summary>
    /// <exception cref="PolicyException">The candidate has no file of its own.</exception>
    public static void Require(RunInputs inputs)
    {
        if (inputs.Policy.Model is { IsFitted: true } or OnnxSpec or LightGbmSpec or XGBoostSpec) return;
        throw new PolicyException(inputs.PolicyPath, [new(inputs.Policy.Model.At, "register", "register: the candidate is neither trained "
            + "by this policy nor a file of ONNX, LightGBM or XGBoost, so that there is nothing to register; a model that is registered "
            + "already is promoted ('gate promote')")]);
    }

    /// <summary>The file of the candidate, its flavour and its card.</summary>
    /// <exception cref="DataException">It is no longer the file that was judged.</exception>
    public static (ModelFlavor Flavor, byte[] Content, byte[]? Card) Candidate(RunInputs inputs, GateResult result, TrainedModel? trained)
    {
        if (trained is not null)
        {
            IReadOnlyList<(string Name, byte[] Bytes)> files = trained.Files(result);
            return (new("onnx", TrainedModel.ModelFile), files[0].Bytes, files[1].Bytes);
        }
        var file = (ModelFileSpec)inputs.Policy.Model;
        byte[] content = File.ReadAllBytes(Path.GetFullPath(Path.Combine(inputs.BaseDirectory, file.Source)));
        if (!result.Provenance.Digests.Any(digest => digest.Role == "model" && digest.Sha256 == Digest.Of(content)))
            throw new DataException($"{file.Source} changed while it was judged; run again when nothing writes to it");
        return (new(file switch { OnnxSpec => "onnx", LightGbmSpec => "lightgbm", _ => "xgboost" }, Path.GetFileName(file.Source)), content,
            null);
    }

    /// <summary>Registers the candidate of a run that is kept already.</summary>
    /// <exception cref="TrackingException">The store does not take it.</exception>
    public async Task<string> RegisterAsync(RunInfo run, GateResult result, (ModelFlavor Flavor, byte[] Content, byte[]? Card) model,
        Mover mover, CancellationToken cancel)
    {
        if (store.WhyNoArtifacts(run) is { } why) throw new TrackingException(TrackingFault.Unavailable, $"nothing was registered: {why}");
        // The description comes last: a folder without it is no model yet.
        foreach ((string path, byte[] content) in ModelPackage.Files(model.Flavor, model.Content, model.Card, run))
            await store.PutArtifactAsync(run, $"{ModelPackage.Folder}/{path}", content, cancel);
        ModelVersion version = await store.Registry.AddAsync(spec.Name, new(run, ModelPackage.Folder, result.Headline,
        [
            new(RunTags.Verdict, result.Verdict.Word()), new("file_digest", Digest.Of(model.Content)),
            new("judged_against", expected ?? "none"),
        ]), cancel);
        if (spec.Alias is not { } alias) return $"registered as {version.Called}";
        bool good = result.Verdict == Verdict.Pass || (result.Verdict == Verdict.Warn && spec.On == RegisterOn.Warn);
        if (!good)
            return $"registered as {version.Called}; {alias} still names {(expected is null ? "none" : $"version {expected}")}, since the "
                + $"verdict is {result.Verdict.Word()}";
        PromotionResult promoted = await new Promotion(store.Registry, TimeProvider.System)
            .MoveAsync(version, alias, expected, mover, cancel);
        return promoted.Moved ? $"registered as {version.Called}; {promoted.Said}"
            : throw new TrackingException(TrackingFault.Unavailable, $"registered as {version.Called}, but {promoted.Said}");
    }
}
