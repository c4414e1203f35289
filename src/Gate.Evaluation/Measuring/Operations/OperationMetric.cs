using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Operations;

/// <summary>One operational number of a model.</summary>
/// <param name="Word">Its word in policies.</param>
/// <param name="Unit">Its unit, in words.</param>
/// <param name="IsExact">Whether it is known for certain once it is measured: it has no interval and needs none.</param>
/// <param name="IsTime">Whether it is a time, which another run measures differently.</param>
/// <param name="Measure">Measures it at a confidence; undefined with a reason where there is nothing to measure.</param>
internal sealed record OperationMetric(MetricWord Word, string Unit, bool IsExact, bool IsTime,
    Func<MeasuredModel, double, Measurement> Measure)
{
    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<OperationMetric> All { get; } =
    [
        new(Named("score_time_per_row", "The time to score one row in a batch, in seconds: the median of repeated batches, with the "
            + "interval of order statistics. Measured on the machine of the run."),
            "seconds", IsExact: false, IsTime: true, (model, confidence) => model.ScoreTimes is { } times
                ? times.Median(confidence) : Missing(model.Untimed)),
        new(Named("training_time", "The time that training the model took in this run, in seconds, as scikit-learn's fit_time. It was "
            + "measured once and has no interval."),
            "seconds", IsExact: true, IsTime: true, (model, _) => Certain(model.TrainingSeconds, model.Untrained)),
        new(Named("model_size", "The size of the model's canonical form in bytes: all that scoring needs, without compression."),
            "bytes", IsExact: true, IsTime: false, (model, _) => Certain(model.Bytes, model.Unsized)),
    ];

    private static MetricWord Named(string name, string description) =>
        new(name, [], description, Enum.GetValues<PolicyTask>(), IsDisparity: false, HigherIsBetter: false, 0, double.PositiveInfinity)
        {
            IsOfRows = false,
        };

    private static Measurement Certain(double? value, string reason) => value is { } number
        ? new(MetricValue.Of(number), null) : Missing(reason);

    private static Measurement Missing(string reason) => new(MetricValue.Missing(reason), null);
}
