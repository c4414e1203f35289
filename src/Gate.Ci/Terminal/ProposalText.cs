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
            if (proposed.FirstRun.Today.All(standing => !standing.IsJudged))
                writer.WriteLine("Add what is missing, most often rows, and write the policy anew with --force; or keep it, and remove "
                    + "'report_only: true' and 'level: inform' once a metric is defined.");
        }
        if (proposed.Guesses.All(guess => guess.Key != "sensitive"))
            writer.WriteLine("No groups are compared: name the columns whose groups must be treated alike under data.sensitive, and "
                + "ask conditions of them.");
        foreach (string note in proposed.FirstRun.Notes) writer.WriteLine($"Note: {PlainText.OneLine(note)}");
        writer.WriteLine();
        writer.WriteLine($"Read it, change what is wrong, then: gate check {PlainText.OneLine(path)}, gate run {PlainText.OneLine(path)}");
    }

    private static string Headline(IReadOnlyList<Standing> today)
    {
        int passing = today.Count(standing => standing.Word == "passes"), judged = today.Count(standing => standing.IsJudged);
        int left = today.Count - judged;
        if (judged == 0)
            return "This policy judges nothing: no metric is defined on these data, so that every condition has 'level: inform', and "
                + "'gate run' passes whatever a model does. What the bounds would be, and what each lacks:";
        if (passing == today.Count) return "The bounds, all of which a first run passes today:";
        string others = left == 0 ? "" : FormattableString.Invariant($"; {left} not defined today only inform{(left == 1 ? "s" : "")}");
        return FormattableString.Invariant($"The bounds, of which a first run passes {passing} of {today.Count} today{others}:");
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
