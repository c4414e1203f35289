using Gate.Metrics;

namespace Gate.Bench.Coverage.References;

/// <summary>Weighted rows as the reference formulas read them: plain columns, nothing of the code under test.</summary>
/// <param name="Weights">One a row.</param>
/// <param name="Classes">The number of classes; 0 of a regression.</param>
/// <param name="Labels">True class codes.</param>
/// <param name="Predictions">Predicted class codes.</param>
/// <param name="Scores">Of two classes one a row, of several row-major.</param>
/// <param name="Targets">True numbers.</param>
/// <param name="Values">Predicted numbers.</param>
/// <param name="Lower">Lower ends of prediction intervals.</param>
/// <param name="Upper">Upper ends.</param>
internal sealed record WeightedRows(double[] Weights, int Classes, int[] Labels, int[] Predictions, double[] Scores, double[] Targets,
    double[] Values, double[] Lower, double[] Upper)
{
    public static WeightedRows Of(Sample sample)
    {
        var classes = sample.Output as ClassOutput;
        var numbers = sample.Output as NumberOutput;
        return new WeightedRows(sample.Truth.Weights!, sample.Truth.Classes.Count, sample.Truth.Labels ?? [], classes?.Codes ?? [],
            classes?.Scores ?? [], sample.Truth.Targets ?? [], numbers?.Values ?? [], numbers?.Ends?.Lower ?? [],
            numbers?.Ends?.Upper ?? []);
    }

    public int Count => Weights.Length;

    public double Total => Weights.Sum();

    /// <summary>The weighted mean of a number of each row.</summary>
    public double Mean(Func<int, double> term) => Sum(term) / Total;

    /// <summary>The weighted sum of a number of each row.</summary>
    public double Sum(Func<int, double> term)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++) sum += Weights[i] * term(i);
        return sum;
    }

    /// <summary>The weight of the rows for which something holds.</summary>
    public double Where(Func<int, bool> holds) => Sum(i => holds(i) ? 1 : 0);

    /// <summary>The score of one class of several.</summary>
    public double Score(int row, int k) => Scores[row * Classes + k];
}
