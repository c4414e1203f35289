using Gate.Data;
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
    private const double MostScoredRows = 10_000_000;

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

    /// <summary>Whether fewer rows were explained than there are, without the policy having said so.</summary>
    public bool IsThinned { get; private init; }

    /// <summary>What one column's values are measured in, as the result writes it: of a margin its own, of a score what the score
    /// is.</summary>
    public string Unit => Values!.Output == ExplainedOutput.Raw && Data.Task != TaskType.Regression ? "margin"
        : Data.Task == TaskType.Regression ? "label" : "share";

    /// <summary>The candidate of a run.</summary>
    public static ExplainedModel Of(RunContext run) =>
        Explain(run, run.Candidate.Explained, null, "there are predictions and no model that could be explained", "explaining the model");

    /// <summary>The baseline of a run on the rows that the candidate was explained on.</summary>
    public static ExplainedModel OfBaseline(RunContext run, ExplainedModel candidate) => Explain(run, run.Baseline!.Explained, candidate,
        "the baseline is predictions and no model that could be explained", "explaining the baseline");

    private static ExplainedModel Explain(RunContext run, IModel? candidate, ExplainedModel? alike, string without, string stage)
    {
        Dataset data = run.Data;
        if (candidate is not { } model) return new(data, without);
        if (model.Features.Count == 0 || data.Test.RowCount == 0) return new(data, "there is no column or no row to explain");
        run.Progress.Begin(stage);
        ExplainSpec spec = run.Inputs.Policy.Explain ?? new(Seed: run.Inputs.Policy.Seed);
        Table source = (data.Train ?? data.Test).Select(model.Features);
        int[]? behind = EvenRows.Of(source.RowCount, spec.Background);
        Table background = behind is null ? source : source.Take(behind);
        var options = new ShapOptions(MethodOf(spec.Method), Seed: spec.Seed, Threads: run.Inputs.Threads) { Background = background };
        ShapChoice choice = Shap.Choose(model, options);
        int[]? rows = alike is { Reason: null } ? alike.Rows
            : EvenRows.Of(data.Test.RowCount, spec.MaxRows ?? Budget(model, choice.Method, background.RowCount));
        Table explained = data.Test.Select(model.Features);
        ShapValues values = Shap.Explain(model, rows is null ? explained : explained.Take(rows), options, run.Cancel);
        return new(data, null)
        {
            Choice = choice, Values = values, Found = new(values), Rows = rows, BackgroundRows = background.RowCount,
            IsThinned = rows is not null && spec.MaxRows is null,
        };
    }

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

    /// <summary>How many rows the budget allows: where the model is called, each scores many coalitions with all of the
    /// background.</summary>
    private static int Budget(IModel model, ShapMethod method, int background)
    {
        double coalitions = Shap.Coalitions(model, method);
        return coalitions == 0 ? MostRows : (int)Math.Clamp(MostScoredRows / coalitions / background, LeastRows, MostRows);
    }
}
