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

    /// <summary>Explains the candidate of a run.</summary>
    public static ExplainedModel Of(RunContext run)
    {
        Dataset data = run.Data;
        if (run.Candidate.Explained is not { } model) return new(data, "there are predictions and no model that could be explained");
        if (model.Features.Count == 0 || data.Test.RowCount == 0) return new(data, "there is no column or no row to explain");
        run.Progress.Begin("explaining the model");
        ExplainSpec spec = run.Inputs.Policy.Explain ?? new(Seed: run.Inputs.Policy.Seed);
        Table source = (data.Train ?? data.Test).Select(model.Features);
        int[]? behind = EvenRows.Of(source.RowCount, spec.Background);
        Table background = behind is null ? source : source.Take(behind);
        var options = new ShapOptions(MethodOf(spec.Method), Seed: spec.Seed, Threads: run.Inputs.Threads) { Background = background };
        ShapChoice choice = Shap.Choose(model, options);
        int[]? rows = EvenRows.Of(data.Test.RowCount, spec.MaxRows ?? Budget(model, choice.Method, background.RowCount));
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

    /// <summary>Something of the named columns that the model reads; others have to be columns of the data at least.</summary>
    private Measurement Of(IReadOnlyList<string> features, Func<int[], Measurement> measure)
    {
        if (Reason is not null) return Missing(Reason);
        string[] known = [.. Values!.Features];
        int[] columns = Array.ConvertAll([.. features], name => Array.IndexOf(known, name));
        if (Array.IndexOf(columns, -1) is >= 0 and int first && features.FirstOrDefault(name => !known.Contains(name)
            && !Data.Test.TryGet(name, out _) && !Data.Roles.ContainsKey(name)) is { } unknown)
            return Missing($"neither the model nor the data has a column '{Shown.Of(unknown)}'"
                + NearestName.Hint(unknown, known.Concat(Data.Test.Names)));
        return measure([.. columns.Where(column => column >= 0)]);
    }

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
