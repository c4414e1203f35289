using System.Runtime.ExceptionServices;

namespace Gate.Metrics.Sampling;

/// <summary>Independent pieces of work on a bounded number of threads. Each piece writes only what is its own, so the outcome does not
/// depend on the number.</summary>
internal static class Workers
{
    /// <summary>Runs <paramref name="work"/> for 0 … <paramref name="count"/> - 1, handing each thread a scratch area of its own.</summary>
    public static void For<TScratch>(int count, int threads, Func<TScratch> scratch, Action<int, TScratch> work, CancellationToken cancel)
    {
        int width = Math.Min(count, threads > 0 ? threads : Environment.ProcessorCount);
        if (width <= 1)
        {
            TScratch own = scratch();
            for (int i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                work(i, own);
            }
            return;
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancel };
        try
        {
            Parallel.For(0, count, options, scratch, (i, _, own) => { work(i, own); return own; }, static _ => { });
        }
        catch (AggregateException failures)
        {
            // The caller sees what it would see on one thread.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
