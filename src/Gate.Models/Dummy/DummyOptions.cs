using Gate.Models.Training;

namespace Gate.Models.Dummy;

/// <summary>The parameter of <c>dummy</c>, with the words of scikit-learn's <c>DummyClassifier</c> and <c>DummyRegressor</c>.</summary>
/// <param name="Strategy">What is always predicted, or null for the task's own.</param>
internal sealed record DummyOptions(string? Strategy)
{
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("strategy", ParameterType.Choice, null, "What is always predicted: prior (the shares of the classes), most_frequent (the "
            + "commonest class, with certainty) or mean; null is prior for classification and mean for regression.",
            Choices: ["prior", "most_frequent", "mean"], Nullable: true),
    ];

    public static DummyOptions From(IReadOnlyDictionary<string, object?> values) =>
        new(new ParameterValues("dummy", Parameters, values).Choice("strategy"));
}
