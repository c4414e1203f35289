namespace Gate.Bench;

/// <summary>The harness's few options: <c>--name value</c>.</summary>
internal static class Options
{
    public static Dictionary<string, string> Parse(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 1; i + 1 < args.Length; i += 2) options[args[i].TrimStart('-')] = args[i + 1];
        return options;
    }

    public static string Get(this Dictionary<string, string> options, string name, string? otherwise = null) =>
        options.TryGetValue(name, out string? value) ? value : otherwise ?? throw new ArgumentException($"--{name} is missing");
}

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    public static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : "unknown processor";
}
