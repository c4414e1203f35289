using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy.Comparing;

/// <summary>What changes of a policy loosen. Each case replaces one text of a policy.</summary>
public sealed class ComparisonTests
{
    private const string Base = """
        version: 1
        name: loans
        task: binary_classification
        data:
          source: rows.csv
          split: { test: 0.3 }
          label: deny
          sensitive: [sex, zip, { column: age, bins: [25, 45], as: age_band }]
        model:
          train: { algorithm: decision_tree, max_depth: 4 }
          threshold: 0.5
        baseline: { predictions: { score: old } }
        confidence: 0.95
        evidence: { min_count: 50 }
        families: { fairness: { method: holm }, loose: { method: benjamini_hochberg } }
        conditions:
          - { id: good, metric: accuracy, min: 0.8, max_regression: 0.02 }
          - { id: fair, metric: selection_rate, by: sex, control: sex2, compare: ratio, min: 0.8, family: fairness }
          - { id: even, metric: recall, by: sex, compare: difference, max: 0.1, family: fairness }
          - { id: soft, metric: roc_auc, min: 0.6, level: warn, on_inconclusive: pass, family: loose }
          - { id: mild, metric: recall, min: 0.5, on_inconclusive: pass }
          - { id: dot, metric: fbeta, min: 0.5, decide_on: point }
          - { id: told, metric: recall, level: inform }
        waivers:
          - { condition: good, owner: "@risk", reason: "new data", expires: 2027-01-31 }
        digests: { rows.csv: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }

        """;

    [Theory]
    [InlineData("min: 0.8, max_r", "min: 0.81, max_r", "tighter conditions.good.min a higher bound")]
    [InlineData("min: 0.8, max_r", "min: 0.79, max_r", "looser conditions.good.min a lower bound")]
    [InlineData("min: 0.8, max_r", "max_r", "looser conditions.good.min a bound is gone")]
    [InlineData("min: 0.8, max_r", "min: 0.8, max: 0.99, vacuous: allowed, max_r",
        "looser conditions.good.vacuous bounds that cannot fail counts for less; tighter conditions.good.max a bound is added")]
    [InlineData("max_regression: 0.02", "max_regression: 0.01", "tighter conditions.good.max_regression a lower bound")]
    [InlineData("max_regression: 0.02", "max_regression: 0.03", "looser conditions.good.max_regression a higher bound")]
    [InlineData("max: 0.1", "max: 0.05", "tighter conditions.even.max a lower bound")]
    [InlineData("min: 0.6", "min: 0.7",
        "undecidable conditions.soft.min it is stricter, and decides with its family what of the others counts")]
    [InlineData("min: 0.8, family", "min: 0.7, family", "looser conditions.fair.min a lower bound")]
    [InlineData(", level: warn", "", "tighter conditions.soft.level a violated bound counts for more")]
    [InlineData("family: fairness }\n  - { id: even", "level: warn, family: fairness }\n  - { id: even",
        "looser conditions.fair.level a violated bound counts for less")]
    [InlineData("min: 0.8, max_r", "min: 0.8, on_inconclusive: fail, max_r",
        "tighter conditions.good.on_inconclusive an inconclusive outcome counts for more")]
    [InlineData("min: 0.8, max_r", "min: 0.8, on_undefined: warn, max_r",
        "looser conditions.good.on_undefined an undefined outcome counts for less")]
    [InlineData("max: 0.1", "max: 0.1, on_excluded: fail",
        "tighter conditions.even.on_excluded a group that is left out counts for more")]
    [InlineData("id: dot, metric: fbeta, min: 0.5, decide_on: point", "id: dot, metric: fbeta, min: 0.5",
        "tighter conditions.dot.decide_on the whole interval decides")]
    [InlineData("min: 0.8, max_r", "min: 0.8, decide_on: point, max_r", "looser conditions.good.decide_on the estimate alone decides")]
    [InlineData("min: 0.5, on_inconclusive: pass", "min: 0.5, on_inconclusive: pass, decide_on: point",
        "tighter conditions.mild.decide_on the estimate alone decides")]
    [InlineData("max: 0.1", "max: 0.1, decide_on: point",
        "undecidable conditions.even.decide_on what is decided on the estimate is not counted in its family")]
    [InlineData("min: 0.8, max_r", "min: 0.8, confidence: 0.99, max_r", "tighter conditions.good.confidence intervals are wider")]
    [InlineData("min: 0.8, max_r", "min: 0.8, confidence: 0.9, max_r", "looser conditions.good.confidence intervals are narrower")]
    [InlineData("min: 0.5, on_inconclusive: pass", "min: 0.5, on_inconclusive: pass, confidence: 0.99",
        "looser conditions.mild.confidence intervals are wider")]
    [InlineData("decide_on: point", "decide_on: point, confidence: 0.9",
        "neutral conditions.dot.confidence the estimate alone decides")]
    [InlineData("confidence: 0.95", "confidence: 0.99", "looser confidence intervals are wider")]
    [InlineData("confidence: 0.95", "confidence: 0.9", "looser confidence intervals are narrower")]
    [InlineData("evidence: { min_count: 50 }", "evidence: { min_count: 60 }",
        "looser evidence.min_count more groups are left out for too little evidence")]
    [InlineData("evidence: { min_count: 50 }", "evidence: { min_count: 50, min_positives: 5 }",
        "looser evidence.min_positives fewer conditions fail for too little evidence")]
    [InlineData("evidence: { min_count: 50 }\n", "", "looser evidence.min_count fewer conditions fail for too little evidence")]
    [InlineData("min: 0.8, max_r", "min: 0.8, evidence: { min_count: 30 }, max_r",
        "looser conditions.good.evidence.min_count fewer conditions fail for too little evidence")]
    [InlineData("max: 0.1, ", "max: 0.1, on_excluded: fail, evidence: { min_count: 90 }, ",
        "looser conditions.even.evidence.min_count more groups are left out for too little evidence; "
        + "tighter conditions.even.on_excluded a group that is left out counts for more")]
    [InlineData("control: sex2, ", "", "undecidable conditions.fair.control groups are compared within other levels")]
    [InlineData("control: sex2, ", "control: sex2, levels: weighted, ",
        "looser conditions.fair.levels the mean of the levels hides the worst")]
    [InlineData("metric: recall, by", "metric: roc_auc, by", "undecidable conditions.even.metric something else is measured")]
    [InlineData("metric: accuracy", "metric: accuracy_score", "neutral conditions.good.metric another name of the same metric")]
    [InlineData("by: sex, compare: diff", "by: [sex], compare: diff", "")]
    [InlineData("by: sex, compare: diff", "by: [sex, age_band], compare: diff",
        "undecidable conditions.even.by other groups are compared")]
    [InlineData("max: 0.1", "max: 0.1, where: \"age < 30\"", "undecidable conditions.even.where other rows are measured")]
    [InlineData("id: dot, metric: fbeta,", "id: dot, metric: fbeta, parameters: { beta: 2 },",
        "undecidable conditions.dot.parameters something else is measured")]
    [InlineData("  - { id: even, metric: recall, by: sex, compare: difference, max: 0.1, family: fairness }\n", "",
        "looser conditions.even a condition is gone")]
    [InlineData("  - { id: told, metric: recall, level: inform }\n", "", "neutral conditions.told it only reports")]
    [InlineData("waivers:", "  - { metric: accuracy, min: 0.9 }\nwaivers:", "tighter conditions.accuracy a condition is added")]
    [InlineData("waivers:", "  - { metric: accuracy, min: 0.9, family: fairness }\nwaivers:",
        "tighter conditions.accuracy more is decided together")]
    [InlineData("waivers:", "  - { metric: accuracy, min: 0.9, family: loose }\nwaivers:",
        "undecidable conditions.accuracy it decides with its family what of the others counts")]
    [InlineData("id: even", "id: equal", "neutral conditions.even.id a name decides nothing")]
    [InlineData("max: 0.1, family: fairness", "max: 0.1",
        "looser conditions.even.family it is decided without counting the others")]
    [InlineData("min: 0.8, max_r", "min: 0.8, family: fairness, max_r", "tighter conditions.good.family more is decided together")]
    [InlineData("fairness: { method: holm }", "fairness: { method: benjamini_hochberg }",
        "looser families.fairness.method more of the family is decided")]
    [InlineData("fairness: { method: holm }", "fairness: {}", "")]
    [InlineData("expires: 2027-01-31", "expires: 2027-02-01", "looser waivers.good.expires a failure is let through for longer")]
    [InlineData("expires: 2027-01-31", "expires: 2027-01-30",
        "tighter waivers.good.expires a failure is let through for less time")]
    [InlineData("digests:", "  - { condition: even, owner: me, reason: so, expires: 2027-01-31 }\ndigests:",
        "looser waivers.even a failure is let through")]
    [InlineData("waivers:", "expect_conditions: 7\nwaivers:", "tighter expect_conditions the number of conditions is checked")]
    [InlineData("name: loans", "name: loans\nreport: { what_if: true }", "neutral report.what_if how the report looks decides nothing")]
    [InlineData("name: loans", "name: loans\nregister: { name: m, alias: a, on: warn }",
        "looser register.on what the verdict must be for the alias to move counts for less; "
            + "undecidable register.name it becomes a version of another model; undecidable register.alias another alias is moved")]
    [InlineData("owner: \"@risk\"", "owner: me", "neutral waivers.good.owner who answers for it decides nothing")]
    [InlineData("name: loans", "name: loans\npolicy: { loosening: allow }", "looser policy.loosening a looser policy counts for less")]
    [InlineData("name: loans", "name: loans\npolicy: { waivers: { max_days: 30, owners: \"@risk\" } }",
        "tighter policy.waivers.max_days waivers may hold for less time; "
        + "tighter policy.waivers.owners not everybody may answer for a waiver")]
    [InlineData("9f86d081", "9f86d082", "undecidable digests.rows.csv another file is meant")]
    [InlineData("digests: { ", "digests: { \"a.csv\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\", ",
        "tighter digests.a.csv the file may not be another one")]
    [InlineData("sensitive: [sex, zip, {", "sensitive: [sex, {",
        "looser data.sensitive.zip its groups are no longer held apart, and the model may use it")]
    [InlineData("sensitive: [sex, ", "sensitive: [race, sex, ", "undecidable data.sensitive.race the model may no longer use it")]
    [InlineData("bins: [25, 45]", "bins: [25]", "undecidable data.sensitive.age its groups are other ones")]
    [InlineData("bins: [25, 45]", "bins: [25.0, 45]", "")]
    [InlineData("label: deny", "label: deny\n  shared_rows: allow",
        "looser data.shared_rows test rows that were trained on counts for less")]
    [InlineData("label: deny", "label: deny\n  perfect_features: refuse",
        "tighter data.perfect_features features that tell the label counts for more")]
    [InlineData("split: { test: 0.3 }", "split: { test: 0.5 }", "undecidable data.split other rows are measured")]
    [InlineData("split: { test: 0.3 }", "split: { test: 0.30 }", "")]
    [InlineData("max_depth: 4", "max_depth: 5", "undecidable model.train.max_depth it is the candidate: what is judged, not how")]
    [InlineData("threshold: 0.5", "threshold: 0.4", "undecidable model.threshold it is the candidate: what is judged, not how")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }\n  threshold: 0.5", "predictions: { score: s }\n  threshold: 0.5",
        "undecidable model.train it is the candidate: what is judged, not how; "
        + "undecidable model.predictions it is the candidate: what is judged, not how")]
    [InlineData("score: old", "score: older", "undecidable baseline.predictions.score it is compared with another baseline")]
    [InlineData("name: loans", "name: mortgages\nexplain: false\nreport: { title: \"All\" }",
        "neutral name a name decides nothing; neutral explain no condition judges explanations; "
        + "neutral report.title how the report looks decides nothing")]
    [InlineData("name: loans", "name: loans\nseed: 4", "undecidable seed splits and resampled intervals are drawn anew")]
    public void A_change_is_classed(string old, string replaced, string expected) =>
        Assert.Equal(expected, string.Join("; ", Compare(Base, Replace(old, replaced)).Select(Print)));

    [Fact]
    public void The_other_way_round_nothing_looser_is_called_tighter()
    {
        string strict = Replace("min: 0.8, max_r", "min: 0.9, max_r");
        Assert.Equal(ChangeEffect.Looser, Assert.Single(Compare(strict, Base)).Effect);
    }

    [Theory]
    [InlineData("max_days: 30", "max_days: 31", "looser policy.waivers.max_days waivers may hold for longer")]
    [InlineData("max_days: 30, ", "", "looser policy.waivers.max_days waivers may hold for longer")]
    [InlineData("[a, b]", "[a, b, c]", "looser policy.waivers.owners more may answer for a waiver")]
    [InlineData("[a, b]", "[b]", "tighter policy.waivers.owners fewer may answer for a waiver")]
    [InlineData("[a, b]", "[b, a]", "neutral policy.waivers.owners the same may answer for a waiver")]
    [InlineData(", owners: [a, b]", "", "looser policy.waivers.owners more may answer for a waiver")]
    public void So_is_one_of_what_waivers_keep_to(string old, string replaced, string expected)
    {
        string terms = Policies.Minimal + "policy: { waivers: { max_days: 30, owners: [a, b] } }\n";
        Assert.Equal(expected,
            string.Join("; ", Compare(terms, terms.Replace(old, replaced, StringComparison.Ordinal)).Select(Print)));
    }

    [Fact]
    public void Conditions_in_another_order_are_the_same() => Assert.Empty(Compare(Base, Replace(
        """
          - { id: mild, metric: recall, min: 0.5, on_inconclusive: pass }
          - { id: dot, metric: fbeta, min: 0.5, decide_on: point }

        """,
        """
          - { id: dot, metric: fbeta, min: 0.5, decide_on: point }
          - { id: mild, metric: recall, min: 0.5, on_inconclusive: pass }

        """)));

    [Fact]
    public void An_inherited_value_that_a_condition_writes_out_is_no_change() =>
        Assert.Empty(Compare(Base, Replace("min: 0.8, max_r", "min: 0.8, confidence: 0.95, evidence: { min_count: 50 }, max_r")));

    [Fact]
    public void A_value_of_its_own_that_gives_way_to_the_policys_is_a_change()
    {
        string own = Replace("min: 0.8, max_r", "min: 0.8, evidence: { min_count: 30 }, max_r");
        PolicyChange change = Assert.Single(Compare(own, Base));
        Assert.Equal("tighter conditions.good.evidence.min_count more conditions fail for too little evidence", Print(change));
    }

    [Fact]
    public void The_loosest_come_first_and_lines_of_both_are_told()
    {
        IReadOnlyList<PolicyChange> changes = Compare(Base, Replace("name: loans", "name: x\nseed: 3")
            .Replace("min: 0.8, max_r", "min: 0.7, max_r", StringComparison.Ordinal)
            .Replace("min: 0.5, decide", "min: 0.6, decide", StringComparison.Ordinal));
        Assert.Equal([ChangeEffect.Looser, ChangeEffect.Undecidable, ChangeEffect.Tighter, ChangeEffect.Neutral],
            changes.Select(change => change.Effect));
        Assert.Equal((17, "0.8"), (changes[0].Before!.At.Line, changes[0].Before!.Text));
        Assert.Equal((18, "0.7"), (changes[0].After!.At.Line, changes[0].After!.Text));
        Assert.Null(changes[1].Before);
    }

    [Fact]
    public void Overrides_are_changes_like_any_and_say_where_they_come_from()
    {
        var after = new PolicySource(Encoding.UTF8.GetBytes(Base), "gate.yml") { Overrides = [new("conditions.good.min", "0.5")] };
        PolicyChange change = Assert.Single(PolicyComparison.Of(Source(Base), after, FakeVocabulary.Small));
        Assert.Equal("looser conditions.good.min a lower bound", Print(change));
        Assert.Equal("--set conditions.good.min=0.5", change.After!.Source);
    }

    [Fact]
    public void Only_the_candidate_is_the_candidate()
    {
        Assert.True(Assert.Single(Compare(Base, Replace("max_depth: 4", "max_depth: 5"))).IsOfCandidate);
        Assert.False(Assert.Single(Compare(Base, Replace("score: old", "score: older"))).IsOfCandidate);
    }

    private static string Replace(string old, string replaced) => Base.Replace(old, replaced, StringComparison.Ordinal);

    private static PolicySource Source(string yaml) => new(Encoding.UTF8.GetBytes(yaml), "gate.yml");

    private static IReadOnlyList<PolicyChange> Compare(string before, string after) =>
        PolicyComparison.Of(Source(before), Source(after), FakeVocabulary.Small);

    private static string Print(PolicyChange change) => $"{change.Effect.ToString().ToLowerInvariant()} {change.Path} {change.Reason}";
}
