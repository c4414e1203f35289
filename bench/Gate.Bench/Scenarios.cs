using System.Diagnostics;
using System.Globalization;
using Gate.Data;

namespace Gate.Bench;

/// <summary>The comparisons.</summary>
internal static class Scenarios
{
    public static readonly string Peers = Path.Combine(FindRoot(), "bench", "peers");

    /// <summary><c>gate --version</c>, from cold start to exit.</summary>
    public static void Startup(Dictionary<string, string> options)
    {
        int times = Times(options, 15);
        Measured gate = Measured.Median(times, () => Measured.Run(options.Get("gate"), "--version"));
        Console.WriteLine($"gate --version: median {gate.Seconds * 1000:0} ms of {times} runs ({gate.Output.Trim()})");
    }

    /// <summary>The whole of examples/adult against scikit-learn and Fairlearn doing the same, without and with bootstrap
    /// intervals.</summary>
    public static void Adult(Dictionary<string, string> options)
    {
        string data = Path.GetFullPath(options.Get("data")), python = options.Get("python", "python3"),
            work = Directory.CreateTempSubdirectory("gate-bench").FullName;
        Console.WriteLine(
            Measured.Run(python, "-c", "import sklearn, pandas, fairlearn, sys; print('peer: Python', sys.version.split()[0], "
            + "'scikit-learn', sklearn.__version__, 'pandas', pandas.__version__, 'Fairlearn', fairlearn.__version__)").Output.Trim());
        int times = Times(options, 5);
        string policy = Path.Combine(work, "gate.yml");
        File.Copy(Path.Combine(FindRoot(), "examples", "adult", "gate.yml"), policy);
        File.Copy(data, Path.Combine(work, "adult.csv"));
        Measured gate =
            Measured.Median(times, () => Measured.Run(options.Get("gate"), "run", policy, "--output", Path.Combine(work, "out")));
        if (gate.ExitCode > 2) throw new InvalidOperationException(gate.Output);
        Console.WriteLine($"gate run: {gate.Seconds:0.000} s, processor {gate.ProcessorSeconds:0.000} s, {gate.PeakMegabytes:0} MB "
            + $"(intervals for everything)");
        Peer("Python without intervals", gate,
            Measured.Median(Math.Min(times, 3), () => Measured.Run(python, "-W", "ignore", Path.Combine(Peers, "adult.py"), data,
            Path.Combine(work, "peer.html"), "0")));
        if (options.TryGetValue("replicates", out string? replicates))
            Peer($"Python with {replicates} bootstrap replicates", gate,
                Measured.Run(python, "-W", "ignore", Path.Combine(Peers, "adult.py"), data, Path.Combine(work, "peer.html"), replicates));
        Directory.Delete(work, recursive: true);
    }

    /// <summary>Reads Adult twenty times over (977,000 rows) against <c>pandas.read_csv</c>, both timed inside their process.</summary>
    public static void Read(Dictionary<string, string> options)
    {
        string directory = Directory.CreateTempSubdirectory("gate-bench").FullName, file = Path.Combine(directory, "adult20.csv"),
            python = options.Get("python", "python3");
        string[] lines = File.ReadAllLines(options.Get("data"));
        File.WriteAllLines(file, [lines[0], .. Enumerable.Repeat(lines[1..], 20).SelectMany(part => part)]);
        int times = Times(options, 5);
        double gate = Median(times, () =>
        {
            var clock = Stopwatch.StartNew();
            TableReader.Read(new SourceOptions { Paths = [file] });
            return clock.Elapsed.TotalSeconds;
        });
        double pandas = Median(times, () => double.Parse(Measured.Run(python, Path.Combine(Peers, "read.py"), file).Output.Split(' ')[0],
            CultureInfo.InvariantCulture));
        Console.WriteLine($"reading {(lines.Length - 1) * 20:N0} rows: Gate {gate:0.000} s, pandas.read_csv {pandas:0.000} s, ratio "
            + $"{pandas / gate:0.0}");
        Directory.Delete(directory, recursive: true);
    }

    private static void Peer(string name, Measured gate, Measured peer)
    {
        if (peer.ExitCode != 0) throw new InvalidOperationException(peer.Output);
        Console.WriteLine($"{name}: {peer.Seconds:0.000} s, processor {peer.ProcessorSeconds:0.000} s, {peer.PeakMegabytes:0} MB; Gate "
            + $"takes {gate.Seconds / peer.Seconds:P1} of the "
            + $"time and {gate.PeakMegabytes / peer.PeakMegabytes:P0} of the memory");
    }

    private static double Median(int times, Func<double> run) => Enumerable.Range(0, times).Select(_ => run()).Order().ElementAt(times / 2);

    private static int Times(Dictionary<string, string> options, int otherwise) =>
        int.Parse(options.Get("times", otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Gate.sln"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("run this from a checkout");
    }
}
