using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;

namespace Gate.Evaluation.Measuring.Surrogates;

/// <summary>A surrogate with its fidelity, overall and by group, as the result tells it.</summary>
internal static class SurrogateFactsBuilder
{
    private static readonly Metric R2 = MetricCatalogue.Find("r2")!;

    public static SurrogateFacts Build(SurrogateModel model, RunContext run,
        Func<IReadOnlyList<string>, (Grouping Grouping, MetricFrame Frame)> frameOf)
    {
        MetricFrame all = frameOf([]).Frame;
        Measurement found = all.Measure(R2);
        return new(SurrogateModel.Depth, model.LearnedRows, all.Overall.Count, found.Value.NumberOrNull, found.Interval.ToFact(),
            GroupsOf(run, frameOf), Node(model.Tree!, 0, "all rows"));
    }

    /// <summary>The fidelity of the tree of one class.</summary>
    public static ClassSurrogateFacts OfClass(string name, SurrogateModel model, MetricFrame all)
    {
        Measurement found = all.Measure(R2);
        return new(name, model.LearnedRows, found.Value.NumberOrNull, found.Interval.ToFact());
    }

    /// <summary>The fidelity of a surrogate of another kind.</summary>
    public static OtherSurrogateFacts Other(SurrogateKind kind, RunContext run,
        Func<IReadOnlyList<string>, (Grouping Grouping, MetricFrame Frame)> frameOf)
    {
        Measurement found = frameOf([]).Frame.Measure(R2);
        return new(kind.Metric, kind.Named, found.Value.NumberOrNull, found.Interval.ToFact(), GroupsOf(run, frameOf));
    }

    private static List<SurrogateGroupFact> GroupsOf(RunContext run,
        Func<IReadOnlyList<string>, (Grouping Grouping, MetricFrame Frame)> frameOf)
    {
        var groups = new List<SurrogateGroupFact>();
        foreach (string by in run.Data.Sensitive.Keys)
        {
            (Grouping grouping, MetricFrame frame) = frameOf([by]);
            IReadOnlyList<Measurement> measured = frame.MeasureGroups(R2);
            groups.AddRange(Enumerable.Range(0, measured.Count)
                .Where(g => EvidenceFloor.Shortfall(frame.Groups[g], R2.Needs, run.Inputs.Policy.Evidence) is null)
                .Select(g => new SurrogateGroupFact(by, GroupEvidence.Label(grouping.Groups[g]), frame.Groups[g].Count,
                    measured[g].Value.NumberOrNull, measured[g].Interval.ToFact())));
        }
        return groups;
    }

    private static SurrogateNodeFact Node(ITreeModel model, int node, string text)
    {
        FlatTree tree = model.Trees[0];
        SurrogateNodeFact Of(params SurrogateNodeFact[] children) => new(text, (long)tree.Weight[node], tree.Values[node], children);
        if (tree.Left[node] < 0) return Of();
        ModelInput input = model.Inputs[tree.Feature[node]];
        string threshold = NumberText.Estimate(tree.Threshold[node]);
        string Missing(bool left) => input.HasMissing && tree.MissingLeft[node] == left ? " or missing" : "";
        (string left, string right) = tree.Level[node] is >= 0 and int level
            ? ($"{input.Name} ≠ {input.LevelName(level)}", $"{input.Name} = {input.LevelName(level)}")
            : ($"{input.Name} ≤ {threshold}{Missing(true)}", $"{input.Name} > {threshold}{Missing(false)}");
        return Of(Node(model, tree.Left[node], left), Node(model, tree.Right[node], right));
    }
}
