using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Explain;
using Gate.Explain.Choosing;
using Gate.Metrics;
using Gate.Models;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>The candidate as SHAP explains it, or why it cannot.</summary>
internal sealed class ExplainedModel
{
    // What takes a few seconds: a number of rows and not a time, so that the result is the same on every machine.
    private const int MostRows = 10_000, LeastRows = 20;
    private const double MostScoredRows = 10_000_000, MostMixtures = 300_000_000;

    private ExplainedModel(Dataset data, string? reason) => (Data, Reason) = (data, reason);

    /// <summary>The data.</summary>
    public Dataset Data { get; }

    /// <summary>Why there are no values; null where there are.</summary>
    public string? Reason { get; }

    public ShapChoice? Choice { get; private init; }

    public ShapValues? Values { get; private init; }

    public ColumnAttributions? Found { get; private init; }

    /// <summary>The explained ones of the test rows; null for all.</summary>
    public int[]? Rows { get; private init; }

    public int BackgroundRows { get; private init; }

    /// <summary>Explains other rows in the same way; null where there are no values.</summary>
    public Func<Table, CancellationToken, ShapValues>? Explainer { get; private init; }

    /// <summary>Explains other rows by the columns that a linear model makes of raw ones; null of other models.</summary>
    public Func<Table, CancellationToken, ShapValues?>? Engineer { get; private init; }

    /// <summary>Explains any number of rows block by block, likewise.</summary>
    public Action<Table, Action<int, ShapValues>, CancellationToken>? Streamer { get; private init; }

    /// <summary>Whether a row costs so little that any number of them can be explained.</summary>
    public bool IsCheap { get; private init; }

    /// <summary>Whether fewer rows were explained than there are, without the policy having said so.</summary>
    public bool IsThinned { get; private init; }

    /// <summary>What one column's values are measured in, as the result writes it: of a margin its own, of a score what the score
    /// is.</summary>
    public string Unit => Values!.Output == ExplainedOutput.Raw && Data.Task != TaskType.Regression ? "margin"
        : Data.Task == TaskType.Regression ? "label" : "share";

    /// <summary>The candidate of a run.</summary>
    public static ExplainedModel Of(RunContext run) =>
        Explain(run, run.Candidate, null, "there are predictions and no model that could be explained", "explaining the model");

    /// <summary>The baseline of a run on the rows that the candidate was explained on.</summary>
    public static ExplainedModel OfBaseline(RunContext run, ExplainedModel candidate) => Explain(run, run.Baseline!, candidate,
        "the baseline is predictions and no model that could be explained", "explaining the baseline");

    private static ExplainedModel Explain(RunContext run, Candidate candidate, ExplainedModel? alike, string without, string stage)
    {
        Dataset data = run.Data;
        if (candidate.Explained is not { } model) return new(data, without);
        if (model.Features.Count == 0 || data.Test.RowCount == 0) return new(data, "there is no column or no row to explain");
        run.Progress.Begin(stage);
        ExplainSpec spec = run.Inputs.Policy.Explain ?? new(Seed: run.Inputs.Policy.Seed);
        Table background = BackgroundOf(run, model.Features);
        var options = new ShapOptions(MethodOf(spec.Method), OutputOf(spec.Output), spec.Seed, run.Inputs.Threads)
        {
            Background = background,
            Threshold = candidate.Threshold,
            Progress = (done, all) => run.Progress.Count(done, all, "rows"),
        };
        // Trees that are there are held against the library once.
        model = Shap.Subject(model, options, run.Cancel);
        ShapChoice choice = Shap.Choose(model, options);
        int[]? rows = alike is { Reason: null } ? alike.Rows
            : StratifiedRows.Of(LabelsOf(data.Truth.Labels, data.Truth.Targets), spec.MaxRows
                ?? Budget(model, choice.Method, options), spec.Seed);
        Table explained = data.Test.Select(model.Features);
        ShapValues values = Shap.Explain(model, rows is null ? explained : explained.Take(rows), options, run.Cancel);
        return new(data, null)
        {
            Choice = choice, Values = values, Found = new(values), Rows = rows, BackgroundRows = background.RowCount,
            IsThinned = rows is not null && spec.MaxRows is null,
            Explainer = (other, cancel) => Shap.Explain(model, other.Select(model.Features), options, cancel),
            Engineer = (other, cancel) => Shap.Engineered(model, other.Select(model.Features), options, cancel),
            Streamer = (other, take, cancel) => Shap.Stream(model, other, options, take, cancel),
            IsCheap = Shap.Coalitions(model, choice.Method) == 0 && Shap.Mixtures(model, options.Output) == 0,
        };
    }

    /// <summary>The rows that stand in for columns that are not known: training rows where there are such, with the same shares of each
    /// class.</summary>
    /// <param name="run">The run.</param>
    /// <param name="features">The columns that a model reads.</param>
    public static Table BackgroundOf(RunContext run, IReadOnlyList<string> features)
    {
        Dataset data = run.Data;
        ExplainSpec spec = run.Inputs.Policy.Explain ?? new(Seed: run.Inputs.Policy.Seed);
        double[] labels = data.Train is null ? LabelsOf(data.Truth.Labels, data.Truth.Targets)
            : LabelsOf(data.TrainLabels?.Codes, data.TrainLabels?.Values);
        Table source = (data.Train ?? data.Test).Select(features);
        return (labels.Length == source.RowCount ? StratifiedRows.Of(labels, spec.Background, spec.Seed)
            : EvenRows.Of(source.RowCount, spec.Background)) is { } some ? source.Take(some) : source;
    }

    private static double[] LabelsOf(int[]? codes, double[]? values) => values ?? [.. (codes ?? []).Select(code => (double)code)];

    public Measurement Share(IReadOnlyList<string> features, double confidence) => Of(features, columns => columns.Length == 0
        ? new(MetricValue.Of(0), null) { IsCertain = true } : Found!.Share(columns, confidence));

    /// <summary>The best place of columns; what the model does not read comes after all that it does, for certain.</summary>
    public Measurement Rank(IReadOnlyList<string> features, double confidence) => Of(features, columns => columns.Length == 0
        ? new(MetricValue.Of(Values!.Features.Count + 1), null) { IsCertain = true } : Found!.Rank(columns, confidence));

    public Measurement AdditivityError => Reason is null ? new(MetricValue.Of(Values!.AdditivityError), null) : Missing(Reason);

    /// <summary>Why nothing can be said of the named columns: there are no values, or neither the model nor the data knows one of them;
    /// null where they are known.</summary>
    public string? UnknownOf(IReadOnlyList<string> features) => Reason ?? (features.FirstOrDefault(name =>
        !Values!.Features.Contains(name) && !Data.Test.TryGet(name, out _) && !Data.Roles.ContainsKey(name)) is { } unknown
        ? $"neither the model nor the data has a column '{Shown.Of(unknown)}'"
            + NearestName.Hint(unknown, Values!.Features.Concat(Data.Test.Names)) : null);

    /// <summary>The named columns that the model reads, by index.</summary>
    public int[] ColumnsOf(IReadOnlyList<string> features)
    {
        string[] known = [.. Values!.Features];
        return [.. features.Select(name => Array.IndexOf(known, name)).Where(column => column >= 0)];
    }

    private Measurement Of(IReadOnlyList<string> features, Func<int[], Measurement> measure) =>
        UnknownOf(features) is { } reason ? Missing(reason) : measure(ColumnsOf(features));

    private static Measurement Missing(string reason) => new(MetricValue.Missing(reason), null);

    private static ShapMethod MethodOf(ExplainMethod method) => method switch
    {
        ExplainMethod.TreeShap => ShapMethod.Tree,
        ExplainMethod.LinearShap => ShapMethod.Linear,
        ExplainMethod.ExactShap => ShapMethod.Exact,
        ExplainMethod.PermutationShap => ShapMethod.Permutation,
        ExplainMethod.KernelShap => ShapMethod.Kernel,
        _ => ShapMethod.Auto,
    };

    private static ExplainedOutput OutputOf(ExplainOutput output) => output switch
    {
        ExplainOutput.Probability => ExplainedOutput.Probability,
        ExplainOutput.Decision => ExplainedOutput.Decision,
        _ => ExplainedOutput.Raw,
    };

    /// <summary>How many rows the budget allows: where the model is called, each scores many coalitions with all of the background; where a
    /// score is shared out exactly, each is mixed with all of it.</summary>
    private static int Budget(IModel model, ShapMethod method, ShapOptions options)
    {
        int background = options.Background.RowCount;
        int Of(double rows) => (int)Math.Clamp(rows / background, LeastRows, MostRows);
        double coalitions = Shap.Coalitions(model, method);
        double mixtures = Shap.Mixtures(model, options.Output);
        return coalitions > 0 ? Of(MostScoredRows / coalitions) : mixtures > 0 ? Of(MostMixtures / mixtures) : MostRows;
    }
}
