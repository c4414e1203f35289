using System.Globalization;
using Gate.Data;
using Gate.Models.Features;
using Gate.Models.MicrosoftMl.Columns;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>Checked training rows in single precision, as Microsoft.ML keeps them.</summary>
/// <param name="Inputs">What training learned of each column.</param>
/// <param name="Columns">The values of each: numbers, levels, not a number where missing.</param>
/// <param name="Weights">The weights of the rows; null where all count the same.</param>
internal sealed record TrainingRows(ModelInput[] Inputs, double[][] Columns, float[]? Weights)
{
    /// <summary>The rows of checked data.</summary>
    /// <exception cref="ModelException">A number is infinite or too large, a weight has no place in single precision, or no column is
    /// usable.</exception>
    public static TrainingRows Of(TrainingData data)
    {
        // The order of the levels is their texts': it does not depend on rows that are not trained on.
        ModelInput[] inputs = [.. FeatureSchema.Learn(data.Features)
            .Select(input => input with { Categories = [.. input.Categories.Order(StringComparer.Ordinal)] })];
        double[][] columns = [.. inputs.Select((input, i) => Values(data.Features.Columns[i], input))];
        return new(inputs, columns, data.Weights is { } weights ? Array.ConvertAll(weights, Weight) : null);
    }

    private static double[] Values(Column column, ModelInput input)
    {
        double[] codes = FeatureBinding.Codes(column, input);
        if (input.Kind == InputKind.Category) return codes;
        int large = Array.FindIndex(codes, value => Math.Abs(value) > SlotLayout.Largest);
        if (large >= 0)
            throw new ModelException(string.Create(CultureInfo.InvariantCulture,
                $"feature '{input.Name}' is {codes[large]} in training row {large + 1}; Microsoft.ML takes numbers up to ")
                + "1E+38: scale the column, or leave it out");
        return Array.ConvertAll(codes, value => (double)(float)value);
    }

    private static float Weight(double weight)
    {
        float single = (float)weight;
        return float.IsFinite(single) && single > 0 ? single : throw new ModelException(string.Create(CultureInfo.InvariantCulture,
            $"the sample weight {weight} is too {(weight > 1 ? "large" : "small")} for Microsoft.ML, which keeps weights in ")
            + "single precision; scale the weights");
    }
}
