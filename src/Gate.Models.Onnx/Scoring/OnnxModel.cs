using System.Globalization;
using Gate.Data;
using Gate.Models.Onnx.Answers;
using Gate.Models.Onnx.Checks;
using Gate.Models.Onnx.Feeding;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Lifting;
using Gate.Models.Onnx.Sessions;
using Gate.Models.Serialization;
using Gate.Wording;

namespace Gate.Models.Onnx.Scoring;

/// <summary>
/// A model in an ONNX file, scored by ONNX Runtime. The file is checked before the library sees it. Rows are scored in batches, each on one
/// thread; the number of threads changes no bit of a score, the size of a batch at most what rounding does.
/// </summary>
public sealed class OnnxModel : IHoldsTrees, IDigestedModel, IDisposable
{
    private const int MostRows = 1024, MostValues = 1 << 20;
    private const double Tolerance = 1e-6;

    private readonly OnnxSession session;
    private readonly OnnxOptions options;
    private readonly FedInput[] inputs;
    private readonly OutputChoice output;
    private readonly AnswerReader reader;
    private readonly int batch;
    private readonly string name;
    private readonly Lazy<HeldTrees> trees;

    private OnnxModel(string name, byte[] bytes, OnnxOptions options, CancellationToken cancel)
    {
        (this.name, this.options) = (name, options);
        OnnxGraph graph = GraphReader.Read(bytes);
        GraphCheck.Require(graph);
        inputs = InputPlan.Of(graph.Inputs, options);
        output = OutputChoice.Of(graph, options);
        reader = new AnswerReader(graph, output, options);
        batch = BatchOf(inputs);
        session = new OnnxSession(bytes, cancel);
        Features = [.. inputs.SelectMany(input => input.Columns).Distinct(StringComparer.Ordinal)];
        Inputs = [.. Features.Select(feature => new ModelInput(feature,
            inputs.First(input => input.Columns.Contains(feature)).IsText ? InputKind.Category : InputKind.Number, [], false, null))];
        Facts = Describe(graph);
        // Only what explains asks for trees. The file is kept until then, where it has any, and the graph is read again.
        trees = TreeLifting.HasTrees(graph)
            ? new(() => TreeLifting.Lift(GraphReader.Read(bytes), inputs, output, reader.ColumnCodes, options, Features))
            : new(new HeldTrees(null, null));
        (Digest, Size) = (ForeignFiles.DigestOf("gate-onnx-1", bytes, HowItIsRead()), bytes.Length);
    }

    /// <inheritdoc/>
    public string Kind => "onnx";

    /// <inheritdoc/>
    public TaskType Task => options.Task;

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The raw columns that it reads. What training saw of them stands in no ONNX file: they have no levels and no
    /// range.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => options.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <summary>The digest of the file and of how it is read: which columns feed it, what its answers mean. The same file read in another
    /// way is another model.</summary>
    public string Digest { get; }

    /// <summary>The size of the file in bytes.</summary>
    public long Size { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The file is no model that Gate runs, or does not fit the columns and classes.</exception>
    /// <exception cref="NativeLibraryMissingException">There is no ONNX Runtime for this platform.</exception>
    public static OnnxModel Load(string path, OnnxOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Load(path, Bytes(path), options, cancel);
    }

    internal static byte[] Bytes(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) throw new ModelException($"{path} does not exist");
        if (file.Length > OnnxLimits.Bytes)
            throw new ModelException($"{path} has {file.Length >> 20} MB; Gate reads ONNX models of up to {OnnxLimits.Bytes >> 20} MB");
        return File.ReadAllBytes(path);
    }

    /// <summary>Reads a model from bytes.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The bytes are no model that Gate runs, or do not fit the columns and classes.</exception>
    /// <exception cref="NativeLibraryMissingException">There is no ONNX Runtime for this platform.</exception>
    public static OnnxModel Load(string name, byte[] bytes, OnnxOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(options);
        return ForeignFiles.Named(name, () => new OnnxModel(name, bytes, options, cancel));
    }

    /// <inheritdoc/>
    public double[] Score(Table features, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        return ForeignFiles.Named(name, () => Scores(features, cancel));
    }

    /// <inheritdoc/>
    public HeldTrees TreesFor(Table rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (trees.Value.Trees is not { } model) return trees.Value;
        if (rows.RowCount == 0) return new(null, "there are no rows on which they could be held against ONNX Runtime");
        Table first = rows.Select(Features).Take([.. Enumerable.Range(0, Math.Min(rows.RowCount, MostRows))]);
        (double[] said, double[] scores) = (Score(first, cancel), model.Score(first, cancel));
        for (int i = 0; i < said.Length; i++)
            if (!(Math.Abs(said[i] - scores[i]) <= Tolerance * Math.Max(1, Math.Abs(said[i]))))
                return new(null, string.Create(CultureInfo.InvariantCulture,
                    $"they say {scores[i]} of a row of which ONNX Runtime says {said[i]}"));
        return trees.Value;
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private double[] Scores(Table features, CancellationToken cancel)
    {
        Column[][] columns = [.. inputs.Select(input => input.Columns.Select(column => Find(features, column)).ToArray())];
        for (int i = 0; i < inputs.Length; i++) InputFiller.RequireKinds(inputs[i], columns[i]);
        int rows = features.RowCount;
        var scores = new double[rows * reader.Width];
        int threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        try
        {
            Parallel.For(0, (rows + batch - 1) / batch, parallel, Batch);
        }
        // Of several batches that failed, any tells why; the first in the order of rows would need all to be run.
        catch (AggregateException several) when (several.InnerExceptions.OfType<ModelException>().FirstOrDefault() is { } first)
        {
            throw new ModelException(first.Message, several);
        }
        catch (AggregateException several) when (several.InnerExceptions.Any(inner => inner is OperationCanceledException))
        {
            throw new OperationCanceledException(several.InnerException?.Message, several, cancel);
        }
        return scores;

        void Batch(int number)
        {
            int from = number * batch, count = Math.Min(batch, rows - from);
            // A model for a fixed number of rows gets as many; the others take what there is.
            int filled = inputs.Any(input => input.Port.Rows > 0) ? batch : count;
            var fed = new KeyValuePair<string, TensorValues>[inputs.Length];
            for (int i = 0; i < fed.Length; i++)
                fed[i] = new(inputs[i].Port.Name, InputFiller.Fill(inputs[i], columns[i], from, count, filled));
            OnnxValues answer = session.Run(fed, [output.Port.Name], cancel)[0];
            reader.Read(answer, from, count, filled, scores.AsSpan(from * reader.Width, count * reader.Width));
        }
    }

    private static Column Find(Table table, string column) => table.TryGet(column, out Column? found) ? found : throw new ModelException(
        $"reads the column '{Shown.Of(column)}', which the data do not have{NearestName.Hint(column, table.Names)}");

    private static int BatchOf(FedInput[] inputs)
    {
        long[] fixedRows = [.. inputs.Select(input => input.Port.Rows).Where(rows => rows > 0).Distinct()];
        if (fixedRows.Length > 1) throw new ModelException("takes another number of rows in one input than in another");
        int width = Math.Max(1, inputs.Sum(input => input.Columns.Count));
        if (fixedRows is not [var rows]) return Math.Clamp(MostValues / width, 1, MostRows);
        return rows * width <= MostValues ? (int)rows : throw new ModelException(
            FormattableString.Invariant($"takes {rows} rows at once, too many; export it with an open number of rows"));
    }

    private List<KeyValuePair<string, string>> Describe(OnnxGraph graph)
    {
        List<KeyValuePair<string, string>> facts =
        [
            new("producer", Shown.Of(graph.Producer.Length == 0 ? "not said" : graph.Producer)),
            new("operators", string.Join(", ", graph.Opsets.Select(
                set => $"{(set.Key.Length == 0 ? "ai.onnx" : set.Key)} {set.Value.ToString(CultureInfo.InvariantCulture)}"))),
            new("steps", graph.Nodes.Count.ToString(CultureInfo.InvariantCulture)),
            new("read from", Shown.Of(output.Port.Name)),
        ];
        if (reader.Order.Count > 0) facts.Add(new("classes of the model", ClassNames.Some(reader.Order)));
        string[] unknown = reader.Order.Count == 0 ? []
            : [.. options.Classes.Where((_, code) => !reader.Order.Any(own => ClassNames.IndexOf(options.Classes, own) == code))];
        if (unknown.Length > 0) facts.Add(new("classes that it cannot say", ClassNames.Some(unknown)));
        return facts;
    }

    private IEnumerable<string> HowItIsRead() => [options.Task.ToString(), output.Port.Name, output.Kind.ToString(),
        options.Transform.ToString(), .. options.Classes, "", .. reader.Order, "",
        .. inputs.SelectMany(input => input.Columns.Prepend(input.Port.Name).Append(""))];
}
