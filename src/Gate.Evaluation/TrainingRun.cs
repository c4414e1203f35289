using Gate.Evaluation.Candidates;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Export;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Judging;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Misreadings;
using Gate.Policy.Document;

namespace Gate.Evaluation;

/// <summary>The first part of the main path: policy → data → trained candidate, which is handed on without being judged.</summary>
public static class TrainingRun
{
    /// <summary>Trains the candidate of a policy, as <see cref="GateRun"/> does.</summary>
    /// <param name="inputs">What the run depends on.</param>
    /// <param name="progress">Told what the run is doing.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="PolicyException">The policy trains nothing, or names columns that the data does not have.</exception>
    /// <exception cref="Data.DataException">The data cannot be used as asked.</exception>
    /// <exception cref="Models.ModelException">The model cannot be learned.</exception>
    public static async Task<TrainedModel> ExecuteAsync(RunInputs inputs, IRunProgress progress, CancellationToken cancel)
    {
        Require(inputs);
        Dataset data = DataLoader.Load(inputs, progress, cancel);
        DataChecks.Require(inputs, data);
        // What was certainly misread is no ground for a model, whoever judges it.
        _ = ColumnReadings.Require(inputs, data);
        PlacedModel model = PlacedModel.Of(inputs).First() with { Judge = ValidationRows.Judge };
        Candidate candidate = await CandidateForms.Of(model.Spec).CreateAsync(model, data, progress, cancel).ConfigureAwait(false);
        return new(inputs, data, candidate);
    }

    /// <summary>The usual name of a file in the format of the library that trains the candidate; null where it has none.</summary>
    /// <param name="inputs">What the run depends on; its policy trains the candidate.</param>
    public static string? OwnFile(RunInputs inputs)
    {
        Require(inputs);
        return inputs.Policy.Model is TrainSpec spec ? Learners.Find(spec.Algorithm)?.OwnFile : null;
    }

    /// <summary>Holds that the policy trains its candidate.</summary>
    /// <param name="inputs">What the run depends on.</param>
    /// <exception cref="PolicyException">It does not.</exception>
    public static void Require(RunInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Policy.Model.IsFitted) return;
        throw new PolicyException(inputs.PolicyPath, [new(inputs.Policy.Model.At, "model",
            "model: it is not trained by this policy, so there is no trained model to hand on; the file that holds it is what there is "
            + "(to train one: 'model: { train: { algorithm: … } }')")]);
    }
}
