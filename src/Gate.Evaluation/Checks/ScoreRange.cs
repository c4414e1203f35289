using Gate.Evaluation.Results;

namespace Gate.Evaluation.Checks;

/// <summary>Where scores lie.</summary>
internal sealed class ScoreRange
{
    private readonly double[] scores;

    private ScoreRange(double[] scores) => (this.scores, Low, High) = (scores, scores.Min(), scores.Max());

    public double Low { get; }

    public double High { get; }

    /// <summary>In words, after their name: <c>lie from 3 to 97.5</c>.</summary>
    public string Text => $"lie from {NumberText.Bound(Math.Round(Low, 3))} to {NumberText.Exact(Math.Round(High, 3))}";

    public static ScoreRange Of(double[] scores) => new(scores);

    public bool Within(double low, double high) => Low >= low && High <= high;

    /// <summary>How many are selected by a threshold.</summary>
    public int AtLeast(double threshold) => scores.Count(score => score >= threshold);
}
