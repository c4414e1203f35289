using Gate.Evaluation.Candidates;
using Gate.Models;
using Gate.Models.Serialization;

namespace Gate.Evaluation.Measuring.Operations;

/// <summary>A model of a run as its operations are measured.</summary>
/// <param name="Of">The candidate or the baseline.</param>
/// <param name="Run">The run.</param>
internal readonly record struct MeasuredModel(Candidate Of, RunContext Run)
{
    public double? TrainingSeconds => Of.TrainingSeconds;

    public double? Bytes => (Of.Model as IDigestedModel)?.Size;

    /// <summary>The times of repeated batches, taken when first asked for; null where nothing can be timed.</summary>
    public ScoreTimes? ScoreTimes => Of.Model is { } model && Run.Inputs.Clock is { } clock
        ? Run.Once(_ => new ScoreTimesOfModels()).Of(model, Run.Data.Test, clock, Run.Cancel) : null;

    public string Untimed => Of.Model is null ? NoModel : NoClock;

    public string Untrained => Of.Model is null ? NoModel : Run.Inputs.Clock is null ? NoClock : "the model was not trained in this run";

    public string Unsized => Of.Model is null ? NoModel : "the model has no canonical form";

    private const string NoModel = "there are predictions and no model", NoClock = "this run was given no clock";

    /// <summary>The times of each model, measured once for all conditions.</summary>
    private sealed class ScoreTimesOfModels
    {
        private readonly Dictionary<IModel, ScoreTimes> times = new(ReferenceEqualityComparer.Instance);

        public ScoreTimes Of(IModel model, Data.Table rows, TimeProvider clock, CancellationToken cancel)
        {
            if (!times.TryGetValue(model, out ScoreTimes? known))
                times[model] = known = Operations.ScoreTimes.Take(model, rows, clock, cancel);
            return known;
        }
    }
}
