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
        PlacedModel placed = model with { Spec = Opened(spec, stored) };
        Candidate candidate = await CandidateForms.Of(placed.Spec).CreateAsync(placed, data, progress, cancel).ConfigureAwait(false);
        return candidate with { Facts = candidate.Facts with { Source = stored.Name, Parameters = [.. candidate.Facts.Parameters,
            new NamedText("mlflow", spec.Source)] } };
    }

    private static ModelFileSpec Opened(MlflowSpec spec, StoredModel stored)
    {
        ModelFileSpec file = stored.Flavor switch
        {
            "onnx" => new OnnxSpec(stored.Path),
            "lightgbm" => new LightGbmSpec(stored.Path),
            "xgboost" => new XGBoostSpec(stored.Path),
            _ => throw new ModelException($"{stored.Name} has the flavor {stored.Flavor}, which is not opened"),
        };
        return file with { Columns = spec.Columns, ColumnsByInput = spec.ColumnsByInput, Levels = spec.Levels, Classes = spec.Classes,
            Marks = spec.Marks, Threshold = spec.Threshold, StatesThreshold = spec.StatesThreshold, ScoreType = spec.ScoreType,
            At = spec.At };
    }
}
