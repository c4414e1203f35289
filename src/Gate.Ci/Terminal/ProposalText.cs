using Gate.Evaluation.Proposals;

namespace Gate.Ci.Terminal;

/// <summary>What <c>gate init</c> says of the policy that it wrote: each guess with its reason, and how a first run stands to the
/// bounds.</summary>
public static class ProposalText
{
    /// <summary>Writes it.</summary>
    /// <param name="proposed">The policy.</param>
    /// <param name="path">Where it was written.</param>
    /// <param name="writer">Standard output.</param>
    public static void Write(ProposedPolicy proposed, string path, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"{PlainText.OneLine(path)} written. What is guessed, and why:");
        Table([.. proposed.Guesses.Select(guess => new[] { guess.Key, guess.Value, guess.Reason })], writer);
        writer.WriteLine();
        if (proposed.FirstRun.Stopped is { } stopped)
        {
            writer.WriteLine("No first run could be made, and so no bound says how a model stands to it:");
            foreach (string line in stopped.Split('\n')) writer.WriteLine($"  {PlainText.OneLine(line)}");
        }
        else
        {
            writer.WriteLine(Headline(proposed.FirstRun.Today));
            Table([.. proposed.FirstRun.Today.Select(standing =>
                new[] { standing.Word, standing.Condition, $"{standing.Value}; {standing.Bound}" })], writer);
        }
        foreach (string note in proposed.FirstRun.Notes) writer.WriteLine($"Note: {PlainText.OneLine(note)}");
        writer.WriteLine();
        writer.WriteLine($"Read it, change what is wrong, then: gate check {PlainText.OneLine(path)}, gate run {PlainText.OneLine(path)}");
    }

    private static string Headline(IReadOnlyList<Standing> today)
    {
        int passing = today.Count(standing => standing.Word == "passes");
        return passing == today.Count ? "The bounds, all of which a first run passes today:"
            : FormattableString.Invariant($"The bounds, of which a first run passes {passing} of {today.Count} today:");
    }

    private static void Table(string[][] rows, TextWriter writer)
    {
        string[][] safe = [.. rows.Select(row => row.Select(PlainText.OneLine).ToArray())];
        int[] widths = [.. Enumerable.Range(0, 2).Select(column => safe.Max(row => Math.Min(row[column].Length, Widest)))];
        foreach (string[] row in safe) writer.WriteLine($"  {row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2]}");
    }

    // A longer name pushes its own line only.
    private const int Widest = 44;
}
