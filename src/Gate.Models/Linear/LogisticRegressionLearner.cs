using Gate.Data;
using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>Learns a logistic regression.</summary>
internal sealed class LogisticRegressionLearner(LogisticRegressionOptions options) : ILearner
{
    /// <summary>The most columns after one-hot encoding.</summary>
    public const int MaxColumns = 10_000;

    public static LearnerInfo Info { get; } = new(
        "logistic_regression", "A linear model of the log-odds with an L2 penalty; multinomial for more than two classes.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification],
        LogisticRegressionOptions.Parameters, values => new LogisticRegressionLearner(LogisticRegressionOptions.From(values)));

    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        (LinearEncoding encoding, Design columns) = LinearEncoding.Learn(kept.Features, kept.Weights, options.Standardize, Info.Name,
            MaxColumns);
        // A class without rows has no finite coefficients: it is left out and scored 0.
        int[] present = TrainingChecks.PresentClasses(kept);
        int[] labels = Array.ConvertAll(kept.Labels!, label => Array.BinarySearch(present, label));

        Design design = options.FitIntercept ? columns.WithIntercept() : columns;
        var penalty = new double[design.Columns];
        if (options.Penalised) penalty.AsSpan(0, columns.Columns).Fill(1);
        double strength = options.Penalised ? options.C : 1;
        var weights = new double[labels.Length];
        for (int row = 0; row < weights.Length; row++) weights[row] = strength * (kept.Weights?[row] ?? 1);

        var objective = new MarginObjective(design, new ClassLoss(labels, present.Length), weights, penalty, cancel);
        Solution solution = NewtonSolver.Minimise(objective, options.MaxIter, options.Tol * weights.Sum(), cancel);
        if (!Array.TrueForAll(solution.Parameters, double.IsFinite))
            throw new ModelException("logistic_regression did not stay finite; set penalty: l2, a smaller C, or standardize: true");
        return new LinearModel(Info.Name, kept.Task, kept.Classes, present, encoding,
            LinearCoefficients.OfParameters(encoding, solution.Parameters, design.Columns),
            SolverFacts.Of(solution.Iterations, solution.Converged, "raise max_iter, or set a penalty"));
    }
}
