using Gate.Data;

namespace Gate.Models.LightGbm.Parameters;

/// <summary>What LightGBM minimises, and what is measured of it.</summary>
/// <param name="Name">LightGBM's word.</param>
/// <param name="Loss">The metric that is the objective's own loss.</param>
/// <param name="Target">Which numbers it takes as a label.</param>
internal sealed record Objective(string Name, string Loss, TargetRange Target = TargetRange.Any)
{
    private static readonly Objective[] all =
    [
        new("binary", "binary_logloss"), new("multiclass", "multi_logloss"), new("multiclassova", "multi_logloss"),
        new("regression", "l2"), new("regression_l1", "l1"), new("huber", "huber"), new("fair", "fair"), new("quantile", "quantile"),
        new("mape", "mape"), new("poisson", "poisson", TargetRange.NotNegative), new("gamma", "gamma", TargetRange.Positive),
        new("tweedie", "tweedie", TargetRange.NotNegative),
    ];

    private static readonly string[] ofTwo = ["auc", "average_precision", "binary_logloss", "binary_error"];
    private static readonly string[] ofSeveral = ["auc_mu", "multi_logloss", "multi_error"];
    private static readonly string[] largerIsBetter = ["auc", "average_precision", "auc_mu"];

    /// <summary>Whether it tells classes apart, with a tree for each in an iteration.</summary>
    public bool IsOfSeveral => Name is "multiclass" or "multiclassova";

    /// <summary>The objective of a task.</summary>
    /// <exception cref="ParameterException">The one that is asked for serves another task.</exception>
    public static Objective Of(BoostingOptions options, TaskType task)
    {
        string name = options.Objective ?? Natural(task);
        Objective found = Array.Find(all, objective => objective.Name == name)!;
        if (found.Serves(task)) return found;
        string[] fitting = [.. all.Where(objective => objective.Serves(task)).Select(objective => objective.Name)];
        throw new ParameterException("objective", $"the objective '{name}' does not serve this task; use "
            + $"{string.Join(", ", fitting)}, or leave it out");
    }

    /// <summary>The metric on the validation part, and whether larger values are better.</summary>
    /// <exception cref="ParameterException">The one that is asked for is of another task.</exception>
    public (string Name, bool LargerIsBetter) Metric(BoostingOptions options)
    {
        string name = options.Metric ?? Loss;
        string[] fitting = Name == "binary" ? ofTwo : IsOfSeveral ? ofSeveral : Numbers();
        if (fitting.Contains(name)) return (name, largerIsBetter.Contains(name));
        throw new ParameterException("metric",
            $"the metric '{name}' is not one of the objective '{Name}'; use {string.Join(", ", fitting)}, or leave it out");
    }

    private bool Serves(TaskType task) => task switch
    {
        TaskType.BinaryClassification => Name == "binary",
        TaskType.MulticlassClassification => IsOfSeveral,
        _ => Name != "binary" && !IsOfSeveral,
    };

    private static string[] Numbers() => [.. BoostingOptions.Parameters.First(parameter => parameter.Name == "metric").Choices!
        .Except(ofTwo).Except(ofSeveral)];

    private static string Natural(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary",
        TaskType.MulticlassClassification => "multiclass",
        _ => "regression",
    };
}

/// <summary>Which numbers an objective takes as a label.</summary>
internal enum TargetRange
{
    /// <summary>All that single precision can hold.</summary>
    Any,

    /// <summary>0 and above.</summary>
    NotNegative,

    /// <summary>Above 0.</summary>
    Positive,
}
