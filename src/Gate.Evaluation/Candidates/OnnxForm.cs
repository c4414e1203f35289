using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>A model in an ONNX file.</summary>
internal sealed class OnnxForm : FedForm<OnnxSpec>
{
    public override FormKey Key => OnnxModelForm.Form;

    // ONNX Runtime works on the threads of the run; nothing is waited for.
    protected override Task<Candidate> CreateAsync(OnnxSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.FromResult(Create(spec, model, data, progress, cancel));

    private static Candidate Create(OnnxSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"loading {spec.Source}{placed.Suffix}");
        var options = new OnnxOptions(data.Task, data.Classes, data.Features)
        {
            Columns = spec.Columns,
            ColumnsByInput = spec.ColumnsByInput.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            Output = spec.Output,
            Score = spec.Score,
            ModelClasses = ModelFiles.ClassesOf(spec, data),
            Transform = spec.Transform switch
            {
                ScoreTransform.Sigmoid => OnnxTransform.Sigmoid,
                ScoreTransform.Softmax => OnnxTransform.Softmax,
                _ => OnnxTransform.None,
            },
            Threads = placed.Inputs.Threads,
        };
        OnnxModel model = OnnxModel.Load(spec.Source, ModelFiles.Read(placed.Inputs, spec.Source), options, cancel);
        return ScoredModels.Score(model, placed, data, Facts(spec, model, data), progress, cancel);
    }

    private static ModelFacts Facts(OnnxSpec spec, OnnxModel model, Dataset data)
    {
        List<NamedText> parameters = ModelFiles.Said(spec);
        if (spec.Score is not null) parameters.Add(new("score", spec.Score));
        if (spec.Output is not null) parameters.Add(new("output", spec.Output));
        if (spec.Transform != ScoreTransform.None) parameters.Add(new("transform", spec.Transform.ToString().ToLowerInvariant()));
        bool thresholded = data.Task == TaskType.BinaryClassification && spec.Output is null;
        return new(model.Kind, spec.Source, thresholded ? spec.Threshold : null, parameters,
            [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features]);
    }
}
