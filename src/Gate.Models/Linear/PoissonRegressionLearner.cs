using Gate.Data;
using Gate.Data.Numerics;
using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>Learns a regression of counts: the logarithm of what is expected is linear.</summary>
internal sealed class PoissonRegressionLearner(PoissonRegressionOptions options) : ILearner
{
    public static LearnerInfo Info { get; } = new(
        "poisson_regression", "A linear model of the logarithm of an expected count, with an L2 penalty; the label is 0 or more.",
        [TaskType.Regression], PoissonRegressionOptions.Parameters,
            values => new PoissonRegressionLearner(PoissonRegressionOptions.From(values)));

    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        double[] counts = kept.Targets!;
        int bad = Array.FindIndex(counts, count => count < 0);
        if (bad >= 0)
            throw new ModelException($"{Info.Name}: the label is below 0 in training row {bad + 1}; a count is 0 or more");
        double total = kept.Weights?.Sum() ?? counts.Length;
        double mean = counts.Select((count, row) => count * (kept.Weights?[row] ?? 1)).Sum() / total;
        if (mean == 0) throw new ModelException($"{Info.Name}: the label is 0 in every training row; there is nothing to expect");

        (LinearEncoding encoding, Design columns) = LinearEncoding.Learn(kept.Features, kept.Weights, options.Standardize, Info.Name,
            LogisticRegressionLearner.MaxColumns);
        Design design = options.FitIntercept ? columns.WithIntercept() : columns;
        var penalty = new double[design.Columns];
        penalty.AsSpan(0, columns.Columns).Fill(options.Alpha);
        var weights = new double[counts.Length];
        for (int row = 0; row < weights.Length; row++) weights[row] = (kept.Weights?[row] ?? 1) / total;
        // From the mean, since a first step from 0 towards large counts would overshoot by their exponential.
        var start = new double[design.Columns];
        if (options.FitIntercept) start[^1] = Portable.Log(mean);

        var objective = new MarginObjective(design, new CountLoss(counts), weights, penalty, cancel);
        Solution solution = NewtonSolver.Minimise(objective, options.MaxIter, options.Tol * mean, cancel, start);
        if (!Array.TrueForAll(solution.Parameters, double.IsFinite))
            throw new ModelException($"{Info.Name} did not stay finite; set a larger alpha, or standardize: true");
        return new LinearModel(Info.Name, kept.Task, [], [], encoding,
            LinearCoefficients.OfParameters(encoding, solution.Parameters, design.Columns),
            SolverFacts.Of(solution.Iterations, solution.Converged, "raise max_iter, or alpha"), LinkKind.Exp);
    }
}
