namespace Gate.Explain.Linear;

/// <summary>What is known of columns that a coalition lacks.</summary>
public enum ColumnDependence
{
    /// <summary>Nothing: they have the values of the background, whatever the other columns are. shap's <c>interventional</c>.</summary>
    Independent,

    /// <summary>What the columns that are there tell of them, as far as their correlations in the background do. shap's
    /// <c>correlation_dependent</c>.</summary>
    Correlated,
}

/// <summary>How Linear SHAP explains.</summary>
/// <param name="Dependence">What is known of columns that a coalition lacks.</param>
/// <param name="Permutations">Correlated, with more columns than <see cref="LinearShap.MostExact"/>: so many orders are drawn, each with
/// its reverse; with fewer, all coalitions are looked at and none is drawn.</param>
/// <param name="Seed">The seed of the orders.</param>
public sealed record LinearShapOptions(ColumnDependence Dependence = ColumnDependence.Independent, int Permutations = 1000, ulong Seed = 0);
