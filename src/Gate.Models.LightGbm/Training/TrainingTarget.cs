using System.Globalization;
using Gate.Models.LightGbm.Parameters;
using Gate.Models.Training;

namespace Gate.Models.LightGbm.Training;

/// <summary>Labels and weights of the training rows, in single precision as LightGBM keeps them.</summary>
/// <param name="Labels">The number of the class among those that training has, or the value.</param>
/// <param name="Weights">The weights that are measured by; null where all rows count the same.</param>
/// <param name="ClassWeights">What the weights of the rows of each class are multiplied by in training; null for 1.</param>
/// <param name="Codes">The task's code of each class that training has; empty for regression.</param>
internal sealed record TrainingTarget(float[] Labels, float[]? Weights, double[]? ClassWeights, int[] Codes)
{
    /// <summary>The target of checked data.</summary>
    /// <exception cref="ModelException">A value cannot be a label of the objective.</exception>
    /// <exception cref="ParameterException">A weight is given for a class that there is not.</exception>
    public static TrainingTarget Of(TrainingData data, Objective objective, BoostingOptions options)
    {
        float[]? weights = data.Weights is null ? null : Array.ConvertAll(data.Weights, Weight);
        if (data.Targets is { } targets)
        {
            if (options.Has("class_weight") && (options.ClassWeights is not null || options.BalancedClasses))
                throw new ParameterException("class_weight", "class_weight is for classes; for a regression weigh rows by data.weight");
            return new([.. targets.Select((value, row) => Value(value, row, objective))], weights, null, []);
        }
        int[] codes = TrainingChecks.PresentClasses(data);
        float[] labels = Array.ConvertAll(data.Labels!, label => (float)Array.BinarySearch(codes, label));
        return new(labels, weights, ByClass(data, codes, options), codes);
    }

    /// <summary>The weights that some rows are trained or measured by; null where all count the same.</summary>
    public float[]? WeightsOf(int[] rows, bool isTraining)
    {
        if (ClassWeights is null || !isTraining) return Weights is null ? null : Array.ConvertAll(rows, row => Weights[row]);
        return Array.ConvertAll(rows, row => (float)((Weights?[row] ?? 1) * ClassWeights[(int)Labels[row]]));
    }

    private static double[]? ByClass(TrainingData data, int[] codes, BoostingOptions options)
    {
        if (options.ClassWeights is { } named)
        {
            if (named.Keys.FirstOrDefault(name => !data.Classes.Contains(name)) is { } unknown)
                throw new ParameterException("class_weight", $"the label does not have the class '{unknown}'");
            return Array.ConvertAll(codes, code => named.GetValueOrDefault(data.Classes[code], 1));
        }
        if (!options.BalancedClasses) return null;
        // As scikit-learn's "balanced": the weight of all rows, divided by that of the class and the number of classes.
        var sums = new double[codes.Length];
        for (int row = 0; row < data.Labels!.Length; row++) sums[Array.BinarySearch(codes, data.Labels[row])] += data.Weights?[row] ?? 1;
        return Array.ConvertAll(sums, sum => sums.Sum() / (sum * sums.Length));
    }

    private static float Weight(double weight)
    {
        float single = (float)weight;
        if (float.IsFinite(single) && single > 0) return single;
        throw new ModelException(string.Create(CultureInfo.InvariantCulture, $"the sample weight {weight} is too "
            + $"{(weight > 1 ? "large" : "small")} for LightGBM, which keeps weights in single precision; scale the weights"));
    }

    private static float Value(double value, int row, Objective objective)
    {
        bool fits = objective.Target switch
        {
            TargetRange.NotNegative => value >= 0,
            TargetRange.Positive => value > 0,
            _ => true,
        };
        if (fits && float.IsFinite((float)value)) return (float)value;
        string expected = fits ? "LightGBM keeps labels in single precision" : $"the objective '{objective.Name}' takes "
            + (objective.Target == TargetRange.Positive ? "numbers above 0" : "0 and numbers above it");
        throw new ModelException(string.Create(CultureInfo.InvariantCulture,
            $"the label is {value} in training row {row + 1}, but {expected}"));
    }
}
