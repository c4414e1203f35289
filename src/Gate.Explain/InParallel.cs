using Gate.Models;

namespace Gate.Explain;

/// <summary>Work on several threads. What is wrong with a model comes out as it was thrown, and not among other failures.</summary>
internal static class InParallel
{
    /// <summary>How many threads may work.</summary>
    /// <param name="threads">A number; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ParallelOptions Options(int threads, CancellationToken cancel) => new()
    {
        CancellationToken = cancel,
        MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads,
    };

    /// <summary>Does something for each number from one up to another.</summary>
    /// <exception cref="ModelException">The model refused its work.</exception>
    public static void For(int from, int to, ParallelOptions options, Action<int> work)
    {
        try
        {
            Parallel.For(from, to, options, work);
        }
        catch (AggregateException several) when (several.InnerException is ModelException first)
        {
            throw new ModelException(first.Message, several);
        }
    }
}
