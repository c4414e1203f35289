using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Conditions;

/// <summary>The judged conditions, worst first, each with the groups behind it.</summary>
internal sealed class ConditionsSection : ReportSection
{
    private const int FindingsPerTable = 100;

    /// <inheritdoc/>
    internal override string Name => "conditions";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Conditions";

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) => model["findings"] = FindingModel.All(result).ToList();

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        Finding[] findings = [.. Verdicts.Sorted(result.Findings)];
        return [.. findings.Chunk(FindingsPerTable).Select(FindingMarkdown.Table),
            .. findings.Select(FindingMarkdown.Folded)];
    }
}
