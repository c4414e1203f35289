using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;
using static Gate.Policy.Publishing.SchemaParts;

namespace Gate.Policy.Publishing;

/// <summary>Bounds that cannot fail or that a bad model passes too, as JSON Schema; the reader says the same in words.</summary>
internal static class VacuousSchema
{
    /// <summary>Rules of any condition that compares groups.</summary>
    public static IEnumerable<JsonObject> Rules()
    {
        yield return If(AllOf(Strict, Compared(CompareSpec.GroupMax)), Not(Given("min")));
        yield return If(AllOf(Strict, Compared(CompareSpec.GroupMin)), Not(Given("max")));
    }

    /// <summary>Rules of a condition on a metric, compared in a way: bounds on the side that matters, before the ends of what there can
    /// be.</summary>
    public static JsonObject Of(MetricWord metric, CompareSpec? compare)
    {
        JsonObject inside = Inside(metric, compare);
        bool? higher = ValueRange.HigherIsBetter(metric, compare);
        if (higher is null) return If(Strict, inside);
        (string better, string other) = higher == true ? ("max", "min") : ("min", "max");
        return If(Strict, AllOf(inside, AnyOf(Not(Given(better)), Given(other))));
    }

    /// <summary>The condition decides something, and does not say that such bounds are meant.</summary>
    private static JsonObject Strict => Not(AnyOf(Is("vacuous", "allowed"), Is("level", "inform")));

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
