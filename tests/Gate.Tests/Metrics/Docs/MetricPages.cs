using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Metrics;

namespace Gate.Tests.Metrics.Docs;

/// <summary>Writes the pages of <c>docs/metrics</c> from the catalogue.</summary>
internal static class MetricPages
{
    private static readonly (string Folder, string Title, string Lead)[] families =
    [
        ("Classification", "Metrics of predicted classes",
            "They read a label and a predicted class a row. All are computed from weighted counts of label × prediction."),
        ("Scores", "Metrics of scores", "They read a label and a score a row (one a class in a multiclass task)."),
        ("Regression", "Metrics of predicted numbers", "They read a true and a predicted number a row."),
        ("Fairness", "Rates and named disparities", "Rates that disparities between groups are made of, and the disparities that have "
            + "names. Any other metric of these pages can be compared between groups as well: `compare: difference`, `ratio`, `group_min`, "
            + "`group_max`. How disparities read, and Amazon SageMaker Clarify's names: [disparities](disparities-guide.md)."),
    ];

    public static IEnumerable<(string File, string Text)> All() =>
        families.Select(family => ($"{family.Folder.ToLowerInvariant()}.md", Page(family)));

    private static string Page((string Folder, string Title, string Lead) family)
    {
        var page = new StringBuilder("<!-- Written from the catalogue by a test; run the tests with GATE_UPDATE_DOCS=1 to write it anew. "
            + $"-->\n\n# {family.Title}\n\n{family.Lead} How intervals are made: [intervals](intervals.md).\n");
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.GetType().Namespace!.EndsWith($".{family.Folder}",
            StringComparison.Ordinal)))
            Write(page, metric);
        if (family.Folder == "Fairness")
            foreach (NamedDisparity disparity in DisparityCatalogue.All) Write(page, disparity);
        return page.ToString();
    }

    private static void Write(StringBuilder page, Metric metric)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## `{metric.Name}`\n\n{metric.Definition}\n\n");
        Aliases(page, metric.Aliases);
        page.Append(CultureInfo.InvariantCulture,
            $"- Range: {Number(metric.Range.Low)} to {Number(metric.Range.High)}; {Words(metric.Direction)}\n");
        Parameters(page, metric);
        page.Append(CultureInfo.InvariantCulture, $"- Tasks: {string.Join(", ", metric.Tasks.Select(Words))}\n");
        if (!metric.Tasks.Contains(TaskType.MulticlassClassification) && metric.OneVsRest(0, "class") is not null)
            page.Append("- Of one class against the others: in multiclass classification, as `").Append(metric.Name).Append("[class]`\n");
        page.Append(CultureInfo.InvariantCulture,
            $"- Undefined: {(metric.UndefinedWhen.Length > 0 ? metric.UndefinedWhen : "never, if there is a row with weight")}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Source: {metric.Source}\n");
    }

    private static void Write(StringBuilder page, NamedDisparity disparity)
    {
        Comparison comparison = disparity.Comparison;
        page.Append(CultureInfo.InvariantCulture, $"\n## `{comparison.Name}`\n\n{disparity.Definition}\n\n");
        Aliases(page, disparity.Aliases);
        string compares = comparison.Kind == CompareKind.Joint
            ? "all groups at once" : string.Join(", ", comparison.Parts.Select(part => $"`{part.Name}`"));
        page.Append(CultureInfo.InvariantCulture, $"- Compares: {compares}, {Words(comparison)}; {Better(disparity)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Range: {Number(disparity.Range.Low)} to {Number(disparity.Range.High)}\n");
        foreach (Metric part in comparison.Parts) Parameters(page, part);
        page.Append(CultureInfo.InvariantCulture, $"- Tasks: {string.Join(", ", disparity.Tasks.Select(Words))}\n");
        if (disparity.NeedsControl) page.Append("- Needs control columns\n");
        page.Append(CultureInfo.InvariantCulture, $"- Undefined: {disparity.UndefinedWhen}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Source: {disparity.Source}\n");
    }

    private static void Aliases(StringBuilder page, IReadOnlyList<string> aliases)
    {
        if (aliases.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"- Also: {string.Join(", ", aliases.Select(alias => $"`{alias}`"))}\n");
    }

    private static void Parameters(StringBuilder page, Metric metric)
    {
        foreach (MetricParameter parameter in metric.Parameters)
            page.Append(CultureInfo.InvariantCulture,
                $"- Parameter `{parameter.Name}`: {(parameter.IsWhole ? "a whole number" : "a number")} from {Number(parameter.Min)} to "
                + $"{Number(parameter.Max)}, by default {Number(parameter.Default)}. {parameter.Description}\n");
    }

    private static string Better(NamedDisparity disparity) => disparity.Comparison switch
    {
        { Kind: CompareKind.Ratio, Signed: true } => "nearer to 1 is better",
        _ when disparity.Range.Low < 0 => "nearer to 0 is better",
        var comparison => Words(comparison.Direction),
    };

    private static string Words(Comparison comparison) => (comparison.Method, comparison.Kind) switch
    {
        (_, CompareKind.GroupMin) => "the smallest of a group",
        (_, CompareKind.GroupMax) => "the largest of a group",
        (CompareMethod.ToRest, _) when comparison.Signed || comparison.Kind == CompareKind.Joint =>
            "each group with all other rows or with a reference group" + (comparison.Signed && comparison.Kind == CompareKind.Difference
            ? ", reference minus group" : ""),
        (CompareMethod.ToRest, _) => "each group with all other rows",
        (CompareMethod.ToReference, _) => "each group with a reference group",
        (CompareMethod.ToOverall, _) => "each group with all rows",
        _ => "groups with each other",
    };

    private static string Number(double value) =>
        double.IsInfinity(value) ? value > 0 ? "∞" : "-∞" : value.ToString(CultureInfo.InvariantCulture);

    private static string Words(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => "higher is better",
        Direction.LowerIsBetter => "lower is better",
        _ => "neither direction is better",
    };

    private static string Words(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary classification",
        TaskType.MulticlassClassification => "multiclass classification",
        _ => "regression",
    };
}
