namespace Gate.Explain.Dependence;

/// <summary>How a model is looked at.</summary>
/// <param name="Output">Which output: the score, or the margin.</param>
/// <param name="Threads">How many threads may work; 0 for all cores. The result does not depend on it.</param>
public sealed record DependenceOptions(ExplainedOutput Output = ExplainedOutput.Probability, int Threads = 0);
