using System.Diagnostics;
using System.Globalization;

namespace Gate.Bench.Speed;

/// <summary>Times of work done again and again in this process, after it has been compiled.</summary>
internal static class Timing
{
    // The runtime compiles a method again, better, some time after it was first called.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>The median seconds of several runs.</summary>
    public static double Median(int times, Action run)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < WarmUp;) run();
        var seconds = new double[times];
        for (int i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            run();
            seconds[i] = clock.Elapsed.TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds[times / 2];
    }

    /// <summary>The mean processor seconds of a run, of all threads together: other work on the machine hardly changes it.</summary>
    public static double Processor(int times, Action run)
    {
        run();
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        for (int i = 0; i < times; i++) run();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalSeconds / times;
    }

    /// <summary>A time for people: milliseconds below a second.</summary>
    public static string Show(double seconds) => seconds < 1
        ? (seconds * 1000).ToString("0.0", CultureInfo.InvariantCulture) + " ms"
        : seconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
