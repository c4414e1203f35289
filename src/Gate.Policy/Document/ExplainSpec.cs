namespace Gate.Policy.Document;

/// <summary>How the candidate is explained.</summary>
public enum ExplainMethod
{
    /// <summary>Permutation importance.</summary>
    Permutation,

    /// <summary>SHAP, of the kind that fits the model.</summary>
    Shap,

    /// <summary>Tree SHAP.</summary>
    TreeShap,

    /// <summary>Linear SHAP.</summary>
    LinearShap,

    /// <summary>SHAP over all coalitions.</summary>
    ExactShap,

    /// <summary>SHAP by random orders.</summary>
    PermutationShap,

    /// <summary>Kernel SHAP.</summary>
    KernelShap,
}

/// <summary>Which output of the candidate is shared out among its columns.</summary>
public enum ExplainOutput
{
    /// <summary>The margin.</summary>
    Raw,

    /// <summary>The score.</summary>
    Probability,

    /// <summary>The decision.</summary>
    Decision,
}

/// <summary>How the candidate is explained.</summary>
/// <param name="Metric">Permutation: the metric whose fall is measured, or null for the task's default (roc_auc, accuracy, r2).</param>
/// <param name="Repeats">Permutation: how often each column is shuffled.</param>
/// <param name="Seed">The seed of what is drawn.</param>
/// <param name="MaxRows">At most so many test rows are used, evenly spaced; null for a number that bounds the time.</param>
/// <param name="Method">The method.</param>
/// <param name="Background">SHAP: how many rows stand in for columns that are not known.</param>
/// <param name="Output">SHAP: which output is shared out.</param>
public sealed record ExplainSpec(string? Metric = null, int Repeats = 5, ulong Seed = 0, int? MaxRows = null,
    ExplainMethod Method = ExplainMethod.Permutation, int Background = 100, ExplainOutput Output = ExplainOutput.Raw)
{
    /// <summary>Permutation: columns that are also shuffled together, by the names of their groups.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Groups { get; init; } = [];

    /// <summary>SHAP: columns that no counterfactual changes.</summary>
    public IReadOnlyList<string> Immutable { get; init; } = [];

    /// <summary>Where these are named.</summary>
    public Mark ImmutableAt { get; init; }

    /// <summary>SHAP: rows that are explained one by one; null where no row may stand in the report.</summary>
    public ExplainedRowsSpec? Rows { get; init; }

    /// <summary>SHAP: conditions on the measured rows by the names of their cohorts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Cohorts { get; init; } = [];

    /// <summary>SHAP: what counterfactuals may give a column.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Where entries stand: <c>cohorts.young</c>, <c>allowed.age</c>, <c>groups.place</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();

    /// <summary>Where the section stands.</summary>
    public Mark At { get; init; }

    /// <summary>Whether it is a kind of SHAP.</summary>
    public bool IsShap => Method != ExplainMethod.Permutation;
}
