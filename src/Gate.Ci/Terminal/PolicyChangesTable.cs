using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Policy.Document;

namespace Gate.Ci.Terminal;

/// <summary>What two policies say differently, as plain text and as JSON.</summary>
public static class PolicyChangesTable
{
    private static readonly JsonSerializerOptions indented = new()
        { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line for each change, the loosest first, and the counts.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="before">The file of the policy that holds.</param>
    /// <param name="after">The file of the policy that is to take its place.</param>
    /// <param name="writer">Standard output.</param>
    public static void Write(IReadOnlyList<PolicyChange> changes, string before, string after, TextWriter writer)
    {
        if (changes.Count == 0)
        {
            writer.WriteLine("Both policies say the same.");
            return;
        }
        string[][] rows = [["", "key", PlainText.OneLine(before), PlainText.OneLine(after), "why"], .. changes.Select(change =>
            (string[])[Word(change.Effect), PlainText.OneLine(change.Path), Side(change.Before), Side(change.After), change.Reason])];
        foreach (string line in AlignedText.Lines(rows)) writer.WriteLine(line);
        writer.WriteLine();
        writer.WriteLine($"{Counts(changes)}.");
    }

    /// <summary>The same as JSON, an array of the changes.</summary>
    /// <param name="changes">The changes.</param>
    public static string Json(IReadOnlyList<PolicyChange> changes) => new JsonArray([.. changes.Select(change => new JsonObject
    {
        ["path"] = change.Path,
        ["effect"] = Word(change.Effect),
        ["reason"] = change.Reason,
        ["candidate"] = change.IsOfCandidate,
        ["before"] = Node(change.Before),
        ["after"] = Node(change.After),
    })]).ToJsonString(indented);

    /// <summary>How many changes there are of each kind: <c>2 looser, 1 tighter</c>.</summary>
    /// <param name="changes">The changes.</param>
    public static string Counts(IReadOnlyList<PolicyChange> changes) => string.Join(", ", changes.GroupBy(change => change.Effect)
        .OrderBy(same => same.Key).Select(same => $"{same.Count()} {Word(same.Key)}"));

    /// <summary>The word for an effect.</summary>
    /// <param name="effect">The effect.</param>
    public static string Word(ChangeEffect effect) => effect switch
    {
        ChangeEffect.Looser => "looser",
        ChangeEffect.Tighter => "tighter",
        ChangeEffect.Neutral => "neutral",
        _ => "undecidable",
    };

    private static string Side(PolicyWords? words) => words is null ? "-"
        : $"{PlainText.OneLine(words.Text)} ({(words.Source is { } source ? PlainText.OneLine(source) : $"line {words.At.Line}"
            + $"{(words.At.File is { } file ? $" of {PlainText.OneLine(file)}" : "")}")})";

    private static JsonObject? Node(PolicyWords? words) => words is null ? null : new()
    {
        ["line"] = words.At.Line, ["column"] = words.At.Column, ["text"] = words.Text, ["source"] = words.Source, ["file"] = words.At.File,
    };
}
