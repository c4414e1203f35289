using Gate.Data;
using Gate.Explain.Dependence;
using Gate.Metrics;
using Gate.Models;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Dependence;

/// <summary>The candidate and the rows on which it is looked at when a column changes.</summary>
internal sealed class DependentModel
{
    /// <summary>At most so many rows, evenly spaced, unless the policy says otherwise.</summary>
    public const int MostRows = 1_000;

    private static readonly Metric Share = MetricCatalogue.Find("selection_rate")!;

    private readonly RunContext run;
    private readonly Dictionary<string, double[]> drawn = new(StringComparer.Ordinal);

    private DependentModel(RunContext run)
    {
        this.run = run;
        Model = run.Candidate.Model;
        Reason = Model is null ? "there are predictions and no model that could be asked"
            : Model.Features.Count == 0 || run.Data.Test.RowCount == 0 ? "there is no column or no row to look at" : null;
        if (Reason is not null) return;
        int[]? rows = EvenRows.Of(run.Data.Test.RowCount, run.Inputs.Policy.Explain?.MaxRows ?? MostRows);
        IsThinned = rows is not null && run.Inputs.Policy.Explain?.MaxRows is null;
        Rows = run.Data.Test.Select(Model!.Features);
        if (rows is not null) Rows = Rows.Take(rows);
    }

    /// <summary>The one of a run.</summary>
    public static DependentModel Of(RunContext run) => run.Once(run => new DependentModel(run));

    /// <summary>Why it cannot be asked; null where it can.</summary>
    public string? Reason { get; }

    public IModel? Model { get; }

    public Table Rows { get; } = new([]);

    public bool IsThinned { get; }

    public DependenceOptions Options => new(Threads: run.Inputs.Threads);

    /// <summary>The share of rows for which the score moves against a direction somewhere as one of the columns rises over the values that
    /// it has, all else as it is in the row.</summary>
    /// <param name="features">Numbers among the model's features.</param>
    /// <param name="direction">1 where the score must not fall, -1 where it must not rise.</param>
    /// <param name="output">The class whose score it is; 0 where the model gives one number.</param>
    /// <param name="confidence">Of the interval.</param>
    public Measurement Violations(IReadOnlyList<string> features, int direction, int output, double confidence)
    {
        if (Problem(features) is { } problem) return new(MetricValue.Missing(problem), null);
        int[] against = features.Select(feature => Against(feature, direction, output)).Aggregate((all, own) =>
            [.. all.Zip(own, Math.Max)]);
        var truth = Truth.OfClasses(TaskType.BinaryClassification, ["no", "yes"], new int[against.Length]);
        return MetricFrame.Gather(new Sample(truth, new ClassOutput(against, null)), Grouping.Create([], [], against.Length),
            run.Frames, null, run.Cancel).Measure(Share, confidence);
    }

    private string? Problem(IReadOnlyList<string> features)
    {
        if (Reason is not null) return Reason;
        if (features.FirstOrDefault(name => !Rows.TryGet(name, out _)) is { } unknown)
            return $"'{Shown.Of(unknown)}' is no column that the model reads{NearestName.Hint(unknown, Rows.Names)}";
        return features.FirstOrDefault(name => Rows[name] is not NumericColumn { Values: var values } || !values.Any(double.IsFinite))
            is { } category ? $"'{Shown.Of(category)}' holds no numbers, so nothing rises along it" : null;
    }

    /// <summary>1 for each row whose curve moves against the direction, else 0.</summary>
    private int[] Against(string feature, int direction, int output)
    {
        FeatureGrid grid = FeatureGrid.Quantiles(Rows[feature]);
        if (!drawn.TryGetValue(feature, out double[]? curves))
            drawn[feature] = curves = PartialDependence.Individual(Model!, Rows, grid, Options, run.Cancel);
        int outputs = curves.Length / (Rows.RowCount * grid.Count);
        double At(int row, int point) => curves[(row * grid.Count + point) * outputs + output];
        return [.. Enumerable.Range(0, Rows.RowCount).Select(row => Enumerable.Range(1, grid.Count - 1).Any(point =>
        {
            double before = At(row, point - 1), now = At(row, point);
            // Sums of trees in another order differ by rounding; that is no fall.
            return direction * (now - before) < -1e-9 * Math.Max(1, Math.Abs(before));
        }) ? 1 : 0)];
    }
}
