namespace Gate.Metrics;

/// <summary>A number that a metric's definition leaves open, such as the β of an F-score.</summary>
/// <param name="Name">Its name in policies, as scikit-learn spells it (<c>beta</c>).</param>
/// <param name="Default">Its value when a policy does not give one.</param>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value; may be infinite.</param>
/// <param name="IsWhole">Whether it must be a whole number.</param>
/// <param name="Description">What it is, in one sentence.</param>
public sealed record MetricParameter(string Name, double Default, double Min, double Max, bool IsWhole, string Description);
