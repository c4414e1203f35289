namespace Gate.Evaluation.Results;

/// <summary>How the candidate's output moves with the columns that add most to it.</summary>
/// <param name="Output"><c>score</c>, or <c>prediction</c> of a regression.</param>
/// <param name="Rows">The test rows that were asked about.</param>
/// <param name="Columns">The columns, the one that adds most first; of several classes empty.</param>
/// <param name="Pairs">How much pairs of the first columns interact, the strongest first; of several classes empty.</param>
/// <param name="Map">The mean output at pairs of values of the strongest pair; null where nothing interacts, and of several
/// classes.</param>
public sealed record DependenceFacts(string Output, long Rows, IReadOnlyList<DependenceFact> Columns, IReadOnlyList<PairFact> Pairs,
    PairMapFact? Map)
{
    /// <summary>Of several classes how the score of each moves; else empty.</summary>
    public IReadOnlyList<ClassDependenceFacts> Classes { get; init => field = value ?? []; } = [];
}

/// <summary>How the score of one of several classes moves.</summary>
/// <param name="Class">The class.</param>
/// <param name="Columns">The columns, the one that adds most to all classes first.</param>
/// <param name="Pairs">How much pairs of the first columns interact, the strongest first.</param>
/// <param name="Map">The mean score at pairs of values of the strongest pair; null where nothing interacts.</param>
public sealed record ClassDependenceFacts(string Class, IReadOnlyList<DependenceFact> Columns, IReadOnlyList<PairFact> Pairs,
    PairMapFact? Map);

/// <summary>How the output moves with one column.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Labels">The values in words.</param>
/// <param name="Numbers">The values; null for a category.</param>
/// <param name="Mean">The mean output when all rows have the value (partial dependence).</param>
/// <param name="Low">Under this lie a tenth of the rows' own curves.</param>
/// <param name="High">Above this lie a tenth of them.</param>
public sealed record DependenceFact(string Feature, IReadOnlyList<string> Labels, IReadOnlyList<double>? Numbers,
    IReadOnlyList<double> Mean, IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>Where the accumulated effects are told: observed values; null for a category.</summary>
    public IReadOnlyList<double>? Edges { get; init; }

    /// <summary>The accumulated local effects (ALE), with mean 0 over the rows; null for a category.</summary>
    public IReadOnlyList<double>? Accumulated { get; init; }
}

/// <summary>How much two columns interact.</summary>
/// <param name="First">One column.</param>
/// <param name="Second">The other.</param>
/// <param name="SquaredH">The square of Friedman's H: the part of what both do that is not the sum of what each does.</param>
public sealed record PairFact(string First, string Second, double SquaredH);

/// <summary>The mean output at pairs of values.</summary>
/// <param name="Down">The column whose values stand one below the other.</param>
/// <param name="Across">The column whose values stand side by side.</param>
/// <param name="DownValues">Its values in words.</param>
/// <param name="AcrossValues">Its values in words.</param>
/// <param name="Means">For each value down, the means across.</param>
public sealed record PairMapFact(string Down, string Across, IReadOnlyList<string> DownValues, IReadOnlyList<string> AcrossValues,
    IReadOnlyList<IReadOnlyList<double>> Means);
