using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Calibration;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>A model on the measured rows: what it said, and the model itself where it can be called.</summary>
/// <param name="Model">The model; null for predictions that are already there.</param>
/// <param name="Digest">Which model it is, for the verdict to be bound to.</param>
/// <param name="Sample">What it said of the measured rows.</param>
/// <param name="Facts">What the result says of it.</param>
internal sealed record Candidate(IModel? Model, ModelDigest Digest, Sample Sample, ModelFacts Facts)
{
    /// <summary>From which score on the positive class is said; read for a binary task only.</summary>
    public double Threshold { get; init; } = ModelSpec.DefaultThreshold;

    /// <summary>Whether another candidate is the same model, by its digest.</summary>
    /// <param name="other">The other; null is none.</param>
    public bool IsSameAs(Candidate? other) => other is not null && Digest.Sha256 is string digest && digest == other.Digest.Sha256;

    /// <summary>The model as explainers look into it: a threshold alone changes no score.</summary>
    public IModel? Explained => Model is TunedModel { Calibration: null } tuned ? tuned.Inner : Model;

    /// <summary>How long training took in this run, by the run's clock; null where nothing was trained or there is no clock.</summary>
    public double? TrainingSeconds { get; init; }

    /// <summary>How long the trials of a search took; null where there was no search.</summary>
    public IReadOnlyList<TrialTime>? TrialTimes { get; init; }

    /// <summary>How long scoring the measured rows took; null likewise.</summary>
    public double? ScoringSeconds { get; init; }
}
