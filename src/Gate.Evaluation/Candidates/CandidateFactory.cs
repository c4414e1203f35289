using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>Makes a candidate or baseline in any of the policy's forms. A new form is one case here and one file.</summary>
internal static class CandidateFactory
{
    public static Candidate Create(ModelSpec spec, string role, RunInputs inputs, Dataset data, IRunProgress progress,
        CancellationToken cancel) => spec switch
    {
        TrainSpec train => TrainedCandidate.Create(train, role, inputs, data, progress, cancel),
        PredictionsSpec predictions => PredictedCandidate.Create(predictions, role, inputs, data, progress, cancel),
        _ => throw new NotSupportedException($"no candidate is made from {spec.GetType().Name}"),
    };

    /// <summary>The output of a model that gives a number or scores for each row. Classes are decided by the threshold.</summary>
    public static ModelOutput Output(TaskType task, double[] output, int classes, double threshold) => task == TaskType.Regression
        ? new NumberOutput(output) : new ClassOutput(Decide(task, output, classes, threshold), output);

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

    public static NamedText[] Named(IEnumerable<KeyValuePair<string, string>> pairs) =>
        [.. pairs.Select(pair => new NamedText(pair.Key, pair.Value))];
}
