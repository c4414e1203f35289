using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Notes;

/// <summary>Things that a reader should know and that decide nothing.</summary>
internal sealed class NotesSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "notes";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Notes";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Notes.Count > 0;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) => model["notes"] = result.Notes.ToList();

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result) =>
        Has(result) ? ["### Notes\n\n" + string.Concat(result.Notes.Select(note => $"- {Item(note)}\n"))] : [];

    // At the start of a list item a dash, plus, number or such would start a list of its own.
    private static string Item(string note)
    {
        string text = MarkdownText.Escape(note).TrimStart();
        return text.Length > 0 && !char.IsLetter(text[0]) ? "&#8203;" + text : text;
    }
}
