using Gate.Evaluation.Results;
using Gate.Models;

namespace Gate.Evaluation.Candidates;

/// <summary>A trained model and what the result says of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Facts">What the result says.</param>
/// <param name="Times">How long the trials of a search took; null where there was no search.</param>
internal sealed record FoundModel(IModel Model, ModelFacts Facts, IReadOnlyList<TrialTime>? Times);
