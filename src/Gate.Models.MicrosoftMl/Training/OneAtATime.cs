using System.Runtime.CompilerServices;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>Microsoft.ML's trees share their threads, and how many they are, between all trainers of a process: one trains at a
/// time.</summary>
internal static class OneAtATime
{
    private const string Manager = "Microsoft.ML.Trainers.FastTree.ThreadTaskManager, Microsoft.ML.FastTree",
        Pool = "Microsoft.ML.Trainers.FastTree.BlockingThreadPool, Microsoft.ML.FastTree";

    private static readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Trains once no other does.</summary>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="train">The training.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public static T Run<T>(int threads, Func<T> train, CancellationToken cancel)
    {
        // Waiting for a task, and not for a lock, lets the pool make up for the thread that waits: what trains keeps the others
        // so busy that a time limit would never be noticed.
        free.WaitAsync(cancel).GetAwaiter().GetResult();
        try
        {
            // Microsoft.ML itself asks the first trainer of a process only.
            int count = threads == 0 ? Environment.ProcessorCount : threads;
            SetThreads(null, count);
            SetThreadsOfPool(null, count);
            return train();
        }
        finally
        {
            free.Release();
        }
    }

    // Not public in 5.0.1.
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "set_NumThreads")]
    private static extern void SetThreads([UnsafeAccessorType(Manager)] object? manager, int threads);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Initialize")]
    private static extern void SetThreadsOfPool([UnsafeAccessorType(Pool)] object? pool, int threads);
}
