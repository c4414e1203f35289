using Gate.Policy.Document;

namespace Gate.Tests.Policy;

public class OverrideTests
{
    [Fact]
    public void A_value_is_replaced_and_keeps_its_place()
    {
        PolicyDocument policy = Policies.Read(Policies.Full, ("model.train.max_depth", "7"), ("conditions.four-fifths.min", "0.75"),
            ("conditions[0].min", "0.7"));
        Assert.Equal(7.0, ((TrainSpec)policy.Model).Parameters["max_depth"]);
        Assert.Equal(0.75, policy.Conditions[1].Min);
        Assert.Equal(new Mark(35, 5), policy.Conditions[1].Marks["min"]);
        Assert.Equal(0.7, policy.Conditions[0].Min);
    }

    [Fact]
    public void Of_ids_that_begin_alike_the_longest_is_meant()
    {
        string text = Policies.Minimal[..Policies.Minimal.IndexOf("conditions:", StringComparison.Ordinal)]
            + "conditions:\n  - { id: a, metric: accuracy, min: 0.1 }\n  - { id: a.min, metric: accuracy, min: 0.2 }\n";
        PolicyDocument policy = Policies.Read(text, ("conditions.a.min.min", "0.6"), ("conditions.a.max", "0.9"));
        Assert.Equal([(0.1, 0.9), (0.6, null)], policy.Conditions.Select(condition => (condition.Min!.Value, condition.Max)));
    }

    [Fact]
    public void A_missing_key_is_added_with_the_sections_between()
    {
        PolicyDocument policy = Policies.Read(Policies.Minimal, ("evidence.min_count", "5"), ("data.features.exclude", "[id, \"a b\"]"),
            ("name", "night run"));
        Assert.Equal(5, policy.Evidence.MinCount);
        Assert.Equal(["id", "a b"], policy.Data.ExcludeFeatures);
        Assert.Equal("night run", policy.Name);
    }

    [Fact]
    public void Conditions_are_named_by_made_ids_too()
    {
        PolicyDocument policy = Policies.Read(Policies.Full, ("conditions.equalized_odds_difference-by-afam.max", "0.2"),
            ("conditions.roc_auc.id", "auc"), ("conditions.auc.level", "warn"));
        Assert.Equal(0.2, policy.Conditions[2].Max);
        Assert.Equal(("auc", Level.Warn), (policy.Conditions[0].Id, policy.Conditions[0].Level));
    }

    [Fact]
    public void A_section_can_be_switched_off()
    {
        PolicyDocument policy = Policies.Read(Policies.Full, ("baseline", "null"), ("conditions[0]", "{ metric: roc_auc, min: 0.8 }"),
            ("explain", "false"));
        Assert.Null(policy.Baseline);
        Assert.Null(policy.Explain);
        Assert.Null(policy.Conditions[0].MaxRegression);
    }

    [Fact]
    public void What_an_alias_shares_changes_in_one_place_only()
    {
        string yaml = Policies.Minimal.Replace("  - metric: accuracy", "  - evidence: &floor { min_count: 3 }\n    metric: accuracy",
            StringComparison.Ordinal)
            + "  - { metric: roc_auc, min: 0.5, evidence: *floor }\n";
        PolicyDocument policy = Policies.Read(yaml, ("conditions.roc_auc.evidence.min_count", "9"));
        Assert.Equal([3, 9], policy.Conditions.Select(c => c.Evidence.MinCount));
    }

    [Theory]
    [InlineData("model.treshold", "0.4", "9:3 model.treshold: unknown key 'treshold'; did you mean 'threshold'? (from --set "
        + "model.treshold=0.4)")]
    [InlineData("conditions[0].min", "high",
        "12:10 conditions[0].min: expected a number, found the text 'high' (from --set conditions[0].min=high)")]
    [InlineData("conditions.acuracy.min", "0.5", "11:3 conditions.acuracy.min: there is no condition with the id 'acuracy'; did you mean "
        + "'accuracy'? (from --set conditions.acuracy.min=0.5)")]
    [InlineData("conditions[1].min", "0.5", "11:3 conditions[1]: does not exist; 'conditions' has 1 entries, counted from 0 (from --set "
        + "conditions[1].min=0.5)")]
    [InlineData("conditions[x].min", "0.5",
        "11:3 conditions: is a list; name an entry, such as conditions[0] (from --set conditions[x].min=0.5)")]
    [InlineData("data.label.name", "x", "6:10 data.label: holds the text 'deny', which has no keys; set 'data.label' itself (from --set "
        + "data.label.name=x)")]
    [InlineData("", "x", "1:1 is no path; write keys with dots between, such as model.threshold or conditions[0].max (from --set =x)")]
    [InlineData("data..label", "x", "4:3 data..label: is no path; write keys with dots between, such as model.threshold or "
        + "conditions[0].max (from --set data..label=x)")]
    [InlineData("name", "[", "1:1 name: this is not YAML")]
    [InlineData("name", "@team", "1:1 name: this is not YAML")]
    [InlineData("version", "2", "1:10 version: expected 1, found 2; this Gate reads version 1 of the policy language only (from --set "
        + "version=2)")]
    public void A_wrong_override_names_the_option(string path, string value, string expected)
    {
        string problem = Policies.Problem(Policies.Minimal, (path, value));
        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.EndsWith($"(from --set {path}={value})", problem, StringComparison.Ordinal);
    }
}
