using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.WhatIf;

/// <summary>What the candidate says when a reader changes values: the page scores by itself.</summary>
internal sealed class WhatIfSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "whatif";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "What if";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.WhatIf is { Inputs.Count: > 0, Starts.Count: > 0 };

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        WhatIfFacts facts = result.WhatIf!;
        model["whatif"] = new Node(
            ("what", facts.Kind == "linear" ? "a linear model" : $"{NumberText.Count(facts.Trees.Count)} "
                + $"tree{(facts.Trees.Count == 1 ? "" : "s")} of {NumberText.Count(facts.Trees.Sum(tree => tree.Feature.Count))} nodes"),
            ("calibrated", facts.Calibrations.Count > 0 ? facts.Calibrations[0].Method : null),
            ("size", Phrases.Bytes(EmbeddedJson.Of(result).Length - EmbeddedJson.Of(result with { WhatIf = null }).Length)),
            ("output", facts.Output),
            ("classes", facts.Negative is not null || facts.Classes.Count > 0),
            ("heads", facts.Classes.Count > 0 ? facts.Classes.Select(one => one.Name).ToList() : [facts.Output]),
            ("starts", facts.Starts.Select(start => new Node(
                ("name", start.Name), ("rows", NumberText.Count(start.Rows)),
                ("scores", start.Classes.Count > 0 ? start.Classes.Select(one => NumberText.Estimate(one.Score)).ToList()
                    : [NumberText.Estimate(start.Score)]))).ToList()));
    }
}
