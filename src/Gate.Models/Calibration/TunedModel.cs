using Gate.Data;
using Gate.Models.Serialization;
using Gate.Models.Training;

namespace Gate.Models.Calibration;

/// <summary>
/// A classifier with what was learned of its scores from cross-fitted training rows: a calibration, of two classes a threshold, or both.
/// Both are part of the model and of its digest.
/// </summary>
public sealed class TunedModel : IModel, IDigestedModel, IUsesFeatures, IRescores
{
    /// <summary>Puts a model together with what was learned of its scores.</summary>
    /// <param name="inner">The model.</param>
    /// <param name="learned">What was learned of it.</param>
    /// <exception cref="ModelException">The model has no digest.</exception>
    public TunedModel(IModel inner, LearnedScores learned)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(learned);
        (Inner, Calibration, Threshold) = (inner, learned.Calibration, learned.Choice?.Threshold);
        Facts = [.. inner.Facts, .. learned.Facts];
        IDigestedModel digested = inner as IDigestedModel
            ?? throw new ModelException($"a {inner.Kind} has no digest, so it cannot be calibrated");
        CanonicalBytes bytes = new CanonicalBytes(this).Text("tuned").Text(digested.Digest);
        if (Calibration is null) bytes.Text("");
        else Calibration.WriteTo(bytes);
        bytes.Number(Threshold ?? double.NaN);
        (Digest, Size) = (bytes.Digest(), bytes.Length + digested.Size);
    }

    /// <summary>The model whose scores these are.</summary>
    public IModel Inner { get; }

    /// <summary>The calibration; null for none.</summary>
    public LearnedCalibration? Calibration { get; }

    /// <summary>The threshold that was chosen; null where none was.</summary>
    public double? Threshold { get; }

    /// <inheritdoc/>
    public string Kind => Inner.Kind;

    /// <inheritdoc/>
    public TaskType Task => Inner.Task;

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => Inner.Features;

    /// <inheritdoc/>
    public IReadOnlyList<ModelInput> Inputs => Inner.Inputs;

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Inner.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> UsedFeatures => Inner is IUsesFeatures knows ? knows.UsedFeatures : Inner.Features;

    /// <inheritdoc/>
    public string Digest { get; }

    /// <inheritdoc/>
    public long Size { get; }

    /// <summary>Learns calibration and threshold for a model.</summary>
    /// <param name="inner">The model, trained on all of the rows.</param>
    /// <param name="scores">Scores of the rows by models that had not seen them (<see cref="CrossFit"/>).</param>
    /// <param name="data">The rows, of a classification.</param>
    /// <param name="options">What is to be learned.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The task is no classification, or a threshold is asked for of several classes.</exception>
    public static TunedModel Of(IModel inner, double[] scores, TrainingData data, TuningOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return new(inner, LearnedScores.Of(scores, data, inner is IMarginModel, options, cancel));
    }

    /// <summary>Trains a model on all rows, and learns calibration and threshold from cross-fitted scores of the same rows.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="data">The rows, of a classification.</param>
    /// <param name="options">What is to be learned.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The rows cannot be learned from, or a class has fewer rows than there are folds.</exception>
    /// <exception cref="ParameterException">A parameter does not serve the task, or goes with no other.</exception>
    public static TunedModel Fit(ILearner learner, TrainingData data, TuningOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var folds = Folds.Of(data, options.Folds, options.Seed);
        IModel inner = learner.Fit(data, cancel);
        return Of(inner, CrossFit.Scores(learner, data with { Progress = null }, folds, cancel), data, options, cancel);
    }

    /// <inheritdoc/>
    public double[] Score(Table features, CancellationToken cancel = default) => Calibrated(Inner.Score(features, cancel));

    /// <inheritdoc/>
    public IRescoring Prepare(Table features, CancellationToken cancel = default) =>
        new Rescoring(this, features, (Inner as IRescores)?.Prepare(features, cancel));

    private double[] Calibrated(double[] scores) => Calibration?.Apply(scores) ?? scores;

    private sealed class Rescoring(TunedModel model, Table features, IRescoring? inner) : IRescoring
    {
        public double[] Score(Column column, CancellationToken cancel = default) => model.Calibrated(
            inner is null ? model.Inner.Score(features.With(column), cancel) : inner.Score(column, cancel));
    }
}
