using Gate.Data;
using Gate.Models.Features;

namespace Gate.Models.Linear;

/// <summary>How one raw column becomes columns of a linear model.</summary>
/// <param name="Feature">The index of the feature.</param>
/// <param name="Offset">The first encoded column.</param>
/// <param name="Width">1 for a number; one a level for a category.</param>
/// <param name="Mean">Numbers: the weighted mean of the values that are there; it stands in for those that are not.</param>
/// <param name="Centre">Numbers: what is subtracted.</param>
/// <param name="Scale">Numbers: what is divided by.</param>
internal sealed record EncodedFeature(int Feature, int Offset, int Width, double Mean, double Centre, double Scale);

/// <summary>
/// The encoding of raw columns for linear models: numbers standardised by weighted mean and population standard deviation, missing ones
/// replaced by the mean; categories one-hot over all levels, missing being a level of its own where it occurred in training.
/// </summary>
internal sealed class LinearEncoding
{
    private LinearEncoding(ModelInput[] schema, EncodedFeature[] encoded) => (Schema, Encoded) = (schema, encoded);

    public ModelInput[] Schema { get; }

    public EncodedFeature[] Encoded { get; }

    /// <summary>The number of encoded columns, without the intercept.</summary>
    public int Columns => Encoded.Length == 0 ? 0 : Encoded[^1].Offset + Encoded[^1].Width;

    /// <summary>Learns the encoding, and gives back the training columns in the form that it takes.</summary>
    /// <exception cref="ModelException">No feature is usable, or there would be more than <paramref name="limit"/> columns.</exception>
    public static (LinearEncoding Encoding, Design Design) Learn(Table table, double[]? weights, bool standardize, string learner,
        int limit)
    {
        ModelInput[] schema = FeatureSchema.Learn(table);
        RequireFewColumns(schema, learner, limit);
        var encoded = new List<EncodedFeature>();
        var blocks = new List<DesignBlock>();
        int offset = 0;
        for (int f = 0; f < schema.Length; f++)
        {
            if (schema[f].Dropped is not null) continue;
            FeatureValues values = FeatureBinding.Bind(table.Columns[f], schema[f]);
            EncodedFeature feature;
            if (values.Numbers is { } numbers)
            {
                (double mean, double deviation) = Moments(numbers, weights);
                if (!double.IsFinite(deviation))
                    throw new ModelException($"feature '{schema[f].Name}' holds numbers too large to compute with; rescale it");
                if (deviation == 0)
                {
                    schema[f] = schema[f] with { Dropped = "constant where it is not missing" };
                    continue;
                }
                feature = standardize ? new(f, offset, 1, mean, mean, deviation) : new(f, offset, 1, mean, 0, 1);
                blocks.Add(new(offset, 1, Array.ConvertAll(numbers, x => ((double.IsNaN(x) ? mean : x) - feature.Centre) / feature.Scale),
                    null));
            }
            else
            {
                feature = new(f, offset, schema[f].Levels, 0, 0, 1);
                blocks.Add(new(offset, feature.Width, null, values.Levels));
            }
            encoded.Add(feature);
            offset += feature.Width;
        }
        FeatureSchema.RequireUsable(schema);
        return (new(schema, [.. encoded]), new Design(table.RowCount, offset, blocks));
    }

    /// <summary>What an encoded column is called: <c>age</c>, or <c>sex=Female</c>.</summary>
    public IEnumerable<string> ColumnNames()
    {
        foreach (EncodedFeature encoded in Encoded)
        {
            ModelInput info = Schema[encoded.Feature];
            if (info.Kind == InputKind.Number) yield return info.Name;
            else
                for (int level = 0; level < encoded.Width; level++) yield return $"{info.Name}={info.LevelName(level)}";
        }
    }

    private static void RequireFewColumns(ModelInput[] schema, string learner, int limit)
    {
        ModelInput[] used = [.. schema.Where(feature => feature.Dropped is null)];
        long columns = used.Sum(feature => feature.Kind == InputKind.Number ? 1L : feature.Levels);
        if (columns <= limit) return;
        ModelInput widest = used.MaxBy(feature => feature.Levels)!;
        throw new ModelException($"{learner} takes at most {limit} columns after one-hot encoding, and the features make {columns}; "
            + $"'{widest.Name}' alone has {widest.Levels} categories: exclude it, group its categories, or use "
            + "decision_tree, which has no such limit");
    }

    /// <summary>The weighted mean and population standard deviation of the numbers that are there; a spread that is rounding counts as
    /// none.</summary>
    private static (double Mean, double Deviation) Moments(double[] numbers, double[]? weights)
    {
        double origin = Array.Find(numbers, x => !double.IsNaN(x));
        double weight = 0, sum = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (double.IsNaN(numbers[i])) continue;
            double w = weights is null ? 1 : weights[i];
            weight += w;
            sum += w * (numbers[i] - origin);
        }
        double mean = origin + sum / weight, squares = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            double distance = numbers[i] - mean;
            if (!double.IsNaN(distance)) squares += (weights is null ? 1 : weights[i]) * distance * distance;
        }
        double deviation = Math.Sqrt(squares / weight);
        return (mean, deviation > 4e-16 * Math.Abs(mean) ? deviation : 0);
    }
}
