using Gate.Data;
using Gate.Metrics;
using Gate.Models;

namespace Gate.Evaluation.Candidates;

/// <summary>From the numbers that a model gives to what metrics read.</summary>
internal static class ModelOutputs
{
    /// <summary>The output of a model that gives a number or scores for each row. Classes are decided by the threshold.</summary>
    public static ModelOutput Of(TaskType task, double[] output, int classes, double threshold) => task == TaskType.Regression
        ? new NumberOutput(output) : new ClassOutput(Decide(task, output, classes, threshold), output);

    /// <summary>Holds that a model gave numbers.</summary>
    /// <param name="output">What it gave, the same number of values for each row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="what">What a row is called.</param>
    /// <param name="before">How many rows stand before the first.</param>
    /// <exception cref="ModelException">A value is infinite or no number; the message has its row.</exception>
    public static void RequireFinite(double[] output, int rows, string what = "test row", long before = 0)
    {
        int bad = Array.FindIndex(output, value => !double.IsFinite(value));
        if (bad >= 0)
            throw new ModelException(FormattableString.Invariant(
                $"the model's output is not finite in {what} {before + (bad / Math.Max(1, output.Length / rows)) + 1}"));
    }

    /// <summary>Class codes from scores: binary by the threshold (a score equal to it is positive), multiclass by the largest score (the
    /// first of equals).</summary>
    public static int[] Decide(TaskType task, double[] scores, int classes, double threshold)
    {
        if (task == TaskType.BinaryClassification) return Array.ConvertAll(scores, score => score >= threshold ? 1 : 0);
        var codes = new int[scores.Length / classes];
        for (int row = 0; row < codes.Length; row++)
        {
            ReadOnlySpan<double> mine = scores.AsSpan(row * classes, classes);
            int best = 0;
            for (int c = 1; c < classes; c++) if (mine[c] > mine[best]) best = c;
            codes[row] = best;
        }
        return codes;
    }
}
