using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Data;

/// <summary>The data; its Markdown holds the models as well, in one table.</summary>
internal sealed class DataSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "data";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Data";

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        DataFacts data = result.Data;
        long labelled = data.LabelCounts.Sum(entry => entry.Count);
        model["data"] = new Node(
            ("facts", Node.Terms(
                ("Sources", string.Join(", ", data.Sources)),
                ("Rows", NumberText.Count(data.Rows)),
                ("Trained on", data.TrainRows > 0 ? $"{NumberText.Count(data.TrainRows)} rows" : null),
                ("Measured on", $"{NumberText.Count(data.TestRows)} rows"),
                ("Split", data.Split),
                ("Filter", data.Where),
                ("Label", data.Label),
                ("Positive class", data.Positive),
                ("Weight", data.Weight),
                ("Test rows in the training rows", InTraining(data)),
                ("Test rows that repeat", Repeated(data)))),
            ("test_rows", NumberText.Count(data.TestRows)),
            ("labels", data.LabelCounts.Select(entry => new Node(
                ("name", entry.Name),
                ("count", NumberText.Count(entry.Count)),
                ("share", labelled > 0 ? Share(entry.Count, labelled) : "–"))).ToList()),
            ("columns", data.Columns.Select(Column).ToList()),
            ("column_count", NumberText.Count(data.Columns.Count)));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        DataFacts data = result.Data;
        string labels = string.Join(", ", data.LabelCounts.Select(entry => $"{entry.Name} {NumberText.Count(entry.Count)}"));
        IEnumerable<(string, string?)> rows =
        [
            ("Sources", string.Join(", ", data.Sources)), ("Rows", NumberText.Count(data.Rows)),
            ("Trained on", data.TrainRows > 0 ? NumberText.Count(data.TrainRows) : null),
            ("Measured on", NumberText.Count(data.TestRows)), ("Split", data.Split), ("Filter", data.Where), ("Label", data.Label),
            ("Positive class", data.Positive), ("Test rows by class", labels.Length > 0 ? labels : null), ("Weight", data.Weight),
            ("Test rows in the training rows", InTraining(data)), ("Test rows that repeat", Repeated(data)),
            .. Model("Candidate", result.Model), .. result.Baseline is { } baseline ? Model("Baseline", baseline) : [],
        ];
        return [Folded("Data and model", Terms(rows))];
    }

    private static string? InTraining(DataFacts data) => data.Repetition is { TestRowsInTraining: { } rows, ShareByChance: { } chance }
        ? $"{NumberText.Count(rows)}; chance gives {Phrases.Share(chance)}" : null;

    private static string? Repeated(DataFacts data) => data.Repetition is { } repetition
        ? NumberText.Count(repetition.TestRowsRepeated) : null;

    private static Node Column(ColumnFacts column) => new(
        ("name", column.Name),
        ("type", column.Type),
        ("role", column.Role),
        ("missing", NumberText.Count(column.Missing)),
        ("distinct", column.Distinct is { } distinct ? NumberText.Count(distinct) : "–"));

    private static string Share(long count, long all) => NumberText.Percent(Math.Round((double)count / all, 3));

    private static IEnumerable<(string, string?)> Model(string name, ModelFacts model) =>
    [
        (name, $"{Phrases.Spaced(model.Kind)}, {model.Source}"),
        ($"{name}'s threshold", model.Threshold is { } threshold ? NumberText.Bound(threshold) : null),
        ($"{name}'s parameters", model.Parameters.Count > 0
            ? string.Join(", ", model.Parameters.Select(parameter => $"{parameter.Name} {parameter.Text}")) : null),
    ];
}
