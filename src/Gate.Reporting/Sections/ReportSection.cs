using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections;

/// <summary>
/// One section of the report: whether a result has facts for it, what its template sees, its line in the contents, and its Markdown. It
/// lies in a folder of its own with its template <c>name.sbn</c>, and its charts, if it has any, in <c>web/src/sections/name</c>. The
/// recipe is docs/adding-a-report-section.md.
/// </summary>
internal abstract class ReportSection
{
    /// <summary>The name of the template and the anchor on the page: lower case, one word.</summary>
    internal abstract string Name { get; }

    /// <summary>Its line in the contents.</summary>
    internal abstract string Title(GateResult result);

    /// <summary>Whether the result has the facts that it shows. Without them nothing of it is loaded.</summary>
    internal virtual bool Has(GateResult result) => true;

    /// <summary>Whether it shows nothing without the app.</summary>
    internal virtual bool NeedsApp => false;

    /// <summary>Adds to the model what its template shows, ready to print.</summary>
    internal abstract void Fill(Node model, GateResult result);

    /// <summary>What it says in the summary: blocks that each end with a newline and are complete in themselves, or none.</summary>
    internal virtual IEnumerable<string> Markdown(GateResult result) => [];
}
