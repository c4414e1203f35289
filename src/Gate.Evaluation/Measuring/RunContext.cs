using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Metrics;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring;

/// <summary>What there is to measure in a run, and what sources of evidence have made of it so far.</summary>
/// <param name="Inputs">What the run depends on.</param>
/// <param name="Data">The data.</param>
/// <param name="Candidate">The candidate on the measured rows.</param>
/// <param name="Baseline">The baseline on the same rows; null when the policy has none.</param>
/// <param name="Progress">Told what is being done.</param>
/// <param name="Cancel">Stops the work.</param>
internal sealed record RunContext(RunInputs Inputs, Dataset Data, Candidate Candidate, Candidate? Baseline, IRunProgress Progress,
    CancellationToken Cancel)
{
    private readonly Dictionary<Type, object> made = [];

    /// <summary>How frames of rows make their intervals.</summary>
    public FrameOptions Frames => new(Inputs.Policy.Confidence, Seed: Inputs.Policy.Seed, Threads: Inputs.Threads);

    /// <summary>Whether the policy explains by SHAP, or a condition asks for one of the metrics.</summary>
    /// <param name="words">The metrics.</param>
    public bool IsAsked(IReadOnlyList<MetricWord> words) => Inputs.Policy.Explain is { IsShap: true }
        || Inputs.Policy.Conditions.Any(condition => words.Any(word => word.Name == condition.Metric));

    /// <summary>What is made once for all conditions that read it and for the report, such as the statistics of groups.</summary>
    /// <typeparam name="T">What it is; there is one of each type.</typeparam>
    /// <param name="make">Makes it when it is first asked for.</param>
    public T Once<T>(Func<RunContext, T> make) where T : class
    {
        if (!made.TryGetValue(typeof(T), out object? one)) made[typeof(T)] = one = make(this);
        return (T)one;
    }
}
