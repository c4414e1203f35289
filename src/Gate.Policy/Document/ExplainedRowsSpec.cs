namespace Gate.Policy.Document;

/// <summary>Which rows of the data may stand in result and report.</summary>
public enum ReportRowsSpec
{
    /// <summary>None.</summary>
    None,

    /// <summary>Rows that are drawn at random.</summary>
    Sampled,

    /// <summary>Any row that is explained.</summary>
    All,
}

/// <summary>Which rows are explained one by one.</summary>
/// <param name="WorstErrors">How many of those that the candidate is most wrong about.</param>
/// <param name="NearestThreshold">How many of those that lie nearest to the decision threshold.</param>
/// <param name="RandomPerGroup">How many are drawn of each group.</param>
public sealed record ExplainedRowsSpec(int WorstErrors = 3, int NearestThreshold = 3, int RandomPerGroup = 1)
{
    /// <summary>The column that says which row is which; null for the number of the row.</summary>
    public string? Id { get; init; }

    /// <summary>The ids of rows that are explained by name.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Where its keys stand.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();

    /// <summary>Where it stands.</summary>
    public Mark At { get; init; }
}
