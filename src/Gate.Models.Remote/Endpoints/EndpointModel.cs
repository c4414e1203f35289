using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gate.Data;
using Gate.Models.Remote.Answers;

namespace Gate.Models.Remote.Endpoints;

/// <summary>
/// A model behind a scoring server. Rows go in batches, several at once; the order in which they are answered changes nothing. What the
/// server answers is limited in size, and checked row by row.
/// </summary>
public sealed class EndpointModel : RemoteModel, IDisposable
{
    /// <summary>How many bytes an answer may have besides those for its scores.</summary>
    public const int AnswerBytes = 1 << 20;

    /// <summary>How many bytes an answer may have for each score.</summary>
    public const int ScoreBytes = 1 << 10;

    private readonly EndpointOptions options;
    private readonly EndpointClient client;
    private readonly IRequestFormat format;
    private readonly RowAnswers reader;

    /// <summary>A server; nothing is sent yet.</summary>
    /// <param name="options">The server.</param>
    /// <param name="schema">What is sent and what the answers mean.</param>
    /// <param name="clock">Tells the time between tries.</param>
    /// <exception cref="ModelException">The classes that are named are not those of the label.</exception>
    public EndpointModel(EndpointOptions options, RemoteSchema schema, TimeProvider clock) : base(schema)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schema);
        this.options = options;
        reader = new RowAnswers(schema);
        format = options.Protocol == EndpointProtocol.KserveV2 ? new TensorFormat(options, schema.Fields) : new RowFormat(options.Protocol);
        client = new EndpointClient(options, clock);
        Facts =
        [
            new("asked at", options.Place),
            new("rows in a request", options.Batch.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    /// <inheritdoc/>
    public override string Kind => "endpoint";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <inheritdoc/>
    protected override async Task<double[]> ScoreAsync(Table sent, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var scores = new double[sent.RowCount * Schema.Width];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancel };
        int batches = (sent.RowCount + options.Batch - 1) / options.Batch;
        await Parallel.ForAsync(0, batches, parallel, async (batch, stop) =>
        {
            int from = batch * options.Batch, count = Math.Min(options.Batch, sent.RowCount - from);
            var body = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(body)) format.Write(json, sent, from, count);
            try
            {
                long most = AnswerBytes + ((long)ScoreBytes * count * Schema.Width);
                using JsonDocument answer = await client.AskAsync(body.WrittenMemory, most, stop).ConfigureAwait(false);
                format.Read(answer.RootElement, from, count, reader, scores.AsSpan(from * Schema.Width, count * Schema.Width));
            }
            catch (ModelException error)
            {
                throw new ModelException($"{options.Place}: {error.Message}", error);
            }
        }).ConfigureAwait(false);
        return scores;
    }
}
