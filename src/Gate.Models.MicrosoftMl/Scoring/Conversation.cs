using Gate.Models.MicrosoftMl.Worker;

namespace Gate.Models.MicrosoftMl.Scoring;

/// <summary>Asks the process that holds a model, one thing at a time, each within a limit of time.</summary>
/// <param name="process">The process.</param>
internal sealed class Conversation(IScoringProcess process) : IDisposable
{
    private readonly BinaryWriter writer = new(new BufferedStream(process.Requests, 1 << 16));
    private readonly BinaryReader reader = new(new BufferedStream(process.Answers, 1 << 16));
    private readonly Lock turn = new();

    /// <summary>Asks and reads the answer.</summary>
    /// <param name="ask">Writes the question.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="ModelException">The answer is an error, the process ended, or it took too long: a clause that goes on from the
    /// file's name.</exception>
    public T Ask<T>(Action<BinaryWriter> ask, Func<BinaryReader, T> read, TimeSpan limit, CancellationToken cancel)
    {
        lock (turn)
        {
            using var time = new CancellationTokenSource(limit);
            using CancellationTokenRegistration late = time.Token.Register(process.Kill), stopped = cancel.Register(process.Kill);
            try
            {
                ask(writer);
                writer.Flush();
                if (reader.ReadByte() == ScoringLoop.Done) return read(reader);
                bool isClause = reader.ReadBoolean();
                string message = reader.ReadString();
                throw new ModelException(isClause ? message : $"is refused by Microsoft.ML: {Wording.Shown.OneLine(message)}");
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException or FormatException)
            {
                cancel.ThrowIfCancellationRequested();
                throw new ModelException(time.IsCancellationRequested
                    ? FormattableString.Invariant($"took more than {limit.TotalSeconds:0.#} seconds and was ended")
                    : $"ended the process that it runs in{(process.HowItEnded is { } how ? $" ({how})" : "")}: the file is damaged, or the "
                        + "model takes more memory than it may", error);
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
