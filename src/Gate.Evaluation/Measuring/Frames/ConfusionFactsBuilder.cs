using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Rows by true and predicted class, overall and by group, and how well each class is predicted.</summary>
internal static class ConfusionFactsBuilder
{
    // Matrices of many classes by group are more than anybody reads.
    private const int MostClassesByGroup = 10;

    /// <summary>The matrices; null for regression and where there are many classes.</summary>
    public static ConfusionFacts? Build(Candidate candidate, FrameCache frames, PolicyDocument policy)
    {
        if (Codes(candidate) is not { } codes) return null;
        IEnumerable<GroupConfusions> groups = codes.Classes.Count > MostClassesByGroup ? [] : ShownGroups
            .Of(frames, policy, (label, rows) => new GroupConfusion(label, rows.Length, Counts(codes, rows)))
            .Select(shown => new GroupConfusions(shown.By, shown.Groups));
        return new([.. codes.Classes], Counts(codes, Enumerable.Range(0, codes.Labels.Length))) { Groups = [.. groups] };
    }

    /// <summary>Each class against all others, from the same counts as the metrics; null where there is no matrix.</summary>
    public static ClassReport? PerClass(Candidate candidate)
    {
        if (Codes(candidate) is not { } codes) return null;
        MetricFrame frame = Frame(codes, candidate.Sample.Truth.Weights);
        long[][] counts = Counts(codes, Enumerable.Range(0, codes.Labels.Length));
        Metric Of(string name) => MetricCatalogue.Find(name)!;
        ClassFact Fact(string name, int k)
        {
            Metric Against(string metric) => Of(metric).OneVsRest(k, name)!;
            return new(name, counts[k].Sum(), counts.Sum(row => row[k]), frame.Measure(Against("precision")).ToFact(),
                frame.Measure(Against("recall")).ToFact(), new Measurement(frame.Estimate(Against("f1")), null).ToFact());
        }
        ClassAverage Average(string how)
        {
            double? Mean(string metric) => frame.Estimate(Of($"{metric}_{how}")).NumberOrNull;
            return new(how, Mean("precision"), Mean("recall"), Mean("f1"));
        }
        return new([.. codes.Classes.Select(Fact)], [Average("macro"), Average("weighted")]);
    }

    private sealed record ClassCodes(IReadOnlyList<string> Classes, int[] Labels, int[] Predictions);

    private static ClassCodes? Codes(Candidate candidate) => candidate.Sample is
        { Truth: { Labels: { } labels, Classes: { Count: <= MetricFacts.MostClasses } classes }, Output: ClassOutput { Codes: { } said } }
        ? new(classes, labels, said) : null;

    private static long[][] Counts(ClassCodes codes, IEnumerable<int> rows)
    {
        long[][] counts = [.. codes.Classes.Select(_ => new long[codes.Classes.Count])];
        foreach (int row in rows) counts[codes.Labels[row]][codes.Predictions[row]]++;
        return counts;
    }

    /// <summary>The counts as those of many classes, so that each of two can be asked for as well.</summary>
    private static MetricFrame Frame(ClassCodes codes, double[]? weights)
    {
        int classes = codes.Classes.Count;
        var sums = new Cell[classes * classes];
        for (int row = 0; row < codes.Labels.Length; row++)
        {
            double weight = weights?[row] ?? 1;
            ref Cell own = ref sums[codes.Labels[row] * classes + codes.Predictions[row]];
            own = new(0, codes.Labels[row], codes.Predictions[row], 0, own.Count + 1, own.Weight + weight, own.Square + (weight * weight));
        }
        Cell[] cells = [.. sums.Where(cell => cell.Count > 0)];
        return MetricFrame.Of(new(TaskType.MulticlassClassification, codes.Classes, cells), Grouping.Of([], [], [[]], [new([], 0)]), new());
    }
}
