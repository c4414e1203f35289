using System.Globalization;
using Gate.Data;
using Gate.Models.Features;
using Gate.Models.Numerics;
using Gate.Models.Serialization;

namespace Gate.Models.Linear;

/// <summary>A fitted linear model, of a value or of log-odds.</summary>
internal sealed class LinearModel : ILinearModel, IDigestedModel, IUsesFeatures, IRescores
{
    private readonly LinearEncoding encoding;
    private readonly int[] presentClasses;
    private const int RowsPerLook = 1 << 14;

    private readonly bool[] used;

    public LinearModel(string kind, TaskType task, IReadOnlyList<string> classes, int[] presentClasses, LinearEncoding encoding,
        LinearCoefficients coefficients, IReadOnlyList<KeyValuePair<string, string>> facts, LinkKind link = LinkKind.Identity)
    {
        Link = new(link);
        (Kind, Task, Classes, this.presentClasses, this.encoding, Coefficients) = (kind, task, [.. classes], presentClasses, encoding,
            coefficients);
        Features = Array.ConvertAll(encoding.Schema, feature => feature.Name);
        used = new bool[Features.Count];
        foreach (EncodedFeature feature in encoding.Encoded) used[feature.Feature] = HasCoefficient(feature);
        UsedFeatures = [.. Features.Where((_, i) => used[i])];
        Facts = [.. facts, .. Describe()];
        CanonicalBytes canonical = Canonical();
        (Digest, Size) = (canonical.Digest(), canonical.Length);
    }

    public string Kind { get; }

    public OutputLink Link { get; }

    public TaskType Task { get; }

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    public IReadOnlyList<string> UsedFeatures { get; }

    public string Digest { get; }

    public long Size { get; }

    public IReadOnlyList<ModelInput> Inputs => encoding.Schema;

    public IReadOnlyList<LinearTerm> Terms => [.. encoding.Encoded.Where(feature => used[feature.Feature])
        .Select(feature => new LinearTerm(feature.Feature, feature.Mean, CoefficientsOf(feature)))];

    public IReadOnlyList<double> Intercepts => Coefficients.Intercepts;

    public IReadOnlyList<int> TrainedClasses => presentClasses;

    internal LinearEncoding Encoding => encoding;

    internal LinearCoefficients Coefficients { get; }

    private int Outputs => Coefficients.Intercepts.Length;

    public double[] Score(Table features, CancellationToken cancel = default) => ForEachRow(features, Write, cancel);

    public double[] Margins(Table features, CancellationToken cancel = default) => ForEachRow(features, WriteMargins, cancel);

    public IReadOnlyList<double[]> Read(Table features) =>
        Array.ConvertAll(FeatureBinding.Bind(features, encoding.Schema, feature => used[feature]), values => values.AsNumbers());

    private double[] ForEachRow(Table features, Action<double[], Span<double>> write, CancellationToken cancel)
    {
        FeatureValues[] values = FeatureBinding.Bind(features, encoding.Schema, feature => used[feature]);
        int width = Task == TaskType.MulticlassClassification ? Classes.Count : 1;
        var scores = new double[features.RowCount * width];
        RowBlocks.ForEach(features.RowCount, (_, first, end) =>
        {
            var z = new double[Outputs];
            for (int row = first; row < end; row++)
            {
                Predict(values, row, z);
                write(z, scores.AsSpan(row * width, width));
            }
        }, cancel);
        return scores;
    }

    public IRescoring Prepare(Table features, CancellationToken cancel = default)
    {
        FeatureValues[] values = FeatureBinding.Bind(features, encoding.Schema, feature => used[feature]);
        var logits = new double[features.RowCount * Outputs];
        RowBlocks.ForEach(features.RowCount, (_, first, end) =>
        {
            var z = new double[Outputs];
            for (int row = first; row < end; row++)
            {
                Predict(values, row, z);
                z.CopyTo(logits, row * Outputs);
            }
        }, cancel);
        return new Rescoring(this, values, logits);
    }

    private void Predict(FeatureValues[] values, int row, double[] z)
    {
        Coefficients.Intercepts.CopyTo(z, 0);
        foreach (EncodedFeature feature in encoding.Encoded)
            if (used[feature.Feature]) Add(feature, values[feature.Feature], row, z);
    }

    /// <summary>Adds what a feature contributes in one row.</summary>
    private void Add(EncodedFeature feature, FeatureValues values, int row, Span<double> z)
    {
        (int column, double x) = (feature.Offset, 1);
        if (values.Numbers is { } numbers) x = double.IsNaN(numbers[row]) ? feature.Mean : numbers[row];
        else if (values.Levels![row] is >= 0 and int level) column += level;
        else return;
        for (int k = 0; k < z.Length; k++) z[k] += Coefficients.Raw[k * encoding.Columns + column] * x;
    }

    /// <summary>Changes the sums of all rows by the difference that one column makes.</summary>
    private sealed class Rescoring(LinearModel model, FeatureValues[] values, double[] logits) : IRescoring
    {
        public double[] Score(Column column, CancellationToken cancel = default)
        {
            int outputs = model.Outputs, rows = logits.Length / outputs, width = model.Task == TaskType.MulticlassClassification
                ? model.Classes.Count : 1;
            EncodedFeature feature = model.encoding.Encoded.First(feature => model.Features[feature.Feature] == column.Name);
            FeatureValues changed = FeatureBinding.Bind(column, model.encoding.Schema[feature.Feature]);
            var scores = new double[rows * width];
            double[] z = new double[outputs], before = new double[outputs];
            for (int row = 0; row < rows; row++)
            {
                if (row % RowsPerLook == 0) cancel.ThrowIfCancellationRequested();
                Array.Clear(z);
                Array.Clear(before);
                model.Add(feature, changed, row, z);
                model.Add(feature, values[feature.Feature], row, before);
                // A row whose value stays the same keeps its sum to the bit.
                for (int k = 0; k < outputs; k++) z[k] = logits[row * outputs + k] + (z[k] - before[k]);
                model.Write(z, scores.AsSpan(row * width, width));
            }
            return scores;
        }
    }

    private void Write(double[] z, Span<double> score)
    {
        if (Task == TaskType.Regression)
        {
            Link.Apply(z);
            score[0] = z[0];
            return;
        }
        if (z.Length > 1)
        {
            LogisticLoss.Multinomial(z, 0);
            for (int k = 0; k < z.Length; k++) score[presentClasses[k]] = z[k];
            return;
        }
        LogisticLoss.Binary(z, 1);
        if (score.Length > 1) (score[presentClasses[0]], score[presentClasses[1]]) = (1 - z[0], z[0]);
        else score[0] = z[0];
    }

    private void WriteMargins(double[] z, Span<double> margins)
    {
        if (margins.Length == 1)
        {
            margins[0] = z[0];
            return;
        }
        margins.Fill(double.NegativeInfinity);
        // Two classes among more have one output, the log-odds of the second; 0 for the first gives the same softmax.
        if (z.Length == 1) (margins[presentClasses[0]], margins[presentClasses[1]]) = (0, z[0]);
        else for (int k = 0; k < z.Length; k++) margins[presentClasses[k]] = z[k];
    }

    private double[] CoefficientsOf(EncodedFeature feature) => [.. Enumerable.Range(0, feature.Width * Outputs)
        .Select(i => Coefficients.Raw[((i % Outputs) * encoding.Columns) + feature.Offset + (i / Outputs)])];

    private bool HasCoefficient(EncodedFeature feature)
    {
        for (int k = 0; k < Outputs; k++)
            if (Coefficients.Raw.AsSpan(k * encoding.Columns + feature.Offset, feature.Width).ContainsAnyExcept(0.0)) return true;
        return false;
    }

    private IEnumerable<KeyValuePair<string, string>> Describe()
    {
        yield return new("columns after encoding", encoding.Columns.ToString(CultureInfo.InvariantCulture));
        double norm = Math.Sqrt(Coefficients.Standardised.Sum(value => value * value));
        yield return new("norm of the coefficients", norm.ToString("0.####", CultureInfo.InvariantCulture));
        string[] names = [.. encoding.ColumnNames()];
        if (Outputs == 1)
        {
            IEnumerable<string> largest = Coefficients.Standardised.Select((value, column) => (value, column))
                .Where(entry => entry.value != 0)
                .OrderByDescending(entry => Math.Abs(entry.value)).Take(8)
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{names[entry.column]} {entry.value:0.####}"));
            yield return new("largest coefficients", string.Join(", ", largest));
        }
        string[] absent = [.. Classes.Where((_, code) => !presentClasses.Contains(code))];
        if (absent.Length > 0) yield return new("classes without training rows", string.Join(", ", absent));
        if (FeatureSchema.DroppedText(encoding.Schema) is { } dropped) yield return new("dropped features", dropped);
    }

    private CanonicalBytes Canonical()
    {
        double[] means = Array.ConvertAll(encoding.Encoded, feature => feature.Mean);
        return new CanonicalBytes(this).Numbers(presentClasses).Texts([.. encoding.ColumnNames()]).Numbers(means)
            .Numbers(Coefficients.Raw).Numbers(Coefficients.Intercepts);
    }
}
