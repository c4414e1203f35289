using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Surrogates;

/// <summary>A small tree that says about what the candidate says, and how well it does.</summary>
internal sealed class SurrogateSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "surrogate";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "In short";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Surrogate is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        SurrogateFacts facts = result.Surrogate!;
        double least = Nodes(facts.Tree).Min(node => node.Value), most = Nodes(facts.Tree).Max(node => node.Value);
        model["surrogate"] = new Node(
            ("depth", NumberText.Count(facts.MaxDepth)),
            ("learned", NumberText.Count(facts.LearnedRows)),
            ("rows", NumberText.Count(facts.Rows)),
            ("fidelity", Fidelity(facts.Fidelity, facts.Interval)),
            ("what", result.Policy.Task == "regression" ? "prediction" : "score"),
            ("class", facts.Class),
            ("classes", facts.Classes.Select(one => new Node(("name", one.Class), ("learned", NumberText.Count(one.LearnedRows)),
                ("fidelity", NumberText.Estimate(one.Fidelity, one.Interval)),
                ("interval", Interval(one.Fidelity, one.Interval)))).ToList()),
            ("kinds", Kinds(facts).Select(kind => new Node(("name", Head(kind.What)))).ToList()),
            ("all", Kinds(facts).Select(kind => Cell(kind.Fidelity, kind.Interval)).ToList()),
            ("groups", facts.Groups.Select(group => new Node(
                ("by", group.By), ("group", group.Group), ("rows", NumberText.Count(group.Rows)),
                ("kinds", Kinds(facts).Select(kind => kind.Groups.FirstOrDefault(own => (own.By, own.Group) == (group.By, group.Group)))
                    .Select(own => Cell(own?.Fidelity, own?.Interval)).ToList()))).ToList()),
            ("tree", Tree(facts.Tree, 0, least, most)));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (result.Surrogate is not { } facts) yield break;
        yield return Folded("Surrogate", MarkdownText.Escape($"A tree of {NumberText.Count(facts.MaxDepth)} questions says what the model "
            + $"says{(facts.Class is null ? "" : $" of {facts.Class}, the class whose tree says it worst,")} with a fidelity (r2) of "
            + $"{Fidelity(facts.Fidelity, facts.Interval)} on {NumberText.Count(facts.Rows)} test rows.")
            + "\n");
    }

    /// <summary>The tree first, then the others.</summary>
    private static List<OtherSurrogateFacts> Kinds(SurrogateFacts facts) =>
        [new("", "this tree", facts.Fidelity, facts.Interval, facts.Groups), .. facts.Others];

    private static Node Cell(double? value, IntervalFact? interval) => new(
        ("fidelity", NumberText.Estimate(value, interval)), ("interval", Interval(value, interval)));

    private static string? Interval(double? value, IntervalFact? interval) =>
        interval is null ? null : NumberText.Interval(value, interval);

    /// <summary>The head of a column: without what stands in brackets.</summary>
    private static string Head(string what) => what.Split(" (")[0] is [var first, .. var rest]
        ? char.ToUpperInvariant(first) + rest : what;

    private static List<Node> Tree(SurrogateNodeFact node, int depth, double least, double most) => [new Node(
        ("depth", depth),
        ("text", node.Text),
        ("rows", NumberText.Count(node.Rows)),
        ("value", NumberText.Estimate(node.Value)),
        ("leaf", node.Children.Count == 0),
        ("bar", Shades.Of(node.Value - least, most - least))),
        .. node.Children.SelectMany(child => Tree(child, depth + 1, least, most))];

    private static IEnumerable<SurrogateNodeFact> Nodes(SurrogateNodeFact node) => [node, .. node.Children.SelectMany(Nodes)];

    private static string Fidelity(double? value, IntervalFact? interval) => NumberText.Estimate(value, interval)
        + (interval is null ? "" : $" ({NumberText.Interval(value, interval)})");
}
