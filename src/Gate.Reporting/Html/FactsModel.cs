using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Html;

/// <summary>Data, model, waivers and provenance as templates see them.</summary>
internal static class FactsModel
{
    /// <summary>The data.</summary>
    internal static Node Data(DataFacts data)
    {
        long labelled = data.LabelCounts.Sum(entry => entry.Count);
        return new Node(
            ("facts", Terms(
                ("Sources", string.Join(", ", data.Sources)),
                ("Rows", NumberText.Count(data.Rows)),
                ("Trained on", data.TrainRows > 0 ? $"{NumberText.Count(data.TrainRows)} rows" : null),
                ("Measured on", $"{NumberText.Count(data.TestRows)} rows"),
                ("Split", data.Split),
                ("Filter", data.Where),
                ("Label", data.Label),
                ("Positive class", data.Positive),
                ("Weight", data.Weight))),
            ("test_rows", NumberText.Count(data.TestRows)),
            ("labels", data.LabelCounts.Select(entry => new Node(
                ("name", entry.Name),
                ("count", NumberText.Count(entry.Count)),
                ("share", labelled > 0 ? Share(entry.Count, labelled) : "–"))).ToList()),
            ("columns", data.Columns.Select(column => new Node(
                ("name", column.Name),
                ("type", column.Type),
                ("role", column.Role),
                ("missing", NumberText.Count(column.Missing)),
                ("distinct", column.Distinct is { } distinct ? NumberText.Count(distinct) : "–"))).ToList()),
            ("column_count", NumberText.Count(data.Columns.Count)));
    }

    /// <summary>The candidate or the baseline.</summary>
    internal static Node Model(ModelFacts model) => new(
        ("kind", Phrases.Spaced(model.Kind)),
        ("facts", Terms([
            ("Kind", Phrases.Spaced(model.Kind)),
            ("Source", model.Source),
            ("Threshold", model.Threshold is { } threshold ? NumberText.Exact(threshold) : null),
            .. model.Facts.Select(fact => (fact.Name, (string?)fact.Text))])),
        ("parameters", Terms([.. model.Parameters.Select(parameter => (parameter.Name, (string?)parameter.Text))])),
        ("features", model.Features.ToList()),
        ("feature_count", NumberText.Count(model.Features.Count)));

    /// <summary>One waiver.</summary>
    internal static Node Waiver(WaiverFacts waiver) => new(
        ("condition", waiver.Condition), ("owner", waiver.Owner), ("reason", waiver.Reason), ("issue", waiver.Issue),
            ("expires", waiver.Expires), ("state", waiver.State));

    /// <summary>What the verdict is bound to.</summary>
    internal static Node Provenance(Provenance provenance) => new(
        ("facts", Terms([("Gate", provenance.Gate), ("Seed", provenance.Seed),
            .. provenance.Engines.Select(engine => (engine.Name, (string?)engine.Text))])),
        ("digests", provenance.Digests.Select(digest => new Node(
            ("role", digest.Role), ("name", digest.Name), ("sha256", digest.Sha256), ("size", Phrases.Bytes(digest.Bytes)))).ToList()));

    /// <summary>Time and host.</summary>
    internal static Node Run(RunFacts run) => new(
        ("started", Phrases.Moment(run.Started)),
        ("facts", Terms(
            ("Started", Phrases.Moment(run.Started)),
            ("Took", FormattableString.Invariant($"{run.Seconds:0.0} s")),
            ("Host", run.Host),
            ("Platform", run.Platform),
            ("Commit", run.Commit),
            ("Run", run.Link))));

    private static string Share(long count, long all) => NumberText.Percent(Math.Round((double)count / all, 3));

    private static List<Node> Terms(params IEnumerable<(string Name, string? Text)> terms) =>
        [.. terms.Where(term => term.Text is not null).Select(term => new Node(("term", term.Name), ("text", term.Text)))];
}
