using System.Text;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Publishing;

/// <summary>Metrics and learners as Markdown.</summary>
internal static class VocabularyTables
{
    public static void Append(StringBuilder page, PolicyVocabulary vocabulary)
    {
        page.Append("## Metrics\n\nNames are those of scikit-learn and Fairlearn. A disparity exists between groups only: it needs `by` "
            + "and takes no `compare`. Parameters are given as `parameters: { name: number }`.\n\n");
        page.Append("Formulas, sources and when each is undefined: [metrics](metrics/).\n");
        Append(page, "Of classification and of every task",
            vocabulary.Metrics.Where(metric => !metric.IsDisparity && !IsOfRegression(metric)));
        Append(page, "Of regression", vocabulary.Metrics.Where(metric => !metric.IsDisparity && IsOfRegression(metric)));
        Append(page, "Disparities between groups", vocabulary.Metrics.Where(metric => metric.IsDisparity));
        page.Append("\n## Algorithms\n\nThe learners of `model.train`, with their parameters.\n\n");
        foreach (AlgorithmWord algorithm in vocabulary.Algorithms) Append(page, algorithm);
        foreach (VariantShape shape in vocabulary.Forms.Select(form => form.Key.Shape).OfType<VariantShape>())
            foreach ((Choice choice, MapShape keys) in shape.Variants)
                if (vocabulary.Algorithms.All(algorithm => algorithm.Name != choice.Word)) Append(page, choice, keys, shape.By);
    }

    /// <summary>What stands in the place of a learner and is none.</summary>
    private static void Append(StringBuilder page, Choice choice, MapShape keys, string deciding)
    {
        page.Append("### ").Append(KeyTable.Code(choice.Word)).Append("\n\n").Append(KeyTable.Cell(choice.Meaning)).Append("\n\n");
        KeyTable.Append(page, new MapShape([.. keys.Keys.Where(key => key.Name != deciding)]));
    }

    private static bool IsOfRegression(MetricWord metric) => metric.Tasks is [PolicyTask.Regression];

    private static void Append(StringBuilder page, string title, IEnumerable<MetricWord> metrics)
    {
        if (!metrics.Any()) return;
        page.Append("\n### ").Append(title).Append("\n\n| metric | aliases | tasks | range | meaning |\n|---|---|---|---|---|\n");
        foreach (MetricWord metric in metrics)
        {
            page.Append("| ").Append(KeyTable.Code(metric.Name)).Append(" | ").AppendJoin(", ", metric.Aliases.Select(KeyTable.Code))
                .Append(" | ").Append(Tasks(metric.Tasks)).Append(" | ").Append(Range(metric))
                .Append(" | ").Append(KeyTable.Cell(metric.Description))
                .Append(metric.NeedsControl ? " It needs `control`." : metric.NeedsBaseline ? " It needs a `baseline`." : "")
                .Append(metric.NeedsFeatures ? " It needs `features`." : metric.OptionalFeatures ? " It may have `features`." : "")
                .Append(metric.ServesClasses ? " Also of one class of several (`class`)." : "");
            foreach (ParameterWord parameter in metric.Parameters)
                page.Append("<br>").Append(KeyTable.Code(parameter.Name)).Append(": ").Append(KeyTable.Cell(parameter.Description))
                    .Append(parameter.Default is double value
                        ? $" Default: {Words.Number(value)}; {Expected.Of(parameter.Shape)}." : "");
            page.Append(" |\n");
        }
    }

    private static void Append(StringBuilder page, AlgorithmWord algorithm)
    {
        page.Append("### ").Append(KeyTable.Code(algorithm.Name)).Append("\n\n").Append(KeyTable.Cell(algorithm.Description))
            .Append(" Tasks: ").Append(Tasks(algorithm.Tasks)).Append(".\n\n");
        var parameters = new MapShape([.. algorithm.Parameters.Select(parameter => parameter.Key)]);
        if (parameters.Keys.Count > 0) KeyTable.Append(page, parameters);
    }

    private static string Tasks(IReadOnlyList<PolicyTask> tasks) =>
        tasks.Count == Enum.GetValues<PolicyTask>().Length
            ? "all" : string.Join(", ", tasks.Select(task => Words.Snake(task).Replace("_classification", "", StringComparison.Ordinal)));

    private static string Range(MetricWord metric) => (double.IsFinite(metric.Low), double.IsFinite(metric.High)) switch
    {
        (true, true) => $"{Words.Number(metric.Low)} to {Words.Number(metric.High)}",
        (true, false) => $"from {Words.Number(metric.Low)}",
        (false, true) => $"up to {Words.Number(metric.High)}",
        _ => "any number",
    };
}
