using Gate.Evaluation.Results;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Markdown;

/// <summary>The head of the summary.</summary>
internal static class MarkdownVerdict
{
    /// <summary>Verdict, headline and counts.</summary>
    internal static string Head(GateResult result)
    {
        string counts = string.Join(" · ", Verdicts.Counted(result.Counts)
            .Select(entry => $"{Verdicts.Emoji(entry.Verdict)} {NumberText.Count(entry.Count)} {entry.Text}"));
        string title = result.Policy.Title.Length > 0 ? result.Policy.Title : result.Policy.Name;
        return $"## {Verdicts.Emoji(result.Seen())} {Verdicts.Word(result.Seen())}: "
            + $"{Escape(title)}\n\n**{Escape(result.Headline)}**\n\n{Decided(result)}{counts}\n";
    }

    private static string Decided(GateResult result) => result.DecidedBy is { } decided
        ? $"{Code(decided.Condition)}: {Escape(decided.Sentence)}\n\n" : "";
}
