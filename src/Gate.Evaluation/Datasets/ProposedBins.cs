using System.Globalization;
using Gate.Data;
using Gate.Wording;

namespace Gate.Evaluation.Datasets;

/// <summary>Bins for a column of numbers that would make a group of each.</summary>
internal static class ProposedBins
{
    /// <summary>What to write, with the column's own quartiles.</summary>
    public static string Remedy(NumericColumn column)
    {
        string name = Shown.Of(column.Name);
        string edges = string.Join(", ", Binning.Quartiles(column).Select(edge => edge.ToString("R", CultureInfo.InvariantCulture)));
        return $"cut it, for example at its quartiles: {{ column: {name}, bins: [{edges}], as: {name}_band }}";
    }
}
