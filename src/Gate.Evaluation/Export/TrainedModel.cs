using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Facts;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Profiles;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Calibration;
using Gate.Models.Onnx.Writing;

namespace Gate.Evaluation.Export;

/// <summary>A model that a run trained, ready to be handed on: its ONNX file and its card.</summary>
public sealed class TrainedModel
{
    /// <summary>The name of the model's file.</summary>
    public const string ModelFile = "model.onnx";

    /// <summary>The name of its card.</summary>
    public const string CardFile = CardReader.File;

    private readonly RunInputs inputs;
    private readonly Dataset data;
    private readonly Candidate candidate;

    internal TrainedModel(RunInputs inputs, Dataset data, Candidate candidate) =>
        (this.inputs, this.data, this.candidate) = (inputs, data, candidate);

    /// <summary>What the result says of it.</summary>
    public ModelFacts Facts => candidate.Facts;

    /// <summary>The digest of its canonical form, as verdicts are bound to it.</summary>
    public string Digest => candidate.Digest.Sha256!;

    /// <summary>How many rows it was trained on.</summary>
    public long TrainedRows => data.Train?.RowCount ?? 0;

    /// <summary>The files: the model first, then its card.</summary>
    /// <param name="result">What a run found of the model; null where it was only trained.</param>
    /// <param name="ownFile">The name of a file in the format of the library that trained it, to be written too; null for none.</param>
    /// <exception cref="ModelException">The model has no form that ONNX can say.</exception>
    public IReadOnlyList<(string Name, byte[] Bytes)> Files(GateResult? result, string? ownFile = null)
    {
        IModel model = candidate.Model!;
        byte[] onnx = OnnxExport.Write(model, candidate.Threshold, new("gate.version", inputs.GateVersion),
            new("gate.policy", inputs.Policy.Name), new("gate.policy_digest", Data.Digest.Of(inputs.PolicyBytes)));
        // A library's own format knows no calibration: what it holds are the trees.
        var own = (model is TunedModel tuned ? tuned.Inner : model) as IOwnFormat;
        return [(ModelFile, onnx), (CardFile, ModelCard.Utf8(Card(model, onnx, result))),
            .. ownFile is null ? [] : new[] { (ownFile, own!.OwnBytes.ToArray()) }];
    }

    private ModelCard Card(IModel model, byte[] onnx, GateResult? result)
    {
        Provenance provenance = result?.Provenance ?? ProvenanceBuilder.Build(inputs, data, candidate, null);
        string[] used = model is IUsesFeatures knows ? [.. knows.UsedFeatures] : [.. model.Features];
        return new()
        {
            Gate = inputs.GateVersion,
            Policy = result?.Policy ?? PolicyFactsBuilder.Build(inputs, data.Task),
            Model = candidate.Facts,
            Classes = model.Classes,
            Features = [.. model.Inputs.Select(input => Feature(input, used.Contains(input.Name)) with
            {
                Profile = ColumnProfile.Of(data.Train![input.Name]).ToCard(),
            })],
            Target = new(inputs.Policy.Data.Label,
                ColumnProfile.Of(TrainingProfile.Target(data.Train!, inputs.Policy.Data.Label, data.Task)).ToCard()),
            Data = result?.Data ?? DataFactsBuilder.Build(inputs.Policy, data),
            File = new(ModelFile, "onnx", Data.Digest.Of(onnx), onnx.Length),
            Digests = provenance.Digests,
            Seed = provenance.Seed,
            Verdict = result is null ? null : new(result.Verdict, result.Headline,
                [.. result.Findings.Select(finding => new CardCondition(finding.Id, finding.Verdict, finding.Sentence))]),
        };
    }

    private static CardFeature Feature(ModelInput input, bool used) => input.Kind == InputKind.Category
        ? new(input.Name, "category", used, input.Categories, null, null, input.HasMissing, input.Dropped)
        : new(input.Name, "number", used, null, Number(input.Min), Number(input.Max), input.HasMissing, input.Dropped);

    private static double? Number(double value) => double.IsNaN(value) ? null : value;
}
