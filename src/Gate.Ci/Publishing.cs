using Gate.Evaluation.Results;

namespace Gate.Ci;

/// <summary>Runs publishers.</summary>
public static class Publishing
{
    /// <summary>Lets each publisher publish, in order; one that fails does not keep the others from it.</summary>
    /// <param name="publishers">The publishers.</param>
    /// <param name="result">The result.</param>
    /// <param name="publication">What was made of the result.</param>
    /// <param name="context">Where and how to write.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="PublishException">The first that failed.</exception>
    public static async Task PublishAsync(IEnumerable<IPublisher> publishers, GateResult result, Publication publication, CiContext context,
        CancellationToken cancel)
    {
        PublishException? first = null;
        foreach (IPublisher publisher in publishers)
        {
            try
            {
                await publisher.PublishAsync(result, publication, context, cancel).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                first ??= new PublishException(publisher.Name, error);
            }
        }
        if (first is not null) throw first;
    }
}
