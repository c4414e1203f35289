using System.Globalization;
using Gate.Models.Training;

namespace Gate.Models.LightGbm.Parameters;

/// <summary>The parameters of <c>lightgbm</c>.</summary>
internal sealed class BoostingOptions
{
    /// <summary>The learner's name.</summary>
    public const string Name = "lightgbm";

    /// <summary>What Gate takes care of itself; LightGBM is not told of it.</summary>
    private static readonly string[] own = ["objective", "class_weight", "early_stopping_round", "early_stopping_min_delta",
        "validation_fraction", "metric", "monotone_constraints", "interaction_constraints"];

    private readonly ParameterValues values;

    private BoostingOptions(ParameterValues values) => this.values = values;

    /// <summary>All parameters, in the order of the documentation.</summary>
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
        [.. TreeParameters.All, .. RegularisationParameters.All, .. ColumnParameters.All, .. ObjectiveParameters.All];

    public string? Objective => values.Choice("objective");

    public string Boosting => values.Choice("boosting")!;

    /// <summary>Whether trees of a random forest see different rows or columns.</summary>
    public bool DrawsForForest => (values.Integer("bagging_freq") > 0 && values.Number("bagging_fraction") is > 0 and < 1)
        || values.Number("feature_fraction") is > 0 and < 1;

    public int Iterations => values.Integer("num_iterations");

    /// <summary>The weight of each class by its name; null where none is given.</summary>
    public IReadOnlyDictionary<string, double>? ClassWeights => values["class_weight"] as IReadOnlyDictionary<string, double>;

    public bool BalancedClasses => values["class_weight"] is string;

    /// <summary>1 where the prediction may only rise with a column, -1 where it may only fall; by the column's name.</summary>
    public IReadOnlyDictionary<string, double>? Monotone => values["monotone_constraints"] as IReadOnlyDictionary<string, double>;

    /// <summary>Columns that may stand together on a path.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Interactions => values["interaction_constraints"] as IReadOnlyList<IReadOnlyList<string>>;

    public int EarlyStoppingRound => values.Integer("early_stopping_round");

    public double EarlyStoppingMinDelta => values.Number("early_stopping_min_delta");

    public double ValidationFraction => values.Number("validation_fraction");

    public string? Metric => values.Choice("metric");

    public int? Seed => values.OptionalInteger("seed");

    public static BoostingOptions From(IReadOnlyDictionary<string, object?> values) =>
        new(new ParameterValues(Name, Parameters, values));

    /// <summary>Whether a parameter was given.</summary>
    public bool Has(string name) => values.Has(name);

    /// <summary>The parameters that were given, as LightGBM reads them; what is not given has LightGBM's own default.</summary>
    public IEnumerable<string> Given() => Parameters.Where(parameter => values.Has(parameter.Name) && !own.Contains(parameter.Name))
        .Where(parameter => values[parameter.Name] is not null)
        .Select(parameter => $"{parameter.Name}={Text(values[parameter.Name]!)}");

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
