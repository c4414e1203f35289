using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Explain.Proxies;
using Gate.Metrics;
using Gate.Models;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Proxies;

/// <summary>The measured rows with the groups that columns may tell.</summary>
internal sealed class ProxyRows
{
    /// <summary>At most so many rows, evenly spaced: what takes a few seconds for a dozen columns.</summary>
    public const int MostRows = 5_000;

    private static readonly Metric Auc = MetricCatalogue.Find("roc_auc")!;

    private readonly RunContext run;
    private readonly Table features;
    private readonly double[]? weights;
    private readonly Dictionary<string, double[]> scores = new(StringComparer.Ordinal);
    private string? refused;

    public ProxyRows(RunContext run, IReadOnlyList<string> by)
    {
        this.run = run;
        Dataset data = run.Data;
        int[]? rows = EvenRows.Of(data.Test.RowCount, MostRows);
        IsThinned = rows is not null;
        Features = [.. run.Candidate.Model?.Features ?? data.Features];
        features = rows is null ? data.Test.Select(Features) : data.Test.Select(Features).Take(rows);
        weights = data.Truth.Weights is { } all && rows is not null ? Array.ConvertAll(rows, row => all[row]) : data.Truth.Weights;
        Grouping = Grouping.Create([.. by.Select(name => rows is null ? data.Sensitive[name]
            : (CategoryColumn)data.Sensitive[name].Take(rows))], [], rows?.Length ?? data.Test.RowCount);
    }

    /// <summary>The columns that the model reads; without a model those that the policy calls features.</summary>
    public string[] Features { get; }

    public Grouping Grouping { get; }

    public int Rows => Grouping.Codes.Length;

    public bool IsThinned { get; }

    /// <summary>Why nothing can be said of columns: there are none, the model does not read one, or they cannot be learned from. Makes
    /// their scores where it can.</summary>
    /// <param name="named">Columns that have to be there.</param>
    /// <param name="sets">Sets of columns.</param>
    public string? Problem(IReadOnlyList<string> named, IReadOnlyList<IReadOnlyList<string>> sets)
    {
        if (Features.Length == 0) return "there is no feature that could tell a group";
        if (Grouping.Groups.Count < 2) return "there is one group only, so there is nothing to tell";
        if (named.FirstOrDefault(name => !Features.Contains(name)) is { } unknown)
            return $"'{Shown.Of(unknown)}' is no column that the model reads{NearestName.Hint(unknown, Features)}";
        Prepare(sets);
        return refused;
    }

    /// <summary>Why each group cannot be told from the rest; null for those that can be looked at.</summary>
    public string?[] Excluded(EvidenceSpec floor)
    {
        int[] codes = Grouping.Codes, rows = [.. Enumerable.Range(0, codes.Length)];
        return [.. Enumerable.Range(0, Grouping.Groups.Count).Select(group =>
            EvidenceFloor.Shortfall(Array.FindAll(rows, row => codes[row] == group), weights, floor)
            ?? (EvidenceFloor.Shortfall(Array.FindAll(rows, row => codes[row] != group), weights, floor) is { } rest
                ? $"all other groups: {rest}" : null))];
    }

    public long[] Counts()
    {
        var counts = new long[Grouping.Groups.Count];
        foreach (int code in Grouping.Codes) counts[code]++;
        return counts;
    }

    /// <summary>Makes the scores of several sets of columns at once.</summary>
    private void Prepare(IReadOnlyList<IReadOnlyList<string>> sets)
    {
        IReadOnlyList<string>[] open = [.. sets.Where(set => !scores.ContainsKey(KeyOf(set))).DistinctBy(KeyOf)];
        if (open.Length == 0 || refused is not null) return;
        run.Progress.Begin("looking for proxies of sensitive columns");
        try
        {
            IReadOnlyList<double[]> made = ProxyScores.Of(features, open, Grouping.Codes, Grouping.Groups.Count, run.Inputs.Policy.Seed,
                run.Inputs.Threads, run.Cancel);
            foreach ((int i, IReadOnlyList<string> set) in open.Index()) scores[KeyOf(set)] = made[i];
        }
        catch (ModelException e)
        {
            refused = e.Message;
        }
    }

    /// <summary>How well a set of columns tells one group from all others.</summary>
    public Measurement Of(IReadOnlyList<string> set, int group, double confidence)
    {
        int groups = Grouping.Groups.Count;
        double[] all = scores[KeyOf(set)], own = new double[Rows];
        for (int row = 0; row < own.Length; row++) own[row] = all[row * groups + group];
        int[] labels = Array.ConvertAll(Grouping.Codes, code => code == group ? 1 : 0);
        var truth = Truth.OfClasses(TaskType.BinaryClassification, ["others", "group"], labels, weights);
        return MetricFrame.Gather(new Sample(truth, new ClassOutput(null, own)), Grouping.Create([], [], Rows),
            run.Frames, null, run.Cancel).Measure(Auc, confidence);
    }

    /// <summary>How well a set of columns tells the group that it tells best; of two groups, telling one is telling the other.</summary>
    public (Measurement Best, int? Group) Best(IReadOnlyList<string> set, string?[] excluded, double confidence)
    {
        int[] groups = [.. Enumerable.Range(0, excluded.Length).Where(group => excluded[group] is null)];
        if (groups.Length == 0) return (new(MetricValue.Missing("no group has enough rows to be told from the others"), null), null);
        if (groups.Select(group => Of(set, group, confidence)).FirstOrDefault(one => !one.Value.IsDefined) is { } undefined)
            return (undefined, null);
        (int best, Measurement found) = LargestOf.Of([.. groups.Select(group => (Func<double, Measurement>)(at => Of(set, group, at)))],
            Grouping.Groups.Count == 2 ? 1 : groups.Length, confidence);
        return (found, groups[best]);
    }

    private static string KeyOf(IReadOnlyList<string> set) => string.Join('\u001f', set.Order(StringComparer.Ordinal));
}
