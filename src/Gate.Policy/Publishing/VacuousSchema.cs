using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;
using static Gate.Policy.Publishing.SchemaParts;

namespace Gate.Policy.Publishing;

/// <summary>Bounds that cannot fail or that a bad model passes too, as JSON Schema; the reader says the same in words.</summary>
internal static class VacuousSchema
{
    public static IEnumerable<JsonObject> Rules(PolicyVocabulary vocabulary)
    {
        JsonObject strict = Not(AnyOf(Is("vacuous", "allowed"), Is("level", "inform")));
        foreach ((bool higher, CompareSpec compare, string bound, string other) in
            new[] { (true, CompareSpec.Ratio, "max", "min"), (false, CompareSpec.Difference, "min", "max") })
        {
            JsonObject better = AllOf(MetricIn(vocabulary.Metrics.Where(metric => metric.HigherIsBetter == higher)), Not(Compared()));
            yield return If(AllOf(strict, AnyOf(better, Compared(compare))), AnyOf(Not(Given(bound)), Given(other)));
        }
        yield return If(AllOf(strict, Compared(CompareSpec.GroupMax)), Not(Given("min")));
        yield return If(AllOf(strict, Compared(CompareSpec.GroupMin)), Not(Given("max")));
        foreach (var metrics in vocabulary.Metrics.GroupBy(metric => (metric.Low, metric.High, metric.HigherIsBetter)))
        {
            MetricWord any = metrics.First();
            JsonObject named = AllOf(strict, MetricIn(metrics));
            yield return If(AllOf(named, Not(Compared())), Inside(any, null));
            yield return If(AllOf(named, Compared(CompareSpec.Difference)), Inside(any, CompareSpec.Difference));
            yield return If(AllOf(named, Compared(CompareSpec.Ratio)), Inside(any, CompareSpec.Ratio));
        }
    }

    /// <summary>Bounds that lie before the ends of what there can be.</summary>
    private static JsonObject Inside(MetricWord metric, CompareSpec? compare)
    {
        (double low, double high) = ValueRange.Of(metric, compare);
        var properties = new JsonObject();
        if (double.IsFinite(low)) properties["min"] = new JsonObject { ["exclusiveMinimum"] = YamlJson.Number(low) };
        if (double.IsFinite(high)) properties["max"] = Below(high);
        if (double.IsFinite(high - low)) properties["max_regression"] = Below(high - low);
        if (low >= 0 && ValueRange.HigherIsBetter(metric, compare) == true) properties["max_relative_regression"] = Below(1);
        return new JsonObject { ["properties"] = properties };
    }

    private static JsonObject Below(double end) => new() { ["exclusiveMaximum"] = YamlJson.Number(end) };
}
