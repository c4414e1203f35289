namespace Gate.Evaluation.Measuring.Surrogates;

/// <summary>A kind of surrogate, as interpret-community's MimicExplainer has them: a learner that is taught what the candidate
/// says.</summary>
/// <param name="Metric">The metric of its fidelity.</param>
/// <param name="Learner">The learner's name.</param>
/// <param name="Named">What it is, with its article.</param>
internal sealed record SurrogateKind(string Metric, string Learner, string Named)
{
    /// <summary>A small tree: the one that the report shows.</summary>
    public static SurrogateKind Tree { get; } = new("surrogate_fidelity", "decision_tree", "a decision tree");

    /// <summary>Least squares.</summary>
    public static SurrogateKind Linear { get; } = new("linear_surrogate_fidelity", "linear_regression", "a linear model");

    /// <summary>Least squares with a penalty, which leaves columns out that add little.</summary>
    public static SurrogateKind ElasticNet { get; } = new("elastic_net_surrogate_fidelity", "elastic_net", "an elastic net");

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SurrogateKind> All { get; } = [Tree, Linear, ElasticNet,
        new("lightgbm_surrogate_fidelity", "lightgbm", "a model of LightGBM (100 trees of up to 31 leaves)")];

    /// <summary>The kind whose fidelity a condition asks for.</summary>
    public static SurrogateKind Of(string metric) => All.First(kind => kind.Metric == metric);
}
