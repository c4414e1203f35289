using System.Globalization;

namespace Gate.Bench.Speed;

/// <summary>The other tools: scripts that time themselves inside their process and print the seconds on their last line.</summary>
internal static class Peers
{
    public static void PrintVersions(Dictionary<string, string> options)
    {
        if (Python(options) is not string python) return;
        Console.WriteLine(
            Measured.Run(python, "-W", "ignore", "-c",
            "import sklearn, pandas, numpy, fairlearn, sys; print('peer: Python', sys.version.split()[0], 'scikit-learn', "
            + "sklearn.__version__, 'pandas', pandas.__version__, 'numpy', numpy.__version__, 'Fairlearn', "
            + "fairlearn.__version__)").Output.Trim());
    }

    /// <summary>Runs a script and prints its time beside Gate's; nothing with <c>--python none</c>.</summary>
    /// <param name="options">The harness's options.</param>
    /// <param name="script">A script in <c>bench/peers</c>.</param>
    /// <param name="gate">Gate's seconds.</param>
    /// <param name="what">What the peer is called.</param>
    /// <param name="arguments">The script's arguments.</param>
    public static void Compare(Dictionary<string, string> options, string script, double gate, string what, params string[] arguments)
    {
        if (Python(options) is not string python) return;
        Measured run = Measured.Run(python, ["-W", "ignore", Path.Combine(Scenarios.Peers, script), .. arguments]);
        if (run.ExitCode != 0) throw new InvalidOperationException(run.Output);
        string[] lines = run.Output.Trim().Split('\n');
        foreach (string line in lines[..^1]) Console.WriteLine($"  {line}");
        double seconds = double.Parse(lines[^1], CultureInfo.InvariantCulture);
        Console.WriteLine($"  {what}: {Timing.Show(seconds)}, {run.PeakMegabytes:0} MB peak; Gate is {seconds / gate:0} times as fast");
    }

    private static string? Python(Dictionary<string, string> options) => options.Get("python", "python3") is var python && python != "none"
        ? python : null;
}
