using Gate.Data;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Serialization;
using Gate.Models.Training;

namespace Gate.Evaluation.Searching;

/// <summary>Cross-validates trials. Whatever goes wrong with one costs that trial only.</summary>
/// <param name="data">The training rows.</param>
/// <param name="folds">The folds of these rows.</param>
/// <param name="metric">What is measured.</param>
/// <param name="classOf">The classes that scores decide for, for metrics that read classes.</param>
/// <param name="budget">How long it may take.</param>
/// <param name="requiresLibraries">Whether a library that the platform lacks ends the search, since the policy names its learner.</param>
internal sealed class TrialRunner(TrainingData data, Folds folds, Metric metric, Func<double[], int[]> classOf, SearchBudget budget,
    bool requiresLibraries)
{
    /// <summary>Cross-validates a trial on some of the rows: each is scored by a model that was trained on the other folds' rows.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="rows">The rows, ascending.</param>
    /// <param name="cancel">Stops the whole search.</param>
    public TrialResult Run(Trial trial, int[] rows, CancellationToken cancel)
    {
        using TrialClock clock = budget.Start(cancel);
        try
        {
            return Validate(trial, rows, clock);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(trial, rows, clock, budget.IsOver ? SearchBudget.Over : budget.TookTooLong) with { IsOutOfTime = true };
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException)
            && !(requiresLibraries && error is NativeLibraryMissingException))
        {
            return Failed(trial, rows, clock, error.Message);
        }
    }

    private TrialResult Validate(Trial trial, int[] rows, TrialClock clock)
    {
        int width = data.Task == TaskType.MulticlassClassification ? data.Classes.Count : 1;
        var scores = new double[data.RowCount * width];
        var values = new double[folds.Count];
        (bool hasMargin, long size, bool isSized) = (true, 0, true);
        ILearner learner = trial.Learner.Create(trial.Parameters);
        for (int fold = 0; fold < folds.Count; fold++)
        {
            int[] held = [.. rows.Where(row => folds.FoldOf[row] == fold)], rest = [.. rows.Where(row => folds.FoldOf[row] != fold)];
            IModel model = learner.Fit(data.Take(rest), clock.Token);
            clock.Fitted();
            double[] said = model.Score(data.Features.Take(held), clock.Token);
            clock.Scored();
            CrossFit.Place(said, held, width, scores);
            values[fold] = Measure(said, held);
            hasMargin &= model is IMarginModel;
            if (model is IDigestedModel digested) size += digested.Size / folds.Count;
            else isSized = false;
        }
        // Scores of some rows serve nothing later, and there may be many trials.
        return new(trial, rows.Length, values, rows.Length == data.RowCount ? scores : [], hasMargin,
            isSized ? size : null, null, clock.FitSeconds, clock.ScoreSeconds);
    }

    /// <summary>The metric in each fold of scores of all rows.</summary>
    public double[] MeasureFolds(double[] scores)
    {
        int width = scores.Length / data.RowCount;
        return [.. Enumerable.Range(0, folds.Count).Select(fold =>
        {
            int[] held = folds.Test(fold);
            var said = new double[held.Length * width];
            for (int i = 0; i < held.Length; i++) scores.AsSpan(held[i] * width, width).CopyTo(said.AsSpan(i * width));
            return Measure(said, held);
        })];
    }

    /// <summary>The metric of one fold.</summary>
    private double Measure(double[] said, int[] held)
    {
        int bad = Array.FindIndex(said, value => !double.IsFinite(value));
        if (bad >= 0) throw new ModelException("a score is not finite");
        var truth = new Truth(data.Task, data.Classes, Take(data.Labels, held), Take(data.Targets, held), Take(data.Weights, held), null);
        ModelOutput output = data.Task == TaskType.Regression ? new NumberOutput(said) : new ClassOutput(classOf(said), said);
        var everyone = Grouping.Create([], [], held.Length);
        MetricValue value = MetricFrame.Gather(new Sample(truth, output), everyone, new FrameOptions(Threads: 1)).Estimate(metric);
        return value.IsDefined ? value.Number : throw new ModelException($"{metric.Name} is not defined in a fold: {value.Undefined}");
    }

    private static T[]? Take<T>(T[]? all, int[] rows) => all is null ? null : Array.ConvertAll(rows, row => all[row]);

    private static TrialResult Failed(Trial trial, int[] rows, TrialClock clock, string error) =>
        new(trial, rows.Length, [], [], false, null, error, clock.FitSeconds, clock.ScoreSeconds);
}
