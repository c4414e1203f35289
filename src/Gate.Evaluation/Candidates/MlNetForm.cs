using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models.MicrosoftMl.Scoring;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>A model in a zip of ML.NET.</summary>
internal sealed class MlNetForm : FedForm<MlNetSpec>
{
    public override FormKey Key => ModelFileForms.MlNet;

    // The other process is waited for with a limit of time.
    protected override Task<Candidate> CreateAsync(MlNetSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.FromResult(Create(spec, model, data, progress, cancel));

    private static Candidate Create(MlNetSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"loading {spec.Source}{placed.Suffix}");
        Func<IScoringProcess> start = placed.Inputs.ScoringProcess ?? throw new NativeLibraryMissingException(
            "models of ML.NET are scored in a process of their own, which this program cannot start; run the policy with the command gate");
        var options = new MlNetOptions(data.Task, data.Classes, data.Features, start)
        {
            Columns = spec.Columns,
            ColumnsByInput = spec.ColumnsByInput.ToDictionary(StringComparer.Ordinal),
            ModelClasses = ModelFiles.ClassesOf(spec, data),
        };
        MlNetModel model = MlNetModel.Load(spec.Source, ModelFiles.ReadZip(placed.Inputs, spec.Source), options, cancel);
        var facts = new ModelFacts(model.Kind, spec.Source, data.Task == TaskType.BinaryClassification ? spec.Threshold : null,
            ModelFiles.Said(spec), [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features]);
        return ScoredModels.Score(model, placed, data, facts, progress, cancel);
    }
}
