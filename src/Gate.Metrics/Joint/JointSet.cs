using Gate.Metrics.Kinds;

namespace Gate.Metrics.Joint;

/// <summary>Questions of which the one farthest from 0 decides: those of one control level, or those of a stratified metric.</summary>
internal sealed class JointSet
{
    // Of two groups each is the other's rest: their values differ in sign alone, and rounding must not choose the sign.
    private const double Rounding = 1e-9;

    private readonly JointMetric metric;
    private readonly int classes;

    public JointSet(JointMetric metric, JointQuestion[] questions, string? undefined, double[] cells, int classes, Func<int, string> name)
    {
        (this.metric, this.classes, Questions) = (metric, classes, questions);
        IsAnswerable = undefined is null;
        if (undefined is not null)
        {
            Value = MetricValue.Missing(undefined);
            return;
        }
        MetricValue[] answers = Answers = Array.ConvertAll(questions, question => question.Answer(metric, cells, classes));
        int missing = Array.FindIndex(answers, answer => !answer.IsDefined);
        for (int q = 1; missing < 0 && q < answers.Length; q++)
            if (Math.Abs(answers[q].Number) > Math.Abs(answers[DecidingIndex].Number) * (1 + Rounding)) DecidingIndex = q;
        if (missing >= 0) DecidingIndex = missing;
        if (metric is FacetMetric { IsStratified: true } facet)
            Strata = [.. Enumerable.Range(0, Deciding.Strata.Length).Select(s => Deciding.AnswerIn(s, facet, cells, classes))];
        Value = missing < 0 ? answers[DecidingIndex]
            : questions[missing].Group is int group
            ? MetricValue.Missing($"{metric.Name} of {name(group)} is undefined: {answers[missing].Undefined}")
            : answers[missing];
    }

    public JointQuestion[] Questions { get; }

    /// <summary>The answer to each question.</summary>
    public MetricValue[] Answers { get; } = [];

    /// <summary>Whether enough groups take part.</summary>
    public bool IsAnswerable { get; }

    /// <summary>The answer that is farthest from 0, or why there is none.</summary>
    public MetricValue Value { get; }

    /// <summary>Which question it answers (of an undefined value, the first without an answer).</summary>
    public int DecidingIndex { get; }

    public JointQuestion Deciding => Questions[DecidingIndex];

    /// <summary>Of a stratified metric, the deciding group's value in each of its strata.</summary>
    public MetricValue[] Strata { get; } = [];

    /// <summary>How many numbers <see cref="Fill"/> writes: an answer a question, then the strata of the deciding one.</summary>
    public int Numbers => Questions.Length + Strata.Length;

    /// <summary>The replicates of those numbers, once drawn.</summary>
    public double[][]? Drawn { get; set; }

    /// <summary>How many different answers could have been the farthest; a group against another and that one against it are one.</summary>
    public int Looks =>
        Questions.Select(question => question.Strata[0] is { Others: [int other], Group: var own and >= 0 }
        ? (Math.Min(own, other), Math.Max(own, other)) : (question.Strata[0].Group, -1)).Distinct().Count();

    /// <summary>Answers everything from the cells of a replicate; NaN where undefined.</summary>
    public void Fill(ReadOnlySpan<double> cells, Span<double> numbers)
    {
        for (int q = 0; q < Questions.Length; q++) numbers[q] = Questions[q].Answer(metric, cells, classes).NumberOrNull ?? double.NaN;
        for (int s = 0; s < Strata.Length; s++)
            numbers[Questions.Length + s] = Deciding.AnswerIn(s, (FacetMetric)metric, cells, classes).NumberOrNull ?? double.NaN;
    }

    /// <summary>The distance from 0 of the farthest answer in each replicate.</summary>
    public double[] Magnitudes(double[][] replicates) => Farthest(replicates[..Questions.Length]);

    /// <summary>The largest magnitude of several numbers, replicate by replicate; NaN where one is undefined.</summary>
    public static double[] Farthest(double[][] numbers)
    {
        double[] farthest = Array.ConvertAll(numbers[0], Math.Abs);
        foreach (double[] own in numbers.AsSpan(1))
            for (int r = 0; r < farthest.Length; r++) farthest[r] = Math.Max(farthest[r], Math.Abs(own[r]));
        return farthest;
    }
}
