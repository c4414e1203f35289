using Gate.Models.Serialization;

namespace Gate.Models.Ensembles;

/// <summary>From the values of features to sums, before any class or probability comes in. Immutable; may be called from several
/// threads.</summary>
public abstract class MarginFunction
{
    private protected MarginFunction(int features, int outputs) => (Features, Outputs) = (features, outputs);

    /// <summary>How many features it reads.</summary>
    public int Features { get; }

    /// <summary>How many sums it gives a row.</summary>
    public int Outputs { get; }

    /// <summary>Whether a feature can change a sum.</summary>
    /// <param name="feature">The feature's index.</param>
    public abstract bool Uses(int feature);

    /// <summary>Whether a feature is a category, whose values are codes.</summary>
    /// <param name="feature">The feature's index.</param>
    public abstract bool IsCategory(int feature);

    /// <summary>The sums of rows: row-major, rows × outputs.</summary>
    /// <param name="columns">The values of each feature, not a number where missing, one a row; null for one that is not used.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cancel">Stops the work.</param>
    public abstract double[] Sums(IReadOnlyList<double[]?> columns, int rows, CancellationToken cancel = default);

    /// <summary>Writes what distinguishes it from any other.</summary>
    internal abstract void WriteTo(CanonicalBytes bytes);
}
