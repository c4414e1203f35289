using Gate.Models.LightGbm.Native;
using Gate.Models.LightGbm.Parameters;

namespace Gate.Models.LightGbm.Training;

/// <summary>Runs iterations until they are done, no split is worth making, or the validation part says to stop.</summary>
internal static class BoostingRounds
{
    /// <summary>How many iterations are to be kept, 0 for all, and the metric there.</summary>
    /// <param name="booster">The model.</param>
    /// <param name="options">The parameters.</param>
    /// <param name="metric">What is measured on the validation part; null where there is none.</param>
    /// <param name="progress">Told of each iteration.</param>
    /// <param name="cancel">Stops between two iterations.</param>
    public static (int Iterations, double Best) Run(Booster booster, BoostingOptions options, (string Name, bool LargerIsBetter)? metric,
        Action<TrainingProgress>? progress, CancellationToken cancel)
    {
        int best = 0;
        double bestValue = double.NaN;
        for (int round = 1; round <= options.Iterations; round++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!booster.Update()) break;
            double value = metric is null ? double.NaN : booster.Validate();
            progress?.Invoke(new(round, options.Iterations, metric?.Name, value));
            if (metric is not { } measured) continue;
            double gain = measured.LargerIsBetter ? value - bestValue : bestValue - value;
            // The first value is an improvement on none, which is not a number.
            if (!(gain <= options.EarlyStoppingMinDelta)) (best, bestValue) = (round, value);
            else if (round - best >= options.EarlyStoppingRound) break;
        }
        return (best, bestValue);
    }
}
