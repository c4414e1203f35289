using Gate.Policy.Document;

namespace Gate.Tests.Policy.Reading;

/// <summary>Which parts the columns of the data may play together, and what is assumed of what is not said.</summary>
public class DataRulesTests
{
    [Theory]
    [InlineData("  label: deny", "  label: deny\n  weight: w\n  features: { include: [a, w] }",
        "8:28 data.features.include[1]: the weight cannot be a feature")]
    [InlineData("split: { test: 0.3 }\n  label: deny", "split: { column: part }\n  label: deny\n  features: { include: [part] }",
        "7:25 data.features.include[0]: the column that splits the rows cannot be a feature")]
    [InlineData("  label: deny", "  label: deny\n  features: { include: deny, exclude: deny }",
        "7:24 data.features.include: the label cannot be a feature")]
    [InlineData("[sex, {", "[age_band, {",
        "7:25 data.sensitive[1]: the sensitive column 'age_band' is declared on line 7 already; give one of them another name with 'as'")]
    [InlineData("bins: [25, 45]", "bins: [25, 25]", "7:46 data.sensitive[1].bins[1]: edges must ascend, and 25 does not lie above 25")]
    [InlineData("  label: deny", "  label: deny\n  where: \"a\\u0007\"",
        "7:10 data.where: expected text (an SQL condition) without control characters")]
    [InlineData("  label: deny", "  label: \"a\\tb\\u0000\"",
        "6:10 data.label: expected text (a column name) on one line, without control characters")]
    [InlineData("task: binary_classification", "task: regression", "11:13 conditions[0].metric: 'accuracy' does not serve regression; "
        + "there are: mean_absolute_error, r2")]
    public void A_mistake_is_reported_where_it_stands(string line, string instead, string expected)
    {
        Assert.Contains(line, Policies.Minimal, StringComparison.Ordinal);
        Assert.StartsWith(expected, Policies.Problem(Policies.Minimal.Replace(line, instead, StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_the_run_trains_may_be_measured_on_a_file_of_its_own() => Assert.Equal(["hold.csv"], Policies.Read(
        Policies.Minimal.Replace("split: { test: 0.3 }", "test: hold.csv", StringComparison.Ordinal)).Data.Test!);

    [Fact]
    public void The_favourable_outcome_belongs_to_two_classes()
    {
        string yaml = Policies.Minimal.Replace("label: deny", "label: deny\n  positive: yes", StringComparison.Ordinal);
        Assert.Equal("yes", Policies.Read(yaml).Data.Positive);
        Assert.Equal(
            "7:3 data.positive: has a meaning for binary_classification only, and the task is multiclass_classification",
            Policies.Problem(yaml.Replace("binary_classification", "multiclass_classification", StringComparison.Ordinal)));
    }

    [Fact]
    public void Breaks_are_allowed_in_conditions_and_tabs_everywhere()
    {
        DataSpec data = Policies.Read(Policies.Minimal.Replace("label: deny", "label: \"a\\tb\"\n  where: \"a > 1\\r\\n\\tAND b < 2\"",
            StringComparison.Ordinal)).Data;
        Assert.Equal(("a\tb", "a > 1\r\n\tAND b < 2"), (data.Label, data.Where));
    }

    [Fact]
    public void What_is_not_said_of_the_data_is_nothing()
    {
        DataSpec data = Policies.Read(Policies.Minimal).Data;
        Assert.Equal((null, null, null, null), (data.Sql, data.Test, data.Where, data.Positive));
        Assert.Equal((null, null), (data.Weight, data.IncludeFeatures));
        Assert.Empty(data.ExcludeFeatures);
        Assert.Equal([("sex", null, "sex"), ("age", 2, "age_band")], data.Sensitive.Select(s => (s.Column, s.Bins?.Count, s.As)));
    }

    [Theory]
    [InlineData("test: null", null)]
    [InlineData("test: hold.csv", "hold.csv")]
    [InlineData("test: [a.csv, b.csv]", "a.csv b.csv")]
    public void A_file_to_measure_on_is_one_or_several_or_none(string written, string? files)
    {
        string yaml = Policies.Minimal.Replace("split: { test: 0.3 }", written, StringComparison.Ordinal)
            .Replace("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { score: s }", StringComparison.Ordinal);
        Assert.Equal(files, Policies.Read(yaml).Data.Test is { } test ? string.Join(' ', test) : null);
    }

    [Fact]
    public void Columns_for_the_features_are_those_that_are_included()
    {
        string yaml = Policies.Minimal.Replace("label: deny", "label: deny\n  weight: w\n  features: { include: [sex, a] }",
            StringComparison.Ordinal);
        Assert.Equal(["sex", "a"], Policies.Read(yaml).Data.IncludeFeatures!);
        Assert.Null(Policies.Read(yaml.Replace("include: [sex, a]", "include: null", StringComparison.Ordinal)).Data.IncludeFeatures);
    }

    [Fact]
    public void Seeds_of_split_and_explanation_are_the_policys_unless_they_are_given()
    {
        string yaml = Policies.Minimal.Replace("version: 1", "version: 1\nseed: 9", StringComparison.Ordinal);
        PolicyDocument policy = Policies.Read(yaml);
        Assert.Equal((9UL, 9UL, 9UL), (policy.Seed, policy.Data.Split!.Seed, policy.Explain!.Seed));
        policy = Policies.Read(yaml.Replace("seed: 9", "seed: 9\nexplain: { seed: 0 }", StringComparison.Ordinal)
            .Replace("test: 0.3", "test: 0.3, seed: 4", StringComparison.Ordinal));
        Assert.Equal((9UL, 4UL, 0UL), (policy.Seed, policy.Data.Split!.Seed, policy.Explain!.Seed));
        Assert.Equal(9UL, Policies.Read(yaml.Replace("seed: 9", "seed: 9\nexplain: { repeats: 2 }", StringComparison.Ordinal))
            .Explain!.Seed);
    }

    [Theory]
    [InlineData("predictions: { score: s, source: p.csv }", "", true)]
    [InlineData("predictions: { score: s }", "", false)]
    [InlineData("predictions: { score: s, source: p.csv, key: id }", "", false)]
    [InlineData("predictions: { score: s, source: p.csv }", "baseline: { predictions: { score: t } }\n", true)]
    [InlineData("predictions: { score: s, source: p.csv }", "baseline: { train: { algorithm: decision_tree } }\n", false)]
    public void Rows_come_from_a_source_unless_the_model_brings_all_that_are_needed(string model, string baseline, bool enough)
    {
        string yaml = Policies.Minimal.Replace("  source: rows.csv\n", "", StringComparison.Ordinal)
            .Replace("train: { algorithm: decision_tree, max_depth: 4 }", model, StringComparison.Ordinal)
            .Replace("conditions:", baseline + "conditions:", StringComparison.Ordinal);
        if (enough) Assert.Empty(Policies.Read(yaml).Data.Source);
        else Assert.Contains("4:3 data.source: is missing; expected the file with the rows, such as 'source: rows.csv'",
            Policies.Problems(yaml));
    }

    [Theory]
    [InlineData("metric: equalized_odds_difference", "2:20 explain.metric: 'equalized_odds_difference' cannot show a loss; expected a "
        + "metric of all rows where larger or smaller is better")]
    [InlineData("metric: between_group_entropy", "2:20 explain.metric: 'between_group_entropy' cannot show a loss; expected a metric of "
        + "all rows where larger or smaller is better")]
    [InlineData("metric: r2", "2:20 explain.metric: 'r2' does not serve binary_classification; there are: accuracy, roc_auc, "
        + "selection_rate, recall, fbeta, brier_score_loss, dpl, between_group_entropy, proxy_auc, equalized_odds_difference")]
    public void Importance_is_a_loss_of_a_metric_of_the_task(string explain, string expected) => Assert.Equal(expected,
        Policies.Problem(Policies.Minimal.Replace("version: 1", $"version: 1\nexplain: {{ {explain} }}", StringComparison.Ordinal)));

    [Fact]
    public void A_policy_without_name_is_called_like_its_file() => Assert.Equal("gate", Policies.Read(Policies.Minimal).Name);

    [Fact]
    public void Floors_that_a_condition_does_not_give_are_the_policys()
    {
        string yaml = Policies.Minimal.Replace("version: 1", "version: 1\nevidence: { min_count: 1, min_positives: 2, min_negatives: 3, "
            + "min_predicted_positives: 4 }", StringComparison.Ordinal);
        Assert.Equal(new EvidenceSpec(1, 2, 3, 4), Assert.Single(Policies.Read(yaml).Conditions).Evidence);
        Assert.Equal(new EvidenceSpec(0, 2, 8, 4), Assert.Single(Policies.Read(
            yaml.Replace("min: 0.8", "min: 0.8\n    evidence: { min_count: 0, min_negatives: 8 }", StringComparison.Ordinal)).Conditions)
            .Evidence);
    }
}
