using System.Globalization;
using System.Text.RegularExpressions;

namespace Gate.Tracking.Ratcheting;

/// <summary>A number of a policy that is replaced, with everything around it kept: comments, order, quotes.</summary>
/// <param name="Line">The line of its key, from 1 on.</param>
/// <param name="Column">The column of its key, from 1 on.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The new number.</param>
public sealed record PolicyEdit(int Line, int Column, string Key, string Value);

/// <summary>Changes numbers in the text of a policy, and shows what changed as a patch.</summary>
public static partial class PolicyPatch
{
    private const int Context = 3;

    /// <summary>The text with an edit; null where the place does not hold the key with a number, as where an alias stands for it.</summary>
    /// <param name="text">The policy's text.</param>
    /// <param name="edit">The edit.</param>
    public static string? Apply(string text, PolicyEdit edit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(edit);
        string[] lines = text.Split('\n');
        if (edit.Line > lines.Length || edit.Column > lines[edit.Line - 1].Length) return null;
        string line = lines[edit.Line - 1];
        Match found = KeyAndNumber().Match(line, edit.Column - 1);
        if (!found.Success || found.Groups["key"].Value != edit.Key) return null;
        Group number = found.Groups["number"];
        lines[edit.Line - 1] = line[..number.Index] + edit.Value + line[(number.Index + number.Length)..];
        return string.Join('\n', lines);
    }

    /// <summary>A unified diff of two texts with the same number of lines; empty where they are the same.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    public static string Diff(string file, string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        string[] old = before.TrimEnd('\n').Split('\n'), now = after.TrimEnd('\n').Split('\n');
        int[] changed = [.. Enumerable.Range(0, old.Length).Where(i => old[i] != now[i])];
        if (changed.Length == 0) return "";
        var hunks = new List<string> { $"--- a/{file}", $"+++ b/{file}" };
        for (int i = 0; i < changed.Length;)
        {
            int start = Math.Max(0, changed[i] - Context), last = i;
            while (last + 1 < changed.Length && changed[last + 1] - changed[last] <= 2 * Context) last++;
            int end = Math.Min(old.Length, changed[last] + Context + 1);
            hunks.Add(string.Create(CultureInfo.InvariantCulture, $"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@"));
            for (int line = start; line < end; line++)
                hunks.AddRange(old[line] == now[line] ? [$" {old[line]}"] : [$"-{old[line]}", $"+{now[line]}"]);
            i = last + 1;
        }
        return string.Join('\n', hunks) + "\n";
    }

    [GeneratedRegex(@"\G(?<key>\w+)\s*:\s*(?<number>[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?=[\s,}]|$)")]
    private static partial Regex KeyAndNumber();
}
