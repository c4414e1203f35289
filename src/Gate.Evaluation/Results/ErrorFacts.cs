namespace Gate.Evaluation.Results;

/// <summary>Where a regression errs: predicted against true numbers, and residuals by group.</summary>
/// <param name="Edges">The edges of the bins, the same for true and predicted numbers. The first and the last bin hold what lies beyond as
/// well.</param>
/// <param name="Counts">Rows: one list a bin of true numbers, one count a bin of predicted ones.</param>
/// <param name="Overall">The residuals of all rows.</param>
/// <param name="Groups">Those of the groups of each single sensitive column, the largest ones that are above the evidence floor.</param>
public sealed record ErrorFacts(IReadOnlyList<double> Edges, IReadOnlyList<IReadOnlyList<long>> Counts, ResidualFact Overall,
    IReadOnlyList<GroupResiduals> Groups);

/// <summary>The residuals of one sensitive column's groups.</summary>
/// <param name="By">The column.</param>
/// <param name="Groups">One entry a group.</param>
public sealed record GroupResiduals(string By, IReadOnlyList<ResidualFact> Groups);

/// <summary>How predicted minus true is spread over some rows: above 0 the model predicts too much. Rows count once, whatever their
/// weight.</summary>
/// <param name="Label">The group, or <c>all rows</c>.</param>
/// <param name="Count">Rows.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Q05">The 5 % quantile.</param>
/// <param name="Q25">The lower quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Q75">The upper quartile.</param>
/// <param name="Q95">The 95 % quantile.</param>
public sealed record ResidualFact(string Label, long Count, double Mean, double Q05, double Q25, double Median, double Q75, double Q95);
