namespace Gate.Policy.Document;

/// <summary>The data of a policy.</summary>
public sealed record DataSpec
{
    /// <summary>Paths or globs; empty when <see cref="Sql"/> is given or the columns come from a predictions file alone.</summary>
    public IReadOnlyList<string> Source { get; init; } = [];

    /// <summary>An SQL query instead of paths.</summary>
    public string? Sql { get; init; }

    /// <summary>Paths or globs of a separate hold-out, or null.</summary>
    public IReadOnlyList<string>? Test { get; init; }

    /// <summary>How rows are split, or null.</summary>
    public SplitSpec? Split { get; init; }

    /// <summary>An SQL filter, or null.</summary>
    public string? Where { get; init; }

    /// <summary>Texts that stand for a missing value.</summary>
    public IReadOnlyList<string> NaValues { get; init; } = [];

    /// <summary>The label column.</summary>
    public required string Label { get; init; }

    /// <summary>The favourable outcome of a binary task, as text; null when not given (then it must be plain: 1, true, yes).</summary>
    public string? Positive { get; init; }

    /// <summary>The column of sample weights, or null.</summary>
    public string? Weight { get; init; }

    /// <summary>The sensitive columns.</summary>
    public IReadOnlyList<SensitiveSpec> Sensitive { get; init; } = [];

    /// <summary>Feature columns by name, or null for all columns that have no other part.</summary>
    public IReadOnlyList<string>? IncludeFeatures { get; init; }

    /// <summary>Columns that are no features.</summary>
    public IReadOnlyList<string> ExcludeFeatures { get; init; } = [];

    /// <summary>What is said of test rows that are training rows too.</summary>
    public SharedRowsSpec SharedRows { get; init; }

    /// <summary>What is said of a feature that alone tells the label without fail.</summary>
    public PerfectFeaturesSpec PerfectFeatures { get; init; }

    /// <summary>Where the data section stands.</summary>
    public Mark At { get; init; }

    /// <summary>Where keys and list entries stand, by path below <c>data</c>: <c>label</c>, <c>sensitive[0]</c>,
    /// <c>features.exclude[1]</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}
