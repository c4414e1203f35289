using Gate.Data;

namespace Gate.Models.LightGbm.Training;

/// <summary>Which training rows are trained on, and which are kept back to say when to stop.</summary>
internal static class ValidationPart
{
    /// <summary>All rows to train on.</summary>
    public static RowSplit None(int rows) => new([.. Enumerable.Range(0, rows)], []);

    /// <summary>A part drawn by the seed, with the same share of each class.</summary>
    /// <exception cref="ModelException">There are too few rows for two parts.</exception>
    public static RowSplit Of(TrainingTarget target, double share, int seed)
    {
        int[] labels = target.Codes.Length == 0 ? new int[target.Labels.Length] : Array.ConvertAll(target.Labels, label => (int)label);
        var classes = new CategoryColumn("class", labels, [.. target.Codes.DefaultIfEmpty().Select((_, i) => i.ToString(
            System.Globalization.CultureInfo.InvariantCulture))]);
        try
        {
            return Splitter.Random(new Table([classes]), share, (ulong)seed, [classes.Name]);
        }
        catch (DataException error)
        {
            throw new ModelException($"the validation part of early stopping: {error.Message}", error);
        }
    }
}
