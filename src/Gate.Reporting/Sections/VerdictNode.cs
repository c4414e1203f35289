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

    /// <summary>The name of a finding's verdict in the style sheet.</summary>
    internal static string Key(Finding finding) => (finding.PassedByPolicy is null ? finding.Verdict : Verdict.Inform).Word();

    /// <summary>The same of a finding. One that the policy let pass has the sign of what decides nothing.</summary>
    internal static Node Of(Finding finding) => finding.PassedByPolicy is null ? Of(finding.Verdict) : new(
        ("key", Key(finding)), ("word", Verdicts.Word(finding)), ("icon", Icons.Of(Verdict.Inform)));
}
