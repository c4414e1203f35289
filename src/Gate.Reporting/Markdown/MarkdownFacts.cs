using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Text;
using static Gate.Reporting.Markdown.MarkdownText;

namespace Gate.Reporting.Markdown;

/// <summary>Metrics, waivers, notes, data, model and provenance in Markdown.</summary>
internal static class MarkdownFacts
{
    /// <summary>All metrics over all rows, folded.</summary>
    internal static string Overall(GateResult result)
    {
        if (result.Overall.Count == 0) return "";
        bool baseline = result.Overall.Any(fact => fact.Baseline is not null);
        string[] head = ["Metric", ">Estimate [interval]", .. baseline ? [">Baseline"] : Array.Empty<string>(), "Better"];
        IEnumerable<string[]> rows = result.Overall.Select(fact => (string[])[
            Escape(fact.Metric),
            fact.Undefined is null ? MarkdownFindings.Estimate(fact.Estimate, fact.Interval) : Escape("undefined: " + fact.Undefined),
            .. baseline ? [NumberText.Beside(fact.Baseline, fact.Estimate, fact.Interval)] : Array.Empty<string>(),
            MetricsModel.Better(fact.Direction)]);
        return Folded("Metrics over all test rows", new MarkdownTable(head).Add(rows).Text);
    }

    /// <summary>The policy's waivers.</summary>
    internal static string Waivers(IReadOnlyList<WaiverFacts> waivers) =>
        waivers.Count == 0 ? "" : "### Waivers\n\n" + new MarkdownTable("Condition", "State", "Owner", "Reason", "Issue", "Holds until")
        .Add(
        waivers.Select(waiver => (string[])[Code(waiver.Condition), Escape(waiver.State), Escape(waiver.Owner), Escape(waiver.Reason),
            Escape(waiver.Issue), Escape(waiver.Expires)])).Text;

    /// <summary>Notes.</summary>
    internal static string Notes(IReadOnlyList<string> notes) =>
        notes.Count == 0 ? "" : "### Notes\n\n" + string.Concat(notes.Select(note => $"- {Item(note)}\n"));

    /// <summary>Data and model, folded.</summary>
    internal static string DataAndModel(GateResult result)
    {
        DataFacts data = result.Data;
        string labels = string.Join(", ", data.LabelCounts.Select(entry => $"{entry.Name} {NumberText.Count(entry.Count)}"));
        IEnumerable<(string, string?)> rows =
        [
            ("Sources", string.Join(", ", data.Sources)), ("Rows", NumberText.Count(data.Rows)),
                ("Trained on", data.TrainRows > 0 ? NumberText.Count(data.TrainRows) : null),
            ("Measured on", NumberText.Count(data.TestRows)), ("Split", data.Split), ("Filter", data.Where), ("Label", data.Label),
                ("Positive class", data.Positive),
            ("Test rows by class", labels.Length > 0 ? labels : null), ("Weight", data.Weight),
            .. Model("Candidate", result.Model), .. result.Baseline is { } baseline ? Model("Baseline", baseline) : [],
        ];
        return Folded("Data and model", Terms(rows));
    }

    /// <summary>What the verdict is bound to, folded.</summary>
    internal static string Provenance(GateResult result)
    {
        Provenance provenance = result.Provenance;
        IEnumerable<(string, string?)> rows =
        [
            ("Gate", provenance.Gate), ("Seed", provenance.Seed),
                .. provenance.Engines.Select(engine => (engine.Name, (string?)engine.Text)),
            ("Replaced on the command line", result.Policy.Overrides.Count > 0 ? string.Join(", ", result.Policy.Overrides) : null),
            ("Started", result.Run?.Started), ("Host", result.Run?.Host), ("Commit", result.Run?.Commit),
        ];
        string digests = new MarkdownTable("Input", "File", ">Size", "Digest").Add(
            provenance.Digests.Select(digest => (string[])[Escape(digest.Role), Escape(digest.Name), Phrases.Bytes(digest.Bytes),
                Code(digest.Sha256)])).Text;
        return Folded("Provenance", Terms(rows) + "\n" + digests);
    }

    private static IEnumerable<(string, string?)> Model(string name, ModelFacts model) =>
    [
        (name, $"{Phrases.Spaced(model.Kind)}, {model.Source}"),
        ($"{name}'s threshold", model.Threshold is { } threshold ? NumberText.Exact(threshold) : null),
        ($"{name}'s parameters", model.Parameters.Count > 0
            ? string.Join(", ", model.Parameters.Select(parameter => $"{parameter.Name} {parameter.Text}")) : null),
    ];

    private static string Terms(IEnumerable<(string Name, string? Text)> rows) =>
        new MarkdownTable("What", "Value")
            .Add(rows.Where(row => row.Text is not null).Select(row => (string[])[Escape(row.Name), Escape(row.Text)])).Text;

    private static string Folded(string summary, string body) => $"<details><summary>{summary}</summary>\n\n{body}\n</details>\n";

    // At the start of a list item a dash, plus, number or such would start a list of its own.
    private static string Item(string note)
    {
        string text = Escape(note).TrimStart();
        return text.Length > 0 && !char.IsLetter(text[0]) ? "&#8203;" + text : text;
    }
}
