using System.Diagnostics;
using System.Globalization;

namespace Gate.Bench;

/// <summary>A finished process: how long it took and the most memory that it held.</summary>
internal sealed record Measured(string Command, double Seconds, long PeakBytes, int ExitCode, string Output)
{
    public double PeakMegabytes => PeakBytes / 1e6;

    /// <summary>Runs a command to its end. The peak is the kernel's own high-water mark (VmHWM), read until the process is gone.</summary>
    public static Measured Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(2)) peak = Math.Max(peak, HighWaterMark(process.Id));
        double seconds = clock.Elapsed.TotalSeconds;
        return new($"{file} {string.Join(' ', arguments)}", seconds, peak, process.ExitCode, output.Result + error.Result);
    }

    /// <summary>The run with the median time of several.</summary>
    public static Measured Median(int times, Func<Measured> run) => Enumerable.Range(0, times).Select(_ => run()).OrderBy(m => m.Seconds)
        .ElementAt(times / 2);

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
