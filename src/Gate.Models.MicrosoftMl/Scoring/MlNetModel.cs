using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Models.MicrosoftMl.Worker;
using Gate.Models.MicrosoftMl.Zips;
using Gate.Models.Serialization;
using Gate.Wording;

namespace Gate.Models.MicrosoftMl.Scoring;

/// <summary>
/// A model in a zip of ML.NET, scored by Microsoft.ML in a process of its own. The file is looked through before that process sees it:
/// sizes, names, and the assemblies that it asks for.
/// </summary>
public sealed class MlNetModel : IModel, IDigestedModel, IDisposable
{
    private const int BatchRows = 10_000;

    private readonly string name;
    private readonly MlNetOptions options;
    private readonly Conversation conversation;
    private readonly Answer answer;
    private readonly FedColumns[] inputs;
    private readonly int[] codes;

    private MlNetModel(string name, byte[] zip, MlNetOptions options, CancellationToken cancel)
    {
        (this.name, this.options) = (name, options);
        if (zip.LongLength > ZipLimits.File)
            throw new ModelException($"has {zip.LongLength >> 20} MB; models of ML.NET of up to {ZipLimits.File >> 20} MB are read");
        ZipCheck.Require(zip, cancel);
        conversation = new Conversation(options.Start());
        try
        {
            (InputColumn[] columns, answer) = conversation.Ask(writer =>
            {
                writer.Write(ScoringLoop.Load);
                writer.Write(zip.Length);
                writer.Write(zip);
            }, Description, options.LoadLimit, cancel);
            codes = ClassCodes.Of(answer, options);
            inputs = FedColumns.Of(columns, options);
        }
        catch
        {
            conversation.Dispose();
            throw;
        }
        Features = [.. inputs.SelectMany(input => input.Columns).Distinct(StringComparer.Ordinal)];
        Inputs = [.. Features.Select(feature => new ModelInput(feature, inputs.First(input => input.Columns.Contains(feature)).Input.Form
            == InputForm.Text ? InputKind.Category : InputKind.Number, [], false, null))];
        Facts = [new("inputs", inputs.Length.ToString(CultureInfo.InvariantCulture)), new("read from", answer.Kind ==
            AnswerKind.Probability ? "Probability" : "Score")];
        (Digest, Size) = (ForeignFiles.DigestOf("gate-mlnet-1", zip, HowItIsRead()), zip.Length);
    }

    /// <inheritdoc/>
    public string Kind => "mlnet";

    /// <inheritdoc/>
    public TaskType Task => options.Task;

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The raw columns that it reads. What training saw of them is not asked for: they have no levels and no range.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => options.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <summary>The digest of the file and of how it is read: which columns feed it, which class is which.</summary>
    public string Digest { get; }

    /// <summary>The size of the file in bytes.</summary>
    public long Size { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="zip">The file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The file is no model that Gate runs, or does not fit the columns and classes.</exception>
    public static MlNetModel Load(string name, byte[] zip, MlNetOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(options);
        return ForeignFiles.Named(Shown.Of(name), () => new MlNetModel(name, zip, options, cancel));
    }

    /// <inheritdoc/>
    public double[] Score(Table features, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        int rows = features.RowCount, width = options.Task == TaskType.MulticlassClassification ? options.Classes.Count : 1;
        var scores = new double[rows * width];
        for (int from = 0; from < rows; from += BatchRows)
        {
            int first = from, count = Math.Min(BatchRows, rows - from);
            double[] said = ForeignFiles.Named(Shown.Of(name), () => Batch(features, first, count, cancel));
            for (int row = 0; row < count; row++)
                Place(said.AsSpan(row * answer.Width, answer.Width), scores.AsSpan((from + row) * width, width));
        }
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose() => conversation.Dispose();

    private double[] Batch(Table features, int from, int rows, CancellationToken cancel)
    {
        // Written apart, so that a value that does not fit leaves no half of a question behind.
        using var question = new MemoryStream();
        using (var writer = new BinaryWriter(question, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(ScoringLoop.Rows);
            writer.Write(rows);
            foreach (FedColumns input in inputs) input.Write(writer, features, from, rows);
        }
        return conversation.Ask(writer => writer.Write(question.GetBuffer(), 0, (int)question.Length), reader =>
        {
            var said = new double[rows * answer.Width];
            for (int i = 0; i < said.Length; i++) said[i] = reader.ReadDouble();
            return said;
        }, options.BatchLimit, cancel);
    }

    private void Place(ReadOnlySpan<double> said, Span<double> row)
    {
        if (options.Task == TaskType.MulticlassClassification)
            for (int i = 0; i < said.Length; i++) row[codes[i]] = said[i];
        else row[0] = options.Task == TaskType.BinaryClassification && codes[1] == 0 ? 1 - said[0] : said[0];
    }

    private static (InputColumn[], Answer) Description(BinaryReader reader)
    {
        var columns = new InputColumn[Count(reader)];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = new(reader.ReadString(), (InputForm)reader.ReadByte(), Count(reader), reader.ReadString(), reader.ReadDouble(),
                reader.ReadDouble());
        var kind = (AnswerKind)reader.ReadByte();
        int width = Count(reader);
        var classes = new string[Count(reader)];
        for (int i = 0; i < classes.Length; i++) classes[i] = reader.ReadString();
        return (columns, new(kind, width, classes));
    }

    private static int Count(BinaryReader reader) => reader.ReadInt32() is >= 0 and <= 100_000 and int count ? count
        : throw new ModelException("reads or answers with more columns than Gate feeds");

    private IEnumerable<string> HowItIsRead() => [options.Task.ToString(), .. options.Classes, "",
        .. codes.Select(code => code.ToString(CultureInfo.InvariantCulture)), "",
        .. inputs.SelectMany(input => input.Columns.Prepend(input.Input.Name).Append(""))];
}
