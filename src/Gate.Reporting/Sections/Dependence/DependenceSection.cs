using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Dependence;

/// <summary>How the output moves with the columns that add most: curves, accumulated effects, pairs that interact.</summary>
internal sealed class DependenceSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "dependence";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Dependence";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Dependence is { } facts
        && (facts.Columns.Count > 0 || facts.Classes.Any(one => one.Columns.Count > 0));

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        DependenceFacts facts = result.Dependence!;
        model["dependence"] = new Node(
            ("output", facts.Output),
            ("rows", NumberText.Count(facts.Rows)),
            ("several", facts.Classes.Count > 0),
            ("classes", facts.Classes.Count > 0 ? facts.Classes.Select(one => Class(one.Class, one.Columns, one.Pairs, one.Map)).ToList()
                : [Class("", facts.Columns, facts.Pairs, facts.Map)]));
    }

    private static Node Class(string name, IReadOnlyList<DependenceFact> columns, IReadOnlyList<PairFact> pairs, PairMapFact? map) => new(
        ("name", name),
        ("columns", columns.Select(Column).ToList()),
        ("pairs", pairs.Select(pair => new Node(("first", pair.First), ("second", pair.Second),
            ("h", NumberText.Estimate(pair.SquaredH)))).ToList()),
        ("map", map is null ? null : Map(map)));

    private static Node Column(DependenceFact fact) => new(
        ("feature", fact.Feature),
        ("points", fact.Labels.Select((label, i) => new Node(
            ("label", fact.Numbers is { } numbers ? NumberText.Estimate(numbers[i]) : label),
            ("mean", NumberText.Estimate(fact.Mean[i])),
            ("low", NumberText.Estimate(fact.Low[i])),
            ("high", NumberText.Estimate(fact.High[i])))).ToList()));

    private static Node Map(PairMapFact map)
    {
        double least = map.Means.SelectMany(means => means).Min(), most = map.Means.SelectMany(means => means).Max();
        return new(
            ("down", map.Down),
            ("across", map.Across),
            ("heads", map.AcrossValues.Select(Short).ToList()),
            ("lines", map.DownValues.Zip(map.Means, (value, means) => new Node(
                ("value", Short(value)),
                ("cells", means.Select(mean => new Node(
                    ("mean", NumberText.Estimate(mean)),
                    ("shade", Shades.Shade(mean - least, most - least)))).ToList()))).ToList()));
    }

    /// <summary>A number with few digits; other values as they are.</summary>
    private static string Short(string value) => double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture,
        out double number) ? NumberText.Estimate(number) : value;
}
