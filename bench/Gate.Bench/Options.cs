using System.Globalization;

namespace Gate.Bench;

/// <summary>The harness's few options: <c>--name value</c>, or <c>--name</c> alone.</summary>
internal static class Options
{
    public static Dictionary<string, string> Parse(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 1; i < args.Length; i++)
        {
            // An option without a value, such as --short, is there or not.
            bool hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            options[args[i].TrimStart('-')] = hasValue ? args[++i] : "";
        }
        return options;
    }

    public static string Get(this Dictionary<string, string> options, string name, string? otherwise = null) =>
        options.TryGetValue(name, out string? value) ? value : otherwise ?? throw new ArgumentException($"--{name} is missing");

    public static int Number(this Dictionary<string, string> options, string name, int otherwise) =>
        options.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The sizes of the made-up data: <c>--rows 1000000,10000000</c>.</summary>
    public static int[] Rows(this Dictionary<string, string> options, string otherwise = "1000000,10000000") =>
        [.. options.Get("rows", otherwise).Split(',').Select(rows => int.Parse(rows, CultureInfo.InvariantCulture))];
}

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    public static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1]
        .Trim() ?? "unknown processor"
        : "unknown processor";

    /// <summary>The most memory that this process has held (VmHWM).</summary>
    public static double PeakMegabytes() =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
}
