using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class RootMeanSquaredLogError : MeanMetric
{
    private static readonly MeanSquaredLogError squared = new();

    public override string Name => "root_mean_squared_log_error";

    public override IReadOnlyList<string> Aliases => ["rmsle"];

    public override string Definition => "The square root of the mean squared log error.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "a true or predicted number is below 0";

    public override string Source => "scikit-learn, root_mean_squared_log_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms) => squared.Read(sample, row, terms);

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows) => MetricValue.Of(Math.Sqrt(means[0]));
}
