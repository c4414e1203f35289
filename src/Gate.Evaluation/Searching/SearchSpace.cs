using Gate.Models;

namespace Gate.Evaluation.Searching;

/// <summary>Where the parameters of a learner are drawn from. What is not named keeps its default.</summary>
/// <param name="Dimensions">What is drawn.</param>
/// <param name="Fixed">What every drawn trial has.</param>
internal sealed record SearchSpace(IReadOnlyList<Dimension> Dimensions, IReadOnlyDictionary<string, object?> Fixed)
{
    private static readonly Dictionary<string, object?> nothing = [];

    /// <summary>The space of a learner; without dimensions where there is nothing to draw.</summary>
    /// <param name="learner">The learner's name.</param>
    /// <param name="data">The training rows: penalties of least squares go by the spread of the label.</param>
    /// <param name="earlyStopping">Whether boosting stops early.</param>
    public static SearchSpace Of(string learner, TrainingData data, bool earlyStopping) => learner switch
    {
        "logistic_regression" => new([new("C", 1e-4, 1e3, IsLogarithmic: true)], nothing),
        "linear_regression" => new([new("alpha", 1e-2, 1e4, IsLogarithmic: true)], nothing),
        "elastic_net" => new([new("alpha", 1e-4 * Spread(data), Spread(data), IsLogarithmic: true), new("l1_ratio", 0.05, 1)], nothing),
        "poisson_regression" => new([new("alpha", 1e-5, 10, IsLogarithmic: true)], nothing),
        "decision_tree" => new([new("max_depth", 2, 14, IsWhole: true),
            new("min_samples_leaf", 1, Math.Clamp(data.RowCount / 20.0, 2, 500), IsLogarithmic: true, IsWhole: true)], nothing),
        "lightgbm" => Boosting(data, earlyStopping),
        "fast_tree" => new([new("learning_rate", 0.02, 0.3, IsLogarithmic: true),
            new("number_of_leaves", 4, 128, IsLogarithmic: true, IsWhole: true), LeafRows("minimum_example_count_per_leaf", data),
            new("feature_fraction", 0.4, 1), new("number_of_trees", 30, 400, IsLogarithmic: true, IsWhole: true)], nothing),
        "fast_forest" => new([new("number_of_leaves", 8, 512, IsLogarithmic: true, IsWhole: true),
            LeafRows("minimum_example_count_per_leaf", data), new("feature_fraction_per_split", 0.3, 1)], nothing),
        "gam" => new([new("learning_rate", 0.002, 0.05, IsLogarithmic: true), LeafRows("minimum_example_count_per_leaf", data),
            new("maximum_bin_count_per_feature", 16, 255, IsLogarithmic: true, IsWhole: true)],
            new Dictionary<string, object?> { ["number_of_iterations"] = 2000.0 }),
        _ => new([], nothing),
    };

    private static SearchSpace Boosting(TrainingData data, bool earlyStopping)
    {
        Dimension[] trees =
        [
            new("learning_rate", 0.02, 0.3, IsLogarithmic: true), new("num_leaves", 4, 128, IsLogarithmic: true, IsWhole: true),
            LeafRows("min_data_in_leaf", data),
            new("feature_fraction", 0.4, 1), new("lambda_l2", 1e-3, 30, IsLogarithmic: true),
        ];
        return earlyStopping
            ? new(trees, new Dictionary<string, object?> { ["num_iterations"] = 1000.0, ["early_stopping_round"] = 25.0 })
            : new([.. trees, new("num_iterations", 30, 600, IsLogarithmic: true, IsWhole: true)], nothing);
    }

    /// <summary>The fewest rows of a leaf: up to a twentieth of all.</summary>
    private static Dimension LeafRows(string name, TrainingData data) =>
        new(name, 3, Math.Clamp(data.RowCount / 20.0, 4, 200), IsLogarithmic: true, IsWhole: true);

    private static double Spread(TrainingData data)
    {
        double[] targets = data.Targets ?? [0];
        double mean = targets.Average();
        double variance = targets.Average(target => (target - mean) * (target - mean));
        return variance > 0 ? Math.Sqrt(variance) : 1;
    }
}
