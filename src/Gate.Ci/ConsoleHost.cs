namespace Gate.Ci;

/// <summary>No host at all: a person's terminal, or a system that Gate does not know. Everything is in what the command line prints
/// already.</summary>
public sealed class ConsoleHost : ICiHost
{
    /// <inheritdoc/>
    public string Name => "console";

    /// <inheritdoc/>
    public bool IsActive(IReadOnlyDictionary<string, string> environment) => true;

    /// <inheritdoc/>
    public RunIdentity Identify(IReadOnlyDictionary<string, string> environment) => RunIdentity.Unknown;

    /// <inheritdoc/>
    public TextWriter Guard(TextWriter writer) => writer;

    /// <inheritdoc/>
    public void Begin(CiContext context)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<IPublisher> Publishers { get; } = [];

    /// <inheritdoc/>
    public void Reject(IReadOnlyList<Annotation> problems, CiContext context)
    {
    }
}
