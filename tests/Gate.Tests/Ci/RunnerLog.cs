namespace Gate.Tests.Ci;

/// <summary>An annotation as the runner understood it.</summary>
internal sealed record SeenAnnotation(string Command, IReadOnlyDictionary<string, string> Properties, string Message);

/// <summary>
/// Reads a step's output as the GitHub Actions runner does: line by line, commands of both forms, stop-commands. A model of its own, so
/// that tests see what the runner would do and not only what Gate meant.
/// </summary>
internal sealed class RunnerLog
{
    private static readonly string[] Known =
    [
        "error", "warning", "notice", "debug", "group", "endgroup", "echo", "add-mask", "add-path", "add-matcher", "remove-matcher",
        "set-env", "set-output", "save-state", "stop-commands", "internal-set-repo-path",
    ];

    private readonly HashSet<string> _known = new(Known, StringComparer.OrdinalIgnoreCase);
    private string? _stopToken;

    /// <summary>The annotations, in order.</summary>
    public List<SeenAnnotation> Annotations { get; } = [];

    /// <summary>Every other command that was obeyed, in order.</summary>
    public List<string> OtherCommands { get; } = [];

    /// <summary>Whether commands are stopped at the end.</summary>
    public bool IsStopped => _stopToken is not null;

    public static RunnerLog Read(string output)
    {
        var log = new RunnerLog();
        using var reader = new StringReader(output);
        while (reader.ReadLine() is { } line) log.Process(line);
        return log;
    }

    private void Process(string line)
    {
        if ((ParseCurrent(line) ?? ParseOlder(line)) is not { } command) return;
        if (_stopToken is not null)
        {
            if (command.Command.Equals(_stopToken, StringComparison.OrdinalIgnoreCase)) _stopToken = null;
        }
        else if (command.Command.Equals("stop-commands", StringComparison.OrdinalIgnoreCase))
        {
            _known.Add(_stopToken = command.Message);
        }
        else if (command.Command is "error" or "warning" or "notice")
        {
            Annotations.Add(command);
        }
        else
        {
            OtherCommands.Add(command.Command);
        }
    }

    private SeenAnnotation? ParseCurrent(string line)
    {
        string text = line.TrimStart();
        if (!text.StartsWith("::", StringComparison.Ordinal)) return null;
        int end = text.IndexOf("::", 2, StringComparison.Ordinal);
        return end < 0 ? null : Build(text[2..end], text[(end + 2)..], ',', ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","),
            ("%25", "%"));
    }

    private SeenAnnotation? ParseOlder(string line)
    {
        int start = line.IndexOf("##[", StringComparison.Ordinal);
        int end = start < 0 ? -1 : line.IndexOf(']', start);
        return end < 0 ? null : Build(line[(start + 3)..end], line[(end + 1)..], ';', ("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"),
            ("%5D", "]"), ("%25", "%"));
    }

    private SeenAnnotation? Build(string head, string data, char separator, params (string From, string To)[] escapes)
    {
        string[] parts = head.Split(' ', 2);
        if (!_known.Contains(parts[0])) return null;
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in parts.Length < 2 ? [] : parts[1].Trim().Split(separator, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.RemoveEmptyEntries);
            if (pair.Length == 2) properties[pair[0]] = Unescape(pair[1], escapes);
        }
        // A message does not unescape the marks of properties.
        return new SeenAnnotation(parts[0], properties,
            Unescape(data, [.. escapes.Where(e => separator == ';' || e.To is not (":" or ","))]));
    }

    private static string Unescape(string text, (string From, string To)[] escapes)
    {
        foreach ((string from, string to) in escapes) text = text.Replace(from, to, StringComparison.Ordinal);
        return text;
    }
}
