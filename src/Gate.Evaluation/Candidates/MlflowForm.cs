using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>A model in an MLflow store, which was brought here before the run: opened as the file that it is.</summary>
internal sealed class MlflowForm : CandidateForm<MlflowSpec>
{
    public override FormKey Key => ModelFileForms.Mlflow;

    public override bool ReadsFeatures => true;

    protected override IEnumerable<PolicyProblem> Check(MlflowSpec spec, PlacedModel model, IReadOnlyList<string> columns) =>
        new ModelFileChecks(Key.Key.Name, spec, model).Absent(columns);

    protected override IEnumerable<PolicyProblem> Check(MlflowSpec spec, PlacedModel model, Dataset data) =>
        new ModelFileChecks(Key.Key.Name, spec, model).Unfit(data);

    protected override async Task<Candidate> CreateAsync(MlflowSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel)
    {
        StoredModel stored = model.Inputs.StoredModels.GetValueOrDefault(spec.Source)
            ?? throw new ModelException($"{spec.Source} was not brought here: this command opens no models of a store");
        // The file is opened as one beside a policy in its own folder.
        PlacedModel placed = model with
        {
            Spec = Opened(spec, stored.Flavor, Path.GetFileName(stored.Path)),
            Inputs = model.Inputs with { BaseDirectory = Path.GetDirectoryName(stored.Path)! },
        };
        Candidate candidate = await CandidateForms.Of(placed.Spec).CreateAsync(placed, data, progress, cancel).ConfigureAwait(false);
        return candidate with { Facts = candidate.Facts with { Source = stored.Name, Parameters = [.. candidate.Facts.Parameters,
            new NamedText("mlflow", spec.Source)] } };
    }

    private static ModelFileSpec Opened(MlflowSpec spec, string flavor, string name)
    {
        ModelFileSpec file = flavor switch
        {
            "onnx" => new OnnxSpec(name),
            "lightgbm" => new LightGbmSpec(name),
            "xgboost" => new XGBoostSpec(name),
            _ => throw new ModelException($"{spec.Source} has the flavor {flavor}, which is not opened"),
        };
        return file with { Columns = spec.Columns, ColumnsByInput = spec.ColumnsByInput, Levels = spec.Levels, Classes = spec.Classes,
            Marks = spec.Marks, Threshold = spec.Threshold, StatesThreshold = spec.StatesThreshold, ScoreType = spec.ScoreType,
            At = spec.At };
    }
}
