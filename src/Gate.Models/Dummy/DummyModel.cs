using Gate.Data;
using Gate.Models.Serialization;

namespace Gate.Models.Dummy;

/// <summary>The same prediction for every row: a tree of one leaf.</summary>
internal sealed class DummyModel : ITreeModel, IDigestedModel, IUsesFeatures
{
    private readonly double[] value;

    public DummyModel(TaskType task, IReadOnlyList<string> classes, IReadOnlyList<ModelInput> inputs, double[] value, string strategy)
    {
        (Task, Classes, Inputs, this.value) = (task, [.. classes], inputs, value);
        Features = [.. inputs.Select(input => input.Name)];
        Facts = [new("strategy", strategy)];
        CanonicalBytes canonical = new CanonicalBytes(this).Numbers(value);
        (Digest, Size) = (canonical.Digest(), canonical.Length);
    }

    public string Kind => DummyLearner.Info.Name;

    public TaskType Task { get; }

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    public IReadOnlyList<string> UsedFeatures => [];

    public string Digest { get; }

    public long Size { get; }

    public IReadOnlyList<ModelInput> Inputs { get; }

    public TreeSum Sum => new([0], new double[value.Length], 1, InputRule.Exact);

    public OutputLink Link { get; } = new(LinkKind.Identity);

    public IReadOnlyList<int> Codes => [.. Enumerable.Range(0, Classes.Count)];

    public IReadOnlyList<FlatTree> Trees => [new([-1], [0], [-1], [false], [-1], [-1], value, value.Length, [0], [])];

    public IReadOnlyList<double[]> Read(Table features) => Array.ConvertAll(Features.ToArray(), _ => Array.Empty<double>());

    public double[] Score(Table features, CancellationToken cancel = default)
    {
        ReadOnlySpan<double> row = Task == TaskType.BinaryClassification ? value.AsSpan(1) : value;
        var scores = new double[features.RowCount * row.Length];
        for (int at = 0; at < scores.Length; at += row.Length) row.CopyTo(scores.AsSpan(at));
        return scores;
    }
}
