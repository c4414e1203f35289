namespace Gate.Explain;

/// <summary>Whether base values and values add up to what the model says.</summary>
internal static class Additivity
{
    /// <summary>The largest distance.</summary>
    /// <param name="values">Rows × columns × outputs.</param>
    /// <param name="bases">The base value of each output.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="answers">Rows × outputs.</param>
    public static double Error(double[] values, IReadOnlyList<double> bases, int columns, ReadOnlySpan<double> answers)
    {
        double worst = 0;
        int outputs = bases.Count;
        for (int i = 0; i < answers.Length; i++)
        {
            (int row, int output) = (i / outputs, i % outputs);
            double sum = bases[output];
            for (int column = 0; column < columns; column++) sum += values[(row * columns + column) * outputs + output];
            // What is not a number is no small distance.
            double error = Math.Abs(sum - answers[i]);
            worst = error <= worst ? worst : error;
        }
        return worst;
    }
}
