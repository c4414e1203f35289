namespace Gate.Tests.Ci;

/// <summary>Reads an environment file (GITHUB_OUTPUT, GITHUB_ENV) as the GitHub Actions runner does.</summary>
internal static class RunnerFile
{
    public static List<KeyValuePair<string, string>> Read(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Length == 0) continue;
            int equals = line.IndexOf('=', StringComparison.Ordinal), heredoc = line.IndexOf("<<", StringComparison.Ordinal);
            if (equals >= 0 && (heredoc < 0 || equals < heredoc))
            {
                pairs.Add(new(line[..equals], line[(equals + 1)..]));
                continue;
            }
            if (heredoc <= 0) throw new FormatException($"invalid format '{line}'");
            int end = Array.IndexOf(lines, line[(heredoc + 2)..], i + 1);
            if (end < 0) throw new FormatException($"no end of '{line}'");
            pairs.Add(new(line[..heredoc], string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }
        return pairs;
    }
}
