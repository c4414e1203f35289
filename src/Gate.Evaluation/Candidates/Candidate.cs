using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;

namespace Gate.Evaluation.Candidates;

/// <summary>A model on the measured rows: what it said, and the model itself where it can be called.</summary>
internal sealed record Candidate(IModel? Model, Sample Sample, ModelFacts Facts);
