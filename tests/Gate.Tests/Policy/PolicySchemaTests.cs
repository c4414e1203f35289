using System.Text.Json.Nodes;
using Gate.Policy;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Publishing;
using Gate.Policy.Vocabulary;

namespace Gate.Tests.Policy;

/// <summary>The schema says of a policy what the reader says: both come from one table, and this holds them against each other.</summary>
public class PolicySchemaTests
{
    private static readonly string Schema = PolicySchema.Write(FakeVocabulary.Small);

    private static readonly string Predicted = Policies.Minimal.Replace("train: { algorithm: decision_tree, max_depth: 4 }",
        "predictions: { prediction: p, score: s }", StringComparison.Ordinal);

    private const string Tree = "algorithm: decision_tree, max_depth: 4";

    private static readonly string[] Good =
    [
        Policies.Full, Policies.Minimal, Predicted, PolicyExample.Text,
        Minimal("version: 1", "version: 1\nbaseline: null\nevidence:\nwaivers: ~"),
        Minimal("split: { test: 0.3 }", "split: { column: part }"),
        Minimal("split: { test: 0.3 }", "test: [a.csv, b.csv]"),
        Minimal("max_depth: 4", "max_depth: null"),
        Minimal("min: 0.8", "level: inform").Replace("version: 1", "version: 1\nreport_only: true", StringComparison.Ordinal),
        Minimal("min: 0.8", "max: 0.8\n    vacuous: allowed"),
        Minimal("max_depth: 4 }", "max_depth: 4 }\n  threshold: { maximise: f1 }\n  calibrate: isotonic"),
        Minimal(Tree, "algorithm: auto"),
        Minimal(Tree, "algorithm: auto, primary_metric: accuracy, max_trials: 5, candidates: [decision_tree], cross_validation: 3, "
            + "timeout_minutes: 0.5, trial_timeout_minutes: 0.1, early_stopping: false, ensemble: false, subject_to: conditions"),
        Scored("threshold: 50\n  score_type: percent"), Scored("threshold: -1\n  score_type: logit"), Scored("score_type: probability"),
        Scored("score_type: any\n  threshold: 600"),
        Minimal("min: 0.8", "min: 0\n    vacuous: allowed"),
        Minimal("min: 0.8", "max: 0.8\n    min: 0.1"),
        Minimal("min: 0.8", "max: 0.8\n    level: inform").Replace("version: 1", "version: 1\nreport_only: true", StringComparison.Ordinal),
        Minimal("min: 0.8", "by: [sex]\n    compare: ratio\n    method: to_overall\n    min: 0.8"),
        Minimal("min: 0.8", "min: 0.8\n    where: \"age > 3\""),
        Minimal("min: 0.8", "min: 0.8\n    by: sex\n    compare: ratio\n    method: to_reference\n    reference: { group: largest }"),
        Minimal("metric: accuracy", "metric: fbeta\n    parameters: { beta: 2 }"),
        Minimal("metric: accuracy", "metric: dpl\n    by: sex\n    reference: F"),
        Minimal("metric: accuracy\n    min: 0.8", "metric: proxy_auc\n    by: sex\n    max: 0.8"),
        Minimal("metric: accuracy\n    min: 0.8", "metric: proxy_auc\n    by: sex\n    features: [a, b]\n    max: 0.8"),
        Minimal("version: 1", "version: 1\nfamilies: { fair: {} }").Replace("min: 0.8", "min: 0.8\n    family: fair",
            StringComparison.Ordinal),
        Minimal("binary_", "multiclass_").Replace("metric: accuracy", "metric: recall\n    class: 1", StringComparison.Ordinal),
        Minimal("binary_", "multiclass_").Replace("metric: accuracy", "metric: recall\n    by: sex\n    compare: ratio",
            StringComparison.Ordinal),
        Minimal("binary_", "multiclass_").Replace("max_depth: 4 }", "max_depth: 4 }\n  calibrate: isotonic", StringComparison.Ordinal),
        Minimal("version: 1", "version: 1\nbaseline: { predictions: { score: s } }")
            .Replace("min: 0.8", "by: sex\n    compare: each\n    max_relative_regression: 0.1", StringComparison.Ordinal),
        Minimal("source: rows.csv", "source: { sql: \"SELECT 1\\nFROM x\" }"),
        Predicted.Replace("predictions: { prediction: p", "predictions: { source: p.csv, prediction: p", StringComparison.Ordinal)
            .Replace("  source: rows.csv\n", "", StringComparison.Ordinal),
        Predicted.Replace("binary_", "multiclass_", StringComparison.Ordinal).Replace("score: s", "score: { a: x, 1: y }",
            StringComparison.Ordinal),
        Predicted.Replace("binary_classification", "regression", StringComparison.Ordinal)
            .Replace(", score: s", "", StringComparison.Ordinal).Replace("accuracy", "r2", StringComparison.Ordinal)
            .Replace("min: 0.8", "min: -5", StringComparison.Ordinal),
    ];

    private static readonly string[] Bad =
    [
        Predicted.Replace("score: s }", "score: s }\n  threshold: 50", StringComparison.Ordinal),
        Minimal(Tree, "algorithm: auto, max_depth: 4"), Minimal(Tree, "algorithm: auto, max_trials: 0"),
        Minimal(Tree, "algorithm: auto, primary_metric: r2"), Minimal(Tree, "algorithm: auto, primary_metric: recall"),
        Minimal(Tree, "algorithm: auto, candidates: []"), Minimal(Tree, "algorithm: auto, candidates: [auto]"),
        Minimal(Tree, "algorithm: auto, timeout_minutes: 0"), Minimal(Tree, "algorithm: auto, cross_validation: 1"),
        Minimal(Tree, "algorithm: auto, candidates: [logistic_regression]").Replace("binary_classification", "regression",
            StringComparison.Ordinal).Replace("accuracy", "r2", StringComparison.Ordinal),
        Scored("threshold: { maximise: f1 }"), Scored("calibrate: isotonic"),
        Minimal("max_depth: 4 }", "max_depth: 4 }\n  threshold: { maximise: recall }"),
        Minimal("max_depth: 4 }", "max_depth: 4 }\n  threshold: {}"),
        Minimal("max_depth: 4 }", "max_depth: 4 }\n  calibrate: beta"),
        Minimal("binary_classification", "regression").Replace("accuracy", "r2", StringComparison.Ordinal)
            .Replace("max_depth: 4 }", "max_depth: 4 }\n  calibrate: isotonic", StringComparison.Ordinal),
        Scored("threshold: 50"), Scored("threshold: 101\n  score_type: percent"), Scored("score_type: any"), Scored("score_type: none"),
        Minimal("max_depth: 4 }", "max_depth: 4 }\n  score_type: percent"),
        Minimal("version: 1", "version: 2"),
        Minimal("version: 1", "version: \"1\""),
        Minimal("version: 1", "version: 1\nnaem: x"),
        Minimal("version: 1", "version: 1\nconfidence: 0.5"),
        Minimal("version: 1", "version: 1\nseed: 1.5"),
        Minimal("version: 1", "version: 1\nname: \"a\\nb\""),
        Minimal("version: 1", "version: 1\nname: \" \""),
        Minimal("version: 1", "version: 1\nexplain: true"),
        Minimal("task: binary_classification", "task: binary"),
        Minimal("  label: deny\n", ""),
        Minimal("label: deny", "label: 3"),
        Minimal("label: deny", "label: deny\n  test: x.csv"),
        Minimal("  source: rows.csv\n", ""),
        Minimal("  split: { test: 0.3 }\n", ""),
        Minimal("split: { test: 0.3 }", "split: { test: 1 }"),
        Minimal("split: { test: 0.3 }", "split: { column: p, seed: 1 }"),
        Minimal("bins: [25, 45]", "bins: []"),
        Minimal("train: {", "onnx: {"),
        Minimal("max_depth: 4", "max_dept: 4"),
        Minimal("max_depth: 4", "max_depth: 0"),
        Minimal("max_depth: 4", "min_samples_leaf: null"),
        Minimal("max_depth: 4 }", "max_depth: 4 }\n  predictions: { score: s }"),
        Minimal("decision_tree, max_depth: 4", "forest"),
        Predicted.Replace("prediction: p, score: s", "", StringComparison.Ordinal),
        Predicted.Replace("prediction: p, score: s", "score: s, key: id", StringComparison.Ordinal),
        Predicted.Replace("score: s", "score: { a: x, b: y }", StringComparison.Ordinal),
        Predicted.Replace("binary_", "multiclass_", StringComparison.Ordinal),
        Minimal("binary_", "multiclass_").Replace("label: deny", "label: deny\n  positive: 1", StringComparison.Ordinal),
        Minimal("binary_", "multiclass_").Replace("max_depth: 4 }", "max_depth: 4 }\n  threshold: 0.3", StringComparison.Ordinal),
        Minimal("binary_classification", "regression"),
        Minimal("binary_classification", "regression").Replace("accuracy", "r2", StringComparison.Ordinal)
            .Replace("decision_tree, max_depth: 4", "logistic_regression", StringComparison.Ordinal),
        Minimal("metric: accuracy", "metric: acuracy"),
        Minimal("min: 0.8", "min: 80"),
        Minimal("min: 0.8", "max: -1"),
        Minimal("min: 0.8", "level: warn"),
        Minimal("min: 0.8", "level: inform"),
        Minimal("version: 1", "version: 1\nreport_only: true"),
        Minimal("min: 0.8", "max: 0.8"),
        Minimal("min: 0.8", "min: 0"),
        Minimal("min: 0.8", "min: 0.1\n    max: 1"),
        Minimal("min: 0.8", "max: 0.8\n    by: sex\n    compare: ratio"),
        Minimal("min: 0.8", "min: 0\n    by: sex\n    compare: ratio"),
        Minimal("min: 0.8", "min: 0.1\n    by: sex\n    compare: difference"),
        Minimal("min: 0.8", "max: 1\n    by: sex\n    compare: difference"),
        Minimal("min: 0.8", "min: 0.8\n    by: sex\n    compare: group_max"),
        Minimal("metric: accuracy", "metric: selection_rate\n    by: sex\n    compare: group_min\n    max: 0.9"),
        Minimal("metric: accuracy", "metric: equalized_odds_difference\n    by: sex"),
        Minimal("version: 1", "version: 1\nbaseline: { predictions: { score: s } }").Replace("min: 0.8", "max_regression: 1",
            StringComparison.Ordinal),
        Minimal("version: 1", "version: 1\nbaseline: { predictions: { score: s } }").Replace("min: 0.8", "max_relative_regression: 1",
            StringComparison.Ordinal),
        Minimal("min: 0.8", "max_regression: 0.1"),
        Minimal("min: 0.8", "min: 0.8\n    by: sex"),
        Minimal("min: 0.8", "min: 0.8\n    compare: ratio"),
        Minimal("min: 0.8", "min: 0.8\n    control: sex"),
        Minimal("min: 0.8", "min: 1.2\n    by: sex\n    compare: ratio"),
        Minimal("min: 0.8", "min: 0.8\n    by: sex\n    compare: group_min\n    method: to_overall"),
        Minimal("min: 0.8", "min: 0.8\n    on_undefined: inconclusive"),
        Minimal("metric: accuracy", "metric: equalized_odds_difference"),
        Minimal("metric: accuracy", "metric: equalized_odds_difference\n    by: sex\n    compare: ratio"),
        Minimal("min: 0.8", "min: 0.8\n    by: sex\n    compare: ratio\n    reference: F"),
        Minimal("min: 0.8", "min: 0.8\n    levels: worst"),
        Minimal("min: 0.8", "min: 0.8\n    parameters: { beta: 2 }"),
        Minimal("metric: accuracy", "metric: fbeta\n    parameters: { bta: 2 }"),
        Minimal("metric: accuracy", "metric: fbeta\n    parameters: { bins: 0 }"),
        Minimal("metric: accuracy", "metric: recall\n    class: a"),
        Minimal("metric: accuracy", "metric: dpl\n    by: sex\n    method: to_overall"),
        Minimal("metric: accuracy", "metric: between_group_entropy\n    by: sex"),
        Minimal("metric: accuracy\n    min: 0.8", "metric: proxy_auc\n    max: 0.8"),
        Minimal("metric: accuracy\n    min: 0.8", "metric: proxy_auc\n    by: sex\n    where: a > 1\n    max: 0.8"),
        Minimal("metric: accuracy\n    min: 0.8", "metric: proxy_auc\n    by: sex\n    control: age\n    max: 0.8"),
        Minimal("min: 0.8", "level: inform\n    family: a"),
        Minimal("version: 1", "version: 1\nfamilies: { fair: { method: bonferroni } }"),
        Minimal("min: 0.8", "max_relative_regression: 0.1"),
        Minimal("version: 1", "version: 1\nbaseline: { predictions: { score: s } }")
            .Replace("min: 0.8", "min: 0.5\n    by: sex\n    compare: each\n    max_regression: 0.1", StringComparison.Ordinal),
        Minimal("binary_", "multiclass_").Replace("metric: accuracy", "metric: recall", StringComparison.Ordinal),
        Predicted.Replace("score: s", "lower: a, upper: b", StringComparison.Ordinal),
        Policies.Full.Replace("metric: roc_auc\n    min", "metric: selection_rate\n    min", StringComparison.Ordinal),
        Policies.Minimal + "waivers: [{ condition: accuracy, owner: a, reason: b }]",
        Policies.Minimal + "waivers: [{ condition: accuracy, owner: a, reason: b, expires: soon }]",
        Policies.Minimal[..Policies.Minimal.IndexOf("conditions", StringComparison.Ordinal)] + "conditions: []",
        "[]",
    ];

    [SkippableFact]
    public void Good_policies_fit_the_schema_and_the_reader()
    {
        foreach (string yaml in Good) Policies.Read(yaml);
        Assert.All(Ajv.Errors(Schema, Good.Select(YamlJson.Of)), Assert.Empty);
    }

    [SkippableFact]
    public void Bad_policies_fit_neither()
    {
        foreach (string yaml in Bad) Assert.NotEmpty(Policies.Problems(yaml));
        string[] errors = Ajv.Errors(Schema, Bad.Select(YamlJson.Of));
        Assert.All(errors.Zip(Bad), pair => Assert.True(pair.First.Length > 0, "the schema accepts:\n" + pair.Second));
    }

    [SkippableFact]
    public void A_vocabulary_without_words_still_gives_a_schema() =>
        Assert.NotEmpty(Assert.Single(Ajv.Errors(PolicySchema.Write(new PolicyVocabulary([], [], [])), [YamlJson.Of(Policies.Minimal)])));

    [Fact]
    public void Every_key_has_a_description_and_the_text_is_the_same_every_time()
    {
        Assert.Equal(Schema, PolicySchema.Write(FakeVocabulary.Small));
        Assert.EndsWith("}\n", Schema, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", Schema, StringComparison.Ordinal);
        var schema = (JsonObject)JsonNode.Parse(Schema)!;
        Assert.Equal("policy-1.json", schema["$id"]!.GetValue<string>());
        foreach (Key key in PolicyReferenceTests.AllKeys(PolicyLanguage.With(FakeVocabulary.Small)))
            Assert.Contains(key.Description[..Math.Min(30, key.Description.Length)], Schema, StringComparison.Ordinal);
        Assert.Contains("\"accuracy_score\"", Schema, StringComparison.Ordinal);
    }

    private static string Scored(string keys) => Minimal("train: { algorithm: decision_tree, max_depth: 4 }",
        "predictions: { score: s }\n  " + keys);

    private static string Minimal(string line, string instead)
    {
        Assert.Contains(line, Policies.Minimal, StringComparison.Ordinal);
        return Policies.Minimal.Replace(line, instead, StringComparison.Ordinal);
    }
}
