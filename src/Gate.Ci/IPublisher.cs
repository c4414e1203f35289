using Gate.Evaluation.Results;

namespace Gate.Ci;

/// <summary>Tells somebody what a run found: a host's page, a tracker, a chat. One small file a publisher; the recipe is
/// docs/adding-a-host-or-publisher.md.</summary>
public interface IPublisher
{
    /// <summary>What it writes to, for messages: <c>the step summary</c>.</summary>
    string Name { get; }

    /// <summary>Publishes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="publication">What was made of the result: summary and files.</param>
    /// <param name="context">Where and how to write.</param>
    /// <param name="cancel">Stops it.</param>
    Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel);
}

/// <summary>A publisher could not publish. The verdict stands, and the files are written.</summary>
/// <param name="publisher">Its name.</param>
/// <param name="inner">Why.</param>
public sealed class PublishException(string publisher, Exception inner)
    : Exception($"there is a verdict, and its files are written, but {publisher} could not be written: {inner.Message}", inner);
