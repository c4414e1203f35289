using System.Text;

namespace Gate.Tests.Policy.Reading;

/// <summary>Forms, ranges and limits that hold for every key.</summary>
public class ShapeRulesTests
{
    [Theory]
    [InlineData("confidence: 0.50001")]
    [InlineData("confidence: 0.99999")]
    [InlineData("seed: 0")]
    [InlineData("explain: { repeats: 1 }")]
    [InlineData("explain: { repeats: 1000 }")]
    [InlineData("explain: false")]
    [InlineData("evidence: { min_count: 0 }")]
    [InlineData("evidence: null")]
    [InlineData("name: \"a\\tb\"")]
    [InlineData("digests: { rows.csv: \"sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789ABCDEF\" }")]
    [InlineData("digests: { rows.csv: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef }")]
    public void What_lies_at_the_edge_of_what_is_allowed_is_read(string line) =>
        Assert.Single(Policies.Read(Policies.Minimal.Replace("version: 1", "version: 1\n" + line, StringComparison.Ordinal)).Conditions);

    [Theory]
    [InlineData("confidence: 1", "2:13 confidence: expected a number above 0.5 and below 1, found the number 1")]
    [InlineData("confidence: yes", "2:13 confidence: expected a number above 0.5 and below 1, found the text 'yes'")]
    [InlineData("confidence: true", "2:13 confidence: expected a number above 0.5 and below 1, found true")]
    [InlineData("explain: { repeats: 1001 }", "2:21 explain.repeats: expected a whole number from 1 to 1000, found the number 1001")]
    [InlineData("explain: null", "2:10 explain: expected false, or a map, found nothing (null)")]
    [InlineData("explain: [false]", "2:10 explain: expected false, or a map, found a list")]
    [InlineData("name: null", "2:7 name: expected text (a name), found nothing (null)")]
    [InlineData("name: \" \"", "2:7 name: expected text (a name), found an empty text")]
    [InlineData("name: true", "2:7 name: expected text (a name), found true; put it in quotes")]
    [InlineData("name: {}", "2:7 name: expected text (a name), found an empty map")]
    [InlineData("name: \"a\\rb\"", "2:7 name: expected text (a name) on one line, without control characters")]
    [InlineData("evidence: []", "2:11 evidence: expected a map of min_count, min_positives, min_negatives or min_predicted_positives, "
        + "found an empty list")]
    [InlineData("digests: { rows.csv: 0123 }", "2:22 digests.rows.csv: expected a SHA-256 digest (64 hexadecimal digits, also after "
        + "'sha256:'), found the number 0123")]
    [InlineData("digests: { rows.csv: \"sha256:g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\" }", "2:22 "
        + "digests.rows.csv: expected a SHA-256 digest (64 hexadecimal digits, also after 'sha256:'), found the text "
        + "'sha256:g123456789abcdef0123456789abcdef0123456789abcdef01234…'")]
    public void What_lies_beyond_it_is_refused(string line, string expected) =>
        Assert.Equal(expected, Policies.Problem(Policies.Minimal.Replace("version: 1", "version: 1\n" + line, StringComparison.Ordinal)));

    [Theory]
    [InlineData("  label: deny", "  label: null", "6:10 data.label: expected text (a column name), found nothing (null)")]
    [InlineData("  label: deny", "  label: deny\n  positive: \"\"",
        "7:13 data.positive: expected a value of the label, found an empty text")]
    [InlineData("  label: deny", "  label: deny\n  positive: \"a\\tb\"",
        "7:13 data.positive: expected a value of the label on one line, without control characters")]
    [InlineData("algorithm: decision_tree, max_depth: 4", "algorithm: [decision_tree]",
        "9:23 model.train.algorithm: expected decision_tree, logistic_regression or auto, found a list")]
    [InlineData("algorithm: decision_tree, max_depth: 4", "algorithm: 4",
        "9:23 model.train.algorithm: expected decision_tree, logistic_regression or auto, found the number 4")]
    [InlineData("split: { test: 0.3 }", "split: { test: 0 }",
        "5:18 data.split.test: expected a number above 0 and below 1, found the number 0")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { score: s }\n  threshold: -0.1",
        "10:14 model.threshold: expected a number from 0 to 1, found the number -0.1; say what the scores are where they are no "
        + "probabilities, such as 'score_type: logit'")]
    public void What_no_value_can_be_is_refused(string line, string instead, string expected)
    {
        Assert.Contains(line, Policies.Minimal, StringComparison.Ordinal);
        Assert.Equal(expected, Policies.Problem(Policies.Minimal.Replace(line, instead, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("0.5")]
    public void A_threshold_may_be_either_end(string threshold) => Assert.Equal(
        double.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture), Policies.Read(Policies.Minimal.Replace(
            "max_depth: 4 }", "max_depth: 4 }\n  threshold: " + threshold, StringComparison.Ordinal)).Model.Threshold);

    [Fact]
    public void A_text_that_means_missing_may_look_like_null_or_be_empty() => Assert.Equal(["~", "", "null"],
        Policies.Read(Policies.Minimal.Replace("label: deny", "label: deny\n  na_values: [~, \"\", null]", StringComparison.Ordinal))
            .Data.NaValues);

    [Fact]
    public void A_thousand_entries_are_read_and_one_more_is_not()
    {
        string Columns(int count) => Policies.Minimal.Replace("label: deny",
            $"label: deny\n  na_values: [{string.Join(", ", Enumerable.Range(0, count).Select(i => $"v{i}"))}]", StringComparison.Ordinal);
        Assert.Equal(1000, Policies.Read(Columns(1000)).Data.NaValues.Count);
        Assert.Equal("7:14 data.na_values: 1001 entries are too many; at most 1000 are read", Policies.Problem(Columns(1001)));
    }

    [Fact]
    public void Maps_are_limited_like_lists()
    {
        var keys = new StringBuilder(Policies.Minimal);
        for (int i = 0; i < 1001; i++) keys.Append(System.Globalization.CultureInfo.InvariantCulture, $"k{i}: 1\n");
        Assert.Equal("1:1 1006 entries are too many; at most 1000 are read", Policies.Problem(keys.ToString()));
        string pins = string.Join(", ", Enumerable.Range(0, 1001).Select(i => $"f{i}: x"));
        Assert.Equal("13:10 digests: 1001 entries are too many; at most 1000 are read",
            Policies.Problem(Policies.Minimal + $"digests: {{ {pins} }}\n"));
    }

    [Fact]
    public void Every_mistake_of_a_list_is_reported_at_its_entry() => Assert.Equal(
        ["7:15 data.na_values[0]: expected a text that means missing, found a list",
            "7:24 data.na_values[2]: expected a text that means missing, found a map"],
        Policies.Problems(Policies.Minimal.Replace("label: deny", "label: deny\n  na_values: [[a], \"\", {a: b}]",
            StringComparison.Ordinal)));

    [Fact]
    public void Of_two_keys_that_exclude_each_other_one_may_be_null() => Assert.Equal(["hold.csv"], Policies.Read(
        Policies.Minimal.Replace("split: { test: 0.3 }", "split: null\n  test: hold.csv", StringComparison.Ordinal)).Data.Test!);
}
