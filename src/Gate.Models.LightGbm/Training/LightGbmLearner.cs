using System.Globalization;
using Gate.Data;
using Gate.Models.Features;
using Gate.Models.LightGbm.Native;
using Gate.Models.LightGbm.Parameters;
using Gate.Models.Training;

namespace Gate.Models.LightGbm.Training;

/// <summary>Gradient boosting: LightGBM's library (4.7.0) grows the trees, Gate reads them as text and scores them itself.</summary>
public sealed class LightGbmLearner : ILearner
{
    private readonly BoostingOptions options;

    private LightGbmLearner(BoostingOptions options) => this.options = options;

    /// <summary>The learner and its parameters, which are LightGBM's.</summary>
    public static LearnerInfo Info { get; } = new(BoostingOptions.Name,
        "Gradient-boosted trees by LightGBM, also dart, goss and random forests; categories and missing values as they are.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification, TaskType.Regression],
        BoostingOptions.Parameters, values => new LightGbmLearner(BoostingOptions.From(values))) { OwnFile = "model.txt" };

    /// <inheritdoc/>
    /// <exception cref="NativeLibraryMissingException">LightGBM has no library for this platform.</exception>
    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        Objective objective = Objective.Of(options, kept.Task);
        bool stopsEarly = options.EarlyStoppingRound > 0;
        (string Name, bool LargerIsBetter) metric = objective.Metric(options);
        TrainingTarget target = TrainingTarget.Of(kept, objective, options);
        TrainingColumns columns = TrainingColumns.Of(kept.Features);
        string parameters = BoosterParameters.Text(options, objective, metric.Name, columns, target, kept.Threads);
        RowSplit parts = stopsEarly ? Parts(target) : ValidationPart.None(target.Labels.Length);
        if (options.Boosting == "rf" && !options.DrawsForForest)
            throw new ParameterException("boosting", "the trees of a random forest (rf) would all be the same; give bagging_freq of 1 or "
                + "more with bagging_fraction below 1, or feature_fraction below 1");
        Library.Require();
        try
        {
            using BoundBooster bound = BoundBooster.Of(columns, target, parts, parameters);
            (int iterations, double best) = BoostingRounds.Run(bound.Booster, options, stopsEarly ? metric : null, kept.Progress, cancel);
            byte[] text = ModelText.Of(bound.Booster.Text(iterations), columns);
            return LightGbmModel.Of(text, columns, kept, target, Facts(columns, parts, metric.Name, best), cancel);
        }
        catch (LightGbmException error)
        {
            // Data have been checked before: what is left to refuse are parameters.
            throw new ParameterException(ParameterNamed(error.Message), $"LightGBM: {error.Message}", error);
        }
    }

    private RowSplit Parts(TrainingTarget target)
    {
        if (options.Boosting == "dart")
            throw new ParameterException("early_stopping_round",
                "dart changes the trees that it has, so that no iteration can be gone back to; train it without early stopping");
        if (options.ValidationFraction is <= 0 or >= 1)
            throw new ParameterException("validation_fraction", "validation_fraction lies between 0 and 1, without the ends");
        return ValidationPart.Of(target, options.ValidationFraction, options.Seed ?? 0);
    }

    private IEnumerable<KeyValuePair<string, string>> Facts(TrainingColumns columns, RowSplit parts, string metric, double best)
    {
        if (parts.Test.Length > 0)
            yield return new("validation part", string.Create(CultureInfo.InvariantCulture,
                $"{parts.Test.Length} of the training rows, {metric} {best:0.######}"));
        if (options.Interactions is { Count: > 0 } lists)
        {
            string[] never = [.. columns.Inputs.Select(input => input.Name).Except(lists.SelectMany(list => list))];
            if (never.Length > 0) yield return new("in no interaction constraint, so never used", string.Join(", ", never));
        }
        if (FeatureSchema.DroppedText(columns.Inputs) is { } dropped) yield return new("dropped features", dropped);
    }

    /// <summary>The parameter that a message of LightGBM's speaks of, where one was given.</summary>
    private string? ParameterNamed(string message) => BoostingOptions.Parameters.Select(parameter => parameter.Name)
        .Where(name => options.Has(name) && message.Contains(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
}
