using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections;

/// <summary>A verdict as templates see it.</summary>
internal static class VerdictNode
{
    /// <summary>Its name in the style sheet, its word for people, and its sign.</summary>
    internal static Node Of(Verdict verdict) =>
        new(("key", verdict.Word()), ("word", Verdicts.Word(verdict)), ("icon", Icons.Of(verdict)));
}
