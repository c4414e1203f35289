using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Surrogates;

/// <summary>How well a surrogate says what the candidate says: for conditions, overall and by group, and in the report where the policy
/// explains by SHAP or a condition asks.</summary>
internal sealed class SurrogateSource : IEvidenceSource
{
    private const string Depth = "max_depth";

    // Each class of the report has a tree of its own to learn.
    private const int MostClasses = 12;

    private static readonly Metric R2 = MetricCatalogue.Find("r2")!;

    public IReadOnlyList<MetricWord> Words { get; } = [.. SurrogateKind.All.Select(kind => new MetricWord(kind.Metric, [],
        $"How well {kind.Named} that was taught by the candidate says what the candidate says, on rows that it has not learned from: the "
            + "coefficient of determination (r2) of their scores, of a regression of their predictions. Of several classes each has one of "
            + "its own, and it is that of the named class, or of the worst.",
        Enum.GetValues<PolicyTask>(), IsDisparity: false, HigherIsBetter: true, double.NegativeInfinity, 1)
    {
        ServesClasses = true,
        Parameters = kind != SurrogateKind.Tree ? []
            : [new(Depth, "integer", SurrogateModel.Depth, "How many questions the tree asks in a row at the most.", 1, 12, null, false)],
    })];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        if (condition.Class is { } named) return OfOutput(condition, run, Labels.IndexOf(run.Candidate.Model?.Classes ?? [], named));
        (string Name, int Output)[] classes = Classes(run);
        return classes.Length < 2 ? OfOutput(condition, run, 0)
            : WorstClass.Of(condition, [.. classes.Select(one => OfOutput(condition, run, one.Output))],
                [.. classes.Select(one => one.Name)], condition.Metric, isLargest: condition.Compare == CompareSpec.Difference);
    }

    /// <summary>The classes that training had; of others the model says the same of all rows. None where the model gives one
    /// number.</summary>
    private static (string Name, int Output)[] Classes(RunContext run) =>
        run.Candidate.Model is not { Task: TaskType.MulticlassClassification } model || run.Data.TrainLabels?.Codes is not { } codes ? []
        : [.. model.Classes.Select((name, output) => (name, output)).Where(one => codes.Contains(one.output))];

    private static Evidence OfOutput(ConditionSpec condition, RunContext run, int output)
    {
        int depth = (int)condition.Parameters.GetValueOrDefault(Depth, SurrogateModel.Depth);
        string name = condition.Metric;
        SurrogateModel model = Of(run, SurrogateKind.Of(name), depth, output);
        string? problem = model.Reason ?? (condition.Compare == CompareSpec.Each
            ? "each compares with the baseline, and a surrogate is the candidate's own; compare by group_min" : null);
        int[]? rows = condition.Where is null ? null : run.Data.Slices[condition.Where];
        if (problem is null && rows is { Length: 0 }) problem = "no measured row is in the slice";
        if (problem is not null)
            return new() { Name = name, Unit = name, Subject = name, Parts = Evidence.Undefined(condition, problem), Rows = 0 };

        (Grouping grouping, MetricFrame frame) = Frame(model, run, condition.By, condition.Control, rows);
        Measurement Missing(RegressionScale scale, double confidence) =>
            new(MetricValue.Missing("a surrogate is the candidate's own; there is nothing to compare"), null);
        ConditionSpec alone = condition with { MaxRegression = null, MaxRelativeRegression = null };
        FrameEvidence found = condition.Compare is { } compare
            ? GroupEvidence.Measure(alone, name, ComparisonWords.Completed(new($"{name}_{ComparisonWords.Word(compare)}",
                ComparisonWords.Kind(compare), [R2]), condition), grouping, frame, new(frame.Overall, frame.Groups)) with
            {
                GroupMetric = name,
            }
            : new()
            {
                Name = name, Unit = name, Rows = frame.Overall.Count,
                Parts = EvidencePart.Of(alone, confidence => Floored(frame, condition, confidence), Missing),
            };
        return found.Told(condition) with
        {
            Brief = null,
            Parts = [.. found.Parts, .. EvidencePart.Regressions(condition, Missing)],
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{condition.Metric} is measured when the model is there";

    public GateResult Report(GateResult result, RunContext run)
    {
        if (!run.IsAsked(Words)) return result;
        (string Name, int Output)[] classes = [.. Classes(run).Take(MostClasses)];
        ClassSurrogateFacts[] each = [.. classes.Select(one => Of(run, SurrogateKind.Tree, SurrogateModel.Depth, one.Output) is
            { Reason: null } model ? SurrogateFactsBuilder.OfClass(one.Name, model, Frame(model, run, [], [], null).Frame) : null)
            .OfType<ClassSurrogateFacts>()];
        // The one that needs looking at most: what it says is farthest from what the model says.
        ClassSurrogateFacts? worst = each.MinBy(one => one.Fidelity ?? double.NegativeInfinity);
        int output = worst is null ? 0 : classes.First(one => one.Name == worst.Class).Output;
        if (Of(run, SurrogateKind.Tree, SurrogateModel.Depth, output) is not { Reason: null } shown) return result;
        SurrogateFacts facts = SurrogateFactsBuilder.Build(shown, run, by => Frame(shown, run, by, [], null));
        return result with { Surrogate = facts with { Others = [.. Others(run, output)], Class = worst?.Class, Classes = each } };
    }

    /// <summary>A linear surrogate costs little; one by LightGBM, which is native code, is taught only where a condition asks.</summary>
    private static IEnumerable<OtherSurrogateFacts> Others(RunContext run, int output)
    {
        foreach (SurrogateKind kind in SurrogateKind.All.Where(kind => kind == SurrogateKind.Linear
            || (kind != SurrogateKind.Tree && run.Inputs.Policy.Conditions.Any(condition => condition.Metric == kind.Metric))))
            if (Of(run, kind, SurrogateModel.Depth, output) is { Reason: null } other)
                yield return SurrogateFactsBuilder.Other(kind, run, by => Frame(other, run, by, [], null));
    }

    private static Measurement Floored(MetricFrame frame, ConditionSpec condition, double confidence) =>
        EvidenceFloor.Shortfall(frame.Overall, R2.Needs, condition.Evidence) is { } shortfall
            ? new(MetricValue.Missing($"too little evidence: {shortfall}"), null) : frame.Measure(R2, confidence);

    private static (Grouping Grouping, MetricFrame Frame) Frame(SurrogateModel model, RunContext run, IReadOnlyList<string> by,
        IReadOnlyList<string> control, int[]? rows)
    {
        CategoryColumn Column(CategoryColumn column) => rows is null ? column : (CategoryColumn)column.Take(rows);
        Grouping grouping = Grouping.Create([.. by.Select(name => Column(run.Data.Sensitive[name]))],
            [.. control.Select(name => Column(run.Data.Control(name)))], rows?.Length ?? model.Sample!.Rows);
        return (grouping, MetricFrame.Gather(rows is null ? model.Sample! : model.Sample!.Take(rows), grouping,
            run.Frames, null, run.Cancel));
    }

    private static SurrogateModel Of(RunContext run, SurrogateKind kind, int depth, int output)
    {
        Dictionary<(SurrogateKind, int, int), SurrogateModel> made = run.Once(_ => new Made()).ByKind;
        if (!made.TryGetValue((kind, depth, output), out SurrogateModel? model))
            made[(kind, depth, output)] = model = SurrogateModel.Of(run, kind, depth, output);
        return model;
    }

    private sealed class Made
    {
        public Dictionary<(SurrogateKind, int, int), SurrogateModel> ByKind { get; } = [];
    }
}
