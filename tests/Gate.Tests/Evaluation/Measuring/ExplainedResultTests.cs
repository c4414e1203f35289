using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Tests.Reporting;

namespace Gate.Tests.Evaluation.Measuring;

/// <summary>All that a result says of how a model decides, in approved files. What the numbers are is held elsewhere, against published
/// values and brute force; here, that each stands where it belongs.</summary>
public sealed class ExplainedResultTests
{
    private static readonly string[] conditions =
    [
        "{ metric: attribution_share, features: [age, town], max: 0.9, level: inform }",
        "{ metric: attribution_rank, features: income, max: 2, level: inform }",
        "{ metric: additivity_error, max: 1e-6 }",
        "{ metric: attribution_gap, by: g, features: [age, income, debt, town], max: 0.5, level: inform }",
        "{ metric: attribution_gap, by: g, features: [town], max: 0.5, level: inform }",
        "{ metric: proxy_auc, by: g, max: 0.8, level: inform }",
        "{ metric: slice_error_ratio, max: 3, level: inform }",
        "{ metric: monotonicity_violation, features: income, max: 0.01, level: inform }",
        "{ metric: surrogate_fidelity, by: g, compare: group_min, min: 0.7, level: inform }",
        "{ metric: attribution_rank_correlation, min: 0.8, level: inform }",
    ];

    /// <summary>Three numbers, one of them with gaps, a town that g can be told from, and two columns of groups.</summary>
    private static string Rows(Func<int, double, string> label)
    {
        var random = new SplitMix64(11);
        var lines = new List<string> { "age,income,debt,town,g,h,w,y" };
        for (int i = 0; i < 500; i++)
        {
            int age = 20 + random.NextInt(50), income = random.NextInt(90), debt = random.NextInt(30);
            string g = random.NextInt(3) == 0 ? "b" : "a", town = random.NextInt(5) == 0 ? "Ulm" : g == "a" ? "Bonn" : "Köln";
            double score = income - debt + (town == "Bonn" ? 15 : 0) + random.NextInt(25);
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{(i % 17 == 0 ? "" : age)},{income},{debt},{town},{g},{"xyz"[random.NextInt(3)]},{1 + i % 3},{label(i, score)}"));
        }
        return string.Join('\n', lines) + "\n";
    }

    [Fact]
    public void Of_two_classes() => Approve("explained-binary.json", $$"""
        version: 1
        name: explained
        task: binary_classification
        data: { source: d.csv, label: y, positive: 1, sensitive: [g, h], split: { test: 0.5, seed: 3 }, features: { exclude: [w] } }
        model: { train: { algorithm: decision_tree, max_depth: 4 } }
        baseline: { train: { algorithm: logistic_regression } }
        explain: { method: shap }
        report: { what_if: true }
        conditions:
        {{string.Join('\n', conditions.Select(condition => "- " + condition))}}
        """, Rows((_, score) => score > 45 ? "1" : "0"));

    [Fact]
    public void Of_weighted_rows_by_their_probability() => Approve("explained-probability.json", $$"""
        version: 1
        name: explained
        task: binary_classification
        data: { source: d.csv, label: y, positive: 1, sensitive: [g, h], split: { test: 0.5, seed: 3 }, weight: w }
        model: { train: { algorithm: logistic_regression } }
        explain: { method: shap, output: probability, max_rows: 60, background: 20, immutable: [age, town] }
        conditions:
        - { metric: attribution_gap, by: g, control: h, features: income, max: 0.5, level: inform }
        - { metric: monotonicity_violation, features: debt, parameters: { direction: -1 }, max: 0.01, level: inform }
        """, Rows((_, score) => score > 45 ? "1" : "0"));

    [Fact]
    public void Of_several_classes() => Approve("explained-classes.json", """
        version: 1
        name: explained
        task: multiclass_classification
        data: { source: d.csv, label: y, sensitive: [g], split: { test: 0.5, seed: 3 }, features: { exclude: [w] } }
        model: { train: { algorithm: decision_tree, max_depth: 3 } }
        explain: { method: shap }
        conditions:
        - { metric: attribution_share, features: income, max: 0.9, level: inform }
        - { metric: slice_error_ratio, max: 3, level: inform }
        """, Rows((_, score) => score > 60 ? "high" : score > 30 ? "middle" : "low"));

    [Fact]
    public void Of_numbers() => Approve("explained-numbers.json", """
        version: 1
        name: explained
        task: regression
        data: { source: d.csv, label: y, sensitive: [g], split: { test: 0.5, seed: 3 }, features: { exclude: [w] } }
        model: { train: { algorithm: linear_regression } }
        explain: { method: shap }
        conditions:
        - { metric: attribution_gap, by: g, features: [debt, town], max: 0.5, level: inform }
        - { metric: slice_error_ratio, max: 3, level: inform }
        - { metric: surrogate_fidelity, min: 0.5, level: inform }
        """, Rows((_, score) => score.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The parts of the result that explain, and what was found of each condition, numbers to nine digits.</summary>
    private static void Approve(string name, string policy, string csv)
    {
        using TestRun run = new(policy, ("d.csv", csv));
        JsonObject result = JsonNode.Parse(ResultJson.Write(run.Execute()))!.AsObject();
        var shown = new JsonObject();
        foreach (string key in (string[])["importance", "attribution", "proxies", "error_analysis", "dependence", "surrogate",
            "counterfactuals", "what_if", "notes"])
            if (result[key] is { } part) shown[key] = Rounded(part);
        shown["findings"] = new JsonArray([.. result["findings"]!.AsArray().Select(finding => Rounded(finding!))]);
        Expectation.Matches(name, shown.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
    }

    private static JsonNode? Rounded(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Rounded(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Rounded)]),
        JsonValue value when value.TryGetValue(out double number) && number != Math.Round(number) =>
            JsonValue.Create(double.Parse(number.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };
}
