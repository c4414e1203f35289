using Gate.Data;

namespace Gate.Metrics;

/// <summary>The rows that are measured: what was true of them, and what a model said.</summary>
public sealed class Sample
{
    /// <summary>The code of the positive class in a binary task.</summary>
    public const int Positive = 1;

    /// <summary>Puts truth and output together.</summary>
    /// <param name="truth">The rows.</param>
    /// <param name="output">What the model said of the same rows in the same order; null before it has spoken.</param>
    public Sample(Truth truth, ModelOutput? output = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        (Truth, Output, Rows) = (truth, output, truth.Rows);
        (Labels, Targets, Weights, Features) = (truth.Labels, truth.Targets, truth.Weights, truth.Features);
        if (output is ClassOutput classes) (Predictions, Scores) = (classes.Codes, classes.Scores);
        if (output is NumberOutput numbers) (Estimates, Lower, Upper) = (numbers.Values, numbers.Ends?.Lower, numbers.Ends?.Upper);
        Inputs = Given(MetricInputs.Predictions, Predictions) | Given(MetricInputs.Scores, Scores)
            | Given(MetricInputs.Values, Estimates) | Given(MetricInputs.IntervalEnds, Lower) | Given(MetricInputs.Features, Features)
            | Given(MetricInputs.Values, Task == TaskType.BinaryClassification ? Predictions : null);
    }

    /// <summary>What was true of the rows.</summary>
    public Truth Truth { get; }

    /// <summary>What the model said; null before it has spoken.</summary>
    public ModelOutput? Output { get; }

    /// <summary>What metrics can read of it. The classes that a model predicts in a binary task are numbers too: 0 and 1.</summary>
    public MetricInputs Inputs { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>What the model predicts.</summary>
    internal TaskType Task => Truth.Task;

    /// <summary>The names of the classes by code.</summary>
    internal IReadOnlyList<string> Classes => Truth.Classes;

    // The parts again, for metrics that read them row by row: no look into what kind of output it is on the way.
    internal int[]? Labels { get; }

    internal double[]? Targets { get; }

    internal double[]? Weights { get; }

    internal double[]? Features { get; }

    internal int[]? Predictions { get; }

    internal double[]? Scores { get; }

    internal double[]? Estimates { get; }

    internal double[]? Lower { get; }

    internal double[]? Upper { get; }

    /// <summary>Rows of a task of two classes, from texts.</summary>
    /// <param name="labels">True classes, one a row.</param>
    /// <param name="positive">The positive class; every other text is the negative one, and at most one other may occur.</param>
    /// <param name="predictions">Predicted classes, one a row, or null.</param>
    /// <param name="scores">Scores of the positive class, one a row, or null.</param>
    /// <param name="weights">Sample weights, one a row, or null.</param>
    /// <exception cref="ArgumentException">More than two classes occur.</exception>
    public static Sample OfTexts(IReadOnlyList<string> labels, string positive, IReadOnlyList<string>? predictions = null,
        double[]? scores = null, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        string[] others = [.. labels.Concat(predictions ?? []).Where(text => text != positive).Distinct(StringComparer.Ordinal).Order(
            StringComparer.Ordinal)];
        if (others.Length > 1)
            throw new ArgumentException($"besides '{positive}' there are {others.Length} classes, such as '{others[0]}' and '{others[1]}'",
                nameof(labels));
        int[]? Codes(IReadOnlyList<string>? texts) => texts is null ? null : [.. texts.Select(text => text == positive ? Positive : 0)];
        return new(Truth.OfClasses(TaskType.BinaryClassification, [others is [var negative] ? negative : $"not {positive}", positive],
            Codes(labels)!, weights), new ClassOutput(Codes(predictions), scores));
    }

    /// <summary>Rows of a regression.</summary>
    /// <param name="targets">True values, one a row.</param>
    /// <param name="predictions">Predicted values, one a row.</param>
    /// <param name="weights">Sample weights, one a row, or null.</param>
    public static Sample OfNumbers(double[] targets, double[] predictions, double[]? weights = null) =>
        new(Truth.OfNumbers(targets, weights), new NumberOutput(predictions));

    /// <summary>The same rows with another output.</summary>
    /// <param name="output">What another model says of them.</param>
    public Sample With(ModelOutput? output) => new(Truth, output);

    /// <summary>Some of the rows, in the given order.</summary>
    /// <param name="rows">Row numbers.</param>
    public Sample Take(int[] rows) => new(Truth.Take(rows), Output?.Take(rows, Rows));

    private static MetricInputs Given(MetricInputs input, Array? values) => values is null ? MetricInputs.None : input;
}
