using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gate.Bench;

/// <summary>A finished process: how long it took by the clock and in processor time of all its threads, and the most memory that it
/// held.</summary>
internal sealed partial record Measured(string Command, double Seconds, double ProcessorSeconds, long PeakBytes, int ExitCode,
    string Output)
{
    private const int Children = -1, RusageLongs = 18;

    public double PeakMegabytes => PeakBytes / 1e6;

    /// <summary>Runs a command to its end. The peak is the kernel's own high-water mark (VmHWM), read until the process is gone.</summary>
    public static Measured Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        double before = ProcessorSecondsOfChildren();
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(2)) peak = Math.Max(peak, HighWaterMark(process.Id));
        double seconds = clock.Elapsed.TotalSeconds;
        return new($"{file} {string.Join(' ', arguments)}", seconds, ProcessorSecondsOfChildren() - before, peak,
            process.ExitCode, output.Result + error.Result);
    }

    /// <summary>The run with the median time of several.</summary>
    public static Measured Median(int times, Func<Measured> run) => Enumerable.Range(0, times).Select(_ => run()).OrderBy(m => m.Seconds)
        .ElementAt(times / 2);

    /// <summary>User and system time of all children that have ended, by the kernel's own account (getrusage).</summary>
    private static double ProcessorSecondsOfChildren()
    {
        long[] usage = new long[RusageLongs];
        if (getrusage(Children, usage) != 0) throw new InvalidOperationException("getrusage failed");
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [LibraryImport("libc")]
    private static partial int getrusage(int who, [Out] long[] usage);

    private static long HighWaterMark(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
