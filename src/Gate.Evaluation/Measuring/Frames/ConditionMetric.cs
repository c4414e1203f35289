using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>The metric that a condition names, with its parameters and its class.</summary>
internal static class ConditionMetric
{
    /// <summary>A named disparity by its name or an alias, or null.</summary>
    public static NamedDisparity? Disparity(string name) =>
        DisparityCatalogue.All.FirstOrDefault(disparity => disparity.Comparison.Name == name)
            ?? DisparityCatalogue.All.FirstOrDefault(disparity => disparity.Aliases.Contains(name));

    /// <summary>The metric of a condition that names no disparity.</summary>
    public static Metric Of(ConditionSpec condition, IReadOnlyList<string> classes) =>
        OfClass(MetricCatalogue.Find(condition.Metric)!.With(condition.Parameters), condition.Class, classes);

    /// <summary>The metric of one class against the rest, where a class is named.</summary>
    public static Metric OfClass(Metric metric, string? name, IReadOnlyList<string> classes)
    {
        if (name is null) return metric;
        int code = Labels.IndexOf(classes, name);
        return metric.OneVsRest(code, classes[code])
            ?? throw new InvalidOperationException($"{metric.Name} is not asked of single classes");
    }

    /// <summary>A metric for people: <c>fbeta (beta 2)</c>, <c>recall of setosa</c>.</summary>
    public static string Text(string name, ConditionSpec condition)
    {
        string parameters =
            string.Join(", ", condition.Parameters.Select(parameter => $"{parameter.Key} {NumberText.Bound(parameter.Value)}"));
        return name + (parameters.Length > 0 ? $" ({parameters})" : "") + (condition.Class is null ? "" : $" of {condition.Class}");
    }
}
