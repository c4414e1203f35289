using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy;

/// <summary>Policies to start from, and ways to read them.</summary>
internal static class Policies
{
    /// <summary>The least that a policy must say. Tests append to it or replace a line.</summary>
    public const string Minimal = """
        version: 1
        task: binary_classification
        data:
          source: rows.csv
          split: { test: 0.3 }
          label: deny
          sensitive: [sex, { column: age, bins: [25, 45], as: age_band }]
        model:
          train: { algorithm: decision_tree, max_depth: 4 }
        conditions:
          - metric: accuracy
            min: 0.8

        """;

    /// <summary>A policy up to its conditions, which start on line 10; it has a baseline and two sensitive columns.</summary>
    public const string BeforeConditions = """
        version: 1
        task: binary_classification
        data:
          source: rows.csv
          split: { test: 0.3 }
          label: deny
          sensitive: [sex, { column: age, bins: [25, 45], as: age_band }]
        model: { train: { algorithm: decision_tree } }
        baseline: { predictions: { score: old } }

        """;

    /// <summary>A policy that uses every key.</summary>
    public const string Full = """
        version: 1
        name: mortgage
        task: binary_classification
        data:
          source: [a.csv, "more/*.parquet"]
          split: { test: 0.3, seed: 7, stratify: [deny, afam] }
          where: "lvrat < 2"
          na_values: ["?", NA, -999]
          label: deny
          positive: no
          weight: null
          sensitive:
            - afam
            - { column: age, bins: [25, 45.5, 65], as: age_band }
          features: { include: [pirat, age], exclude: [id] }
        model:
          train: { algorithm: decision_tree, max_depth: null, min_samples_leaf: 10, criterion: entropy }
          threshold: 0.4
        baseline:
          predictions: { prediction: y_pred, score: y_score, source: old.csv, key: [branch, id] }
        confidence: 0.9
        evidence: { min_count: 50, min_predicted_positives: 5 }
        seed: 11
        explain: { metric: roc_auc, repeats: 3, seed: 2, max_rows: 1000 }
        conditions:
          - metric: roc_auc
            min: 0.80
            max_regression: 0.01
          - id: four-fifths
            metric: selection_rate
            by: [afam, age_band]
            control: hschool
            compare: ratio
            method: to_overall
            min: 0.8
            decide_on: point
            on_inconclusive: fail
            on_undefined: warn
            level: warn
            why: "Four-fifths rule"
            confidence: 0.99
            evidence: { min_positives: 20 }
          - metric: equalized_odds_difference
            by: afam
            max: 0.1
          - { metric: accuracy_score, level: inform }
        waivers:
          - { condition: four-fifths, owner: "@risk-team", reason: "new data", issue: 42, expires: 2027-01-31 }
        report: { title: "Mortgages", template: null }

        """;

    public static PolicyDocument Read(string yaml, params (string Path, string Value)[] set) =>
        PolicyReader.Read(Encoding.UTF8.GetBytes(yaml), "gate.yml", FakeVocabulary.Small,
            [.. set.Select(s => KeyValuePair.Create(s.Path, s.Value))]);

    /// <summary>The one condition of a policy, written as a map on line 11.</summary>
    public static ConditionSpec Condition(string condition, string before = BeforeConditions) =>
        Assert.Single(Read(WithCondition(condition, before)).Conditions);

    /// <summary>A policy with one condition, written as a map on line 11.</summary>
    public static string WithCondition(string condition, string before = BeforeConditions) => before + "conditions:\n  - " + condition;

    /// <summary>The messages that reading ends with, each as <c>line:column message</c>.</summary>
    public static string[] Problems(string yaml, params (string Path, string Value)[] set) => Problems(Encoding.UTF8.GetBytes(yaml), set);

    public static string[] Problems(byte[] bytes, params (string Path, string Value)[] set)
    {
        var e = Assert.Throws<PolicyException>(() =>
            PolicyReader.Read(bytes, "gate.yml", FakeVocabulary.Small, [.. set.Select(s => KeyValuePair.Create(s.Path, s.Value))]));
        return [.. e.Problems.Select(p => $"{p.At.Line}:{p.At.Column} {p.Message}")];
    }

    /// <summary>The one message that reading ends with.</summary>
    public static string Problem(string yaml, params (string Path, string Value)[] set) => Assert.Single(Problems(yaml, set));
}
