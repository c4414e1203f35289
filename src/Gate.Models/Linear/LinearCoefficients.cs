namespace Gate.Models.Linear;

/// <summary>The coefficients of a linear model, output after output.</summary>
/// <param name="Standardised">Of the encoded columns as training saw them.</param>
/// <param name="Raw">Of the encoded columns in the units of the data.</param>
/// <param name="Intercepts">One an output, in the units of the data.</param>
/// <param name="StandardisedIntercepts">One an output, for the encoded columns as training saw them.</param>
internal sealed record LinearCoefficients(double[] Standardised, double[] Raw, double[] Intercepts, double[] StandardisedIntercepts)
{
    /// <summary>Those of the parameters of an objective: output after output, the intercept last where there is one.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="stride">How many parameters an output has.</param>
    public static LinearCoefficients OfParameters(LinearEncoding encoding, double[] parameters, int stride)
    {
        int outputs = parameters.Length / stride, columns = encoding.Columns;
        var coefficients = new double[outputs * columns];
        var intercepts = new double[outputs];
        for (int k = 0; k < outputs; k++)
        {
            Array.Copy(parameters, k * stride, coefficients, k * columns, columns);
            if (stride > columns) intercepts[k] = parameters[k * stride + columns];
        }
        return OfEncoded(encoding, coefficients, intercepts);
    }

    /// <summary>Brings coefficients of encoded columns into the units of the data.</summary>
    public static LinearCoefficients OfEncoded(LinearEncoding encoding, double[] coefficients, double[] intercepts)
    {
        double[] raw = [.. coefficients], shifted = [.. intercepts];
        for (int k = 0; k < intercepts.Length; k++)
        {
            foreach (EncodedFeature feature in encoding.Encoded)
            {
                if (feature.Width == 0 || encoding.Schema[feature.Feature].Kind == InputKind.Category) continue;
                int at = k * encoding.Columns + feature.Offset;
                raw[at] /= feature.Scale;
                shifted[k] -= raw[at] * feature.Centre;
            }
        }
        return new(coefficients, raw, shifted, intercepts);
    }
}
