namespace Gate.Tracking;

/// <summary>What runs are asked for.</summary>
/// <param name="ExperimentIds">The experiments that are searched.</param>
public sealed record RunQuery(IReadOnlyList<string> ExperimentIds)
{
    /// <summary>How many runs a page has where nobody says.</summary>
    public const int UsualPage = 100;

    /// <summary>How many a page may have at most.</summary>
    public const int LargestPage = 50_000;

    /// <summary>What must hold, in MLflow's filter language; empty for all runs.</summary>
    public string Filter { get; init; } = "";

    /// <summary>What runs are ordered by, the most important first: <c>metrics.roc_auc DESC</c>. After that, and without, come the newest
    /// first, and by id.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>How many runs a page has at most.</summary>
    public int MaxResults { get; init; } = UsualPage;

    /// <summary>The page, from <see cref="RunPage.NextToken"/>; null for the first.</summary>
    public string? PageToken { get; init; }
}

/// <summary>A page of runs.</summary>
/// <param name="Runs">The runs, in the order that was asked for.</param>
/// <param name="NextToken">Asks for the next page; null where there is none.</param>
public sealed record RunPage(IReadOnlyList<IRun> Runs, string? NextToken);
