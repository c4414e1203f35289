using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Sections.Changes;

/// <summary>The policy that is to take the place of the one that judged: what it changes, and what it would say.</summary>
internal sealed class ChangesSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "changes";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Proposed policy";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.PolicyChange is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        PolicyChangeFacts change = result.PolicyChange!;
        model["policy_change"] = new Node(
            ("path", change.Proposed),
            ("says", Says(change)),
            ("changes", change.Changes.Select(one => new Node(("effect", Effect(one)), ("path", one.Path), ("before", Side(one.Before)),
                ("after", Side(one.After)), ("reason", one.Reason))).ToList()));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (result.PolicyChange is not { } change) return [];
        string table = change.Changes.Count == 0 ? "" : "\n" + new MarkdownTable("Change", "Key", "Policy that holds", "Proposed", "Why")
            .Add(change.Changes.Select(one => (string[])[Escape(Effect(one)), Code(one.Path), Escape(Side(one.Before)),
                Escape(Side(one.After)), Escape(one.Reason)])).Text;
        return [$"### Proposed policy\n\n{Code(change.Proposed)}: {Escape(Says(change))}\n{table}"];
    }

    private static string Says(PolicyChangeFacts change) => change switch
    {
        { Changes.Count: 0 } => "it says the same as the policy that holds.",
        { Unjudged: { } why } => $"it could not judge: {why}",
        { Says: { } says } => $"it would say {says.Verdict.Word()}. {says.Headline}",
        _ => "it changes nothing but the candidate and what decides nothing.",
    };

    private static string Effect(PolicyChangeFact change) => change.Candidate ? "candidate" : change.Effect;

    private static string Side(PolicyWordsFact? words) => words is null ? "–"
        : $"{words.Text} ({words.Source ?? $"line {NumberText.Exact(words.Line)}{(words.File is { } file ? $" of {file}" : "")}"})";
}
