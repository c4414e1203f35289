namespace Gate.Policy.Document;

/// <summary>One condition.</summary>
public sealed record ConditionSpec
{
    /// <summary>Its id, unique in the policy: given, or made from metric, comparison and columns
    /// (<c>selection_rate_ratio-by-afam</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The metric's name as written; a name or alias in the vocabulary.</summary>
    public required string Metric { get; init; }

    /// <summary>The metric's parameters as given, by name; empty for its defaults.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>The class that a metric of two classes is asked of, against all others; null for none.</summary>
    public string? Class { get; init; }

    /// <summary>The raw columns that a metric of explanations is asked of; empty for other metrics.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>An SQL condition on the measured rows, or null for all of them.</summary>
    public string? Where { get; init; }

    /// <summary>The sensitive columns compared; empty for all rows.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The control columns.</summary>
    public IReadOnlyList<string> Control { get; init; } = [];

    /// <summary>How groups are compared; null without <see cref="By"/> or for named disparities.</summary>
    public CompareSpec? Compare { get; init; }

    /// <summary>What groups are compared with; null when not given: with each other, or as the named disparity says.</summary>
    public MethodSpec? Method { get; init; }

    /// <summary>The reference group, or null when not given: the largest, or as the named disparity says.</summary>
    public ReferenceSpec? Reference { get; init; }

    /// <summary>How control levels become the value that is judged.</summary>
    public LevelsSpec Levels { get; init; }

    /// <summary>The least acceptable value, or null.</summary>
    public double? Min { get; init; }

    /// <summary>The largest acceptable value, or null.</summary>
    public double? Max { get; init; }

    /// <summary>How much worse than the baseline it may be, or null. Not negative.</summary>
    public double? MaxRegression { get; init; }

    /// <summary>How much worse than the baseline it may be, as a share of the baseline's absolute value, or null. Not negative.</summary>
    public double? MaxRelativeRegression { get; init; }

    /// <summary>What is said of a bound that lets any bad model pass.</summary>
    public VacuousSpec Vacuous { get; init; }

    /// <summary>The family that it is decided with, or null.</summary>
    public string? Family { get; init; }

    /// <summary>What it is decided on.</summary>
    public DecideOn DecideOn { get; init; }

    /// <summary>What an inconclusive outcome does.</summary>
    public Effect OnInconclusive { get; init; } = Effect.Inconclusive;

    /// <summary>What an undefined outcome does; never <see cref="Effect.Inconclusive"/>.</summary>
    public Effect OnUndefined { get; init; } = Effect.Fail;

    /// <summary>What a group does to it that is left out for too little evidence.</summary>
    public Effect OnExcluded { get; init; } = Effect.Warn;

    /// <summary>How much weight it has.</summary>
    public Level Level { get; init; }

    /// <summary>What the policy that locks it says of waivers; null where it is not locked.</summary>
    public LockWaivers? Lock { get; init; }

    /// <summary>Where it comes from, where that is a policy that this one extends; else null.</summary>
    public InheritedSpec? Inherited { get; init; }

    /// <summary>Why it exists, or null.</summary>
    public string? Why { get; init; }

    /// <summary>The coverage of its interval; the policy's when not given.</summary>
    public double Confidence { get; init; } = PolicyDocument.DefaultConfidence;

    /// <summary>Its evidence floor; the policy's when not given.</summary>
    public EvidenceSpec Evidence { get; init; } = new();

    /// <summary>Its place in the list of conditions, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Where the condition stands (its first key).</summary>
    public Mark At { get; init; }

    /// <summary>Where its keys stand, by path: <c>metric</c>, <c>by[0]</c>, <c>max</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}
