using System.Globalization;
using Gate.Policy.Document;

namespace Gate.Tests.Policy;

public class YamlTests
{
    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("no", "no")]
    [InlineData("\"no\"", "no")]
    [InlineData("1", "1")]
    [InlineData("1.0", "1.0")]
    [InlineData("true", "true")]
    [InlineData("0x10", "0x10")]
    [InlineData("'>50K'", ">50K")]
    [InlineData("!!str 1", "1")]
    public void The_favourable_outcome_keeps_its_text(string written, string kept) =>
        Assert.Equal(kept, Policies.Read(WithData($"positive: {written}")).Data.Positive);

    [Theory]
    [InlineData("version: 1\ndata:\n\tsource: a.csv\n", "3:1")]
    [InlineData("version: 1\ndata:\n  source: a.csv\n \tlabel: b\n", "4:2")]
    [InlineData("conditions:\n  - metric: a\n\t\tmin: 1\n", "3:1")]
    public void A_tab_in_an_indentation_is_named_at_its_own_line(string text, string place) => Assert.Equal(
        $"{place} this line begins with a tab, and YAML is indented with spaces only; write spaces in its place",
        Policies.Problem(text));

    [Fact]
    public void Tabs_elsewhere_stay_what_they_are()
    {
        Assert.Equal("a\t> 1", Policies.Read(WithData("where: \"a\t> 1\"")).Data.Where);
        Assert.Contains("this is not YAML", Policies.Problem("why: |\n  a\n  \tb\nversion: [1\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", 12.0)]
    [InlineData("+12", 12.0)]
    [InlineData("012", 12.0)]
    [InlineData("0o14", 12.0)]
    [InlineData("0xC", 12.0)]
    [InlineData("1.2e1", 12.0)]
    [InlineData("12.", 12.0)]
    [InlineData("!!float 12", 12.0)]
    public void Numbers_are_those_of_the_core_schema(string written, double number) =>
        Assert.Equal(number,
            Policies.Read(WithData($"sensitive: {{ column: age, bins: [{written}] }}", sensitive: false)).Data.Sensitive[0].Bins![0]);

    [Theory]
    [InlineData("1_000")]
    [InlineData("1,5")]
    [InlineData("0b1")]
    [InlineData("190:20:30")]
    public void Numbers_of_older_schemas_are_text(string written) =>
        Assert.Contains("expected a number",
            Policies.Problem(WithData($"sensitive: {{ column: age, bins: [\"{written}\"] }}", sensitive: false)
            .Replace("\"", "", StringComparison.Ordinal).Replace("1,5", "'1,5'", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Aliases_and_merge_keys_work_and_written_keys_win()
    {
        PolicyDocument policy = Policies.Read(Policies.Minimal + """
              - &fair
                metric: selection_rate
                by: sex
                compare: ratio
                min: 0.8
                evidence: &floor { min_count: 100 }
              - <<: *fair
                id: age
                by: age_band
                evidence: *floor
              - &point { decide_on: point, level: warn }
            """.Replace("- &point { decide_on", "- &point { metric: accuracy, min: 0.1, decide_on", StringComparison.Ordinal) + "\n" + """
              - metric: accuracy
                <<: [*point, *fair]
                compare: group_min
            """);
        ConditionSpec age = policy.Conditions[2];
        Assert.Equal(("age", "selection_rate", 0.8, 100L), (age.Id, age.Metric, age.Min!.Value, age.Evidence.MinCount));
        Assert.Equal(["age_band"], age.By);
        Assert.Equal(new Mark(19, 5), age.At);
        // What is merged stands where it is written.
        Assert.Equal(new Mark(17, 5), age.Marks["min"]);

        ConditionSpec last = policy.Conditions[4];
        Assert.Equal(("accuracy", CompareSpec.GroupMin, DecideOn.Point, 0.1),
            (last.Metric, last.Compare!.Value, last.DecideOn, last.Min!.Value));
        Assert.Equal(new Mark(24, 5), last.At);
    }

    [Fact]
    public void What_aliases_repeat_is_reported_once()
    {
        string yaml = Policies.Minimal.Replace("accuracy\n    min: 0.8",
            "accuracy\n    min: 0.8\n    evidence: &floor { min_cuont: 3 }\n  - { metric: roc_auc, min: 0.7, evidence: *floor }",
            StringComparison.Ordinal);
        Assert.Equal("13:24 conditions[0].evidence.min_cuont: unknown key 'min_cuont'; did you mean 'min_count'?", Policies.Problem(yaml));
    }

    [Theory]
    [InlineData("version: 1\nversion: 1", "2:1 the key 'version' is given twice; it stands on line 1 already")]
    [InlineData("version: 1\nname: *nam", "2:7 the alias '*nam' has no anchor '&nam' before it")]
    [InlineData("version: 1\nname: &a [*a]", "2:11 the alias '*a' stands inside its own anchor")]
    [InlineData("version: 1\nname: !python/object:os.system x",
        "2:7 the tag '!python/object:os.system' has no meaning in a policy; remove it")]
    [InlineData("version: 1\nseed: !!int seven", "2:7 the value 'seven' does not fit its tag '!!int'")]
    [InlineData("version: 1\nevidence: !!set { min_count }", "2:11 the tag '!!set' has no meaning here; remove it")]
    [InlineData("version: 1\n? [a, b]\n: 1", "2:3 a key must be a single word, not a list or a map")]
    [InlineData("version: 1\n<<: 3", "2:1 '<<' merges a map or a list of maps, such as '<<: *defaults'")]
    public void Yaml_that_a_policy_does_not_use_is_reported(string top, string expected) =>
        Assert.Contains(expected, Policies.Problems(Policies.Minimal.Replace("version: 1", top, StringComparison.Ordinal)));

    [Theory]
    [InlineData("version: [1", "this is not YAML")]
    [InlineData("version: 1\ndata: { source: a.csv\nmodel: x\n",
        "this is not YAML: a bracket, a brace or a quote that is opened here or before is probably not closed")]
    [InlineData("version: \"1", "this is not YAML")]
    [InlineData("version: 1\n\ttask: x", "this line begins with a tab")]
    [InlineData("version: 1\n task: x", "this is not YAML")]
    [InlineData("@", "this is not YAML")]
    [InlineData("conditions:\n  - metric: f1\n  min: 1", "indicator; is this line indented like the others of its map or list?")]
    [InlineData("version: 1\n---\nversion: 1", "2:1 a second YAML document starts here; a policy is one document")]
    [InlineData("- version: 1", "1:1 a policy is a map of keys such as 'version: 1', and here stands a list")]
    [InlineData("hello", "1:1 a policy is a map of keys such as 'version: 1', and here stands the text 'hello'")]
    [InlineData("42", "1:1 a policy is a map of keys such as 'version: 1', and here stands the number 42")]
    [InlineData("", "1:1 the file is empty; a policy starts with 'version: 1'")]
    [InlineData("  \n\n", "1:1 the file is empty; a policy starts with 'version: 1'")]
    [InlineData("# only a comment\n", "1:1 the file is empty; a policy starts with 'version: 1'")]
    public void What_is_no_policy_at_all_gives_one_clear_problem(string text, string expected) =>
        Assert.Contains(expected, Policies.Problem(text), StringComparison.Ordinal);

    [Fact]
    public void Several_mistakes_come_together_in_the_order_of_the_file()
    {
        string yaml = Policies.Full.Replace("name: mortgage", "name: [x]", StringComparison.Ordinal)
            .Replace("lvrat < 2", "", StringComparison.Ordinal)
            .Replace("max_regression: 0.01", "max_regresion: 0.01", StringComparison.Ordinal)
            .Replace("by: [afam, age_band]", "by: [afam, age]", StringComparison.Ordinal)
            .Replace("condition: four-fifths", "condition: five-fifths", StringComparison.Ordinal);
        Assert.Equal([2, 7, 28, 31, 48], Policies.Problems(yaml).Select(p => int.Parse(p.Split(':')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_exception_reads_like_a_compiler()
    {
        var e = Assert.Throws<PolicyException>(
            () => Policies.Read(Policies.Minimal.Replace("min: 0.8", "min: 8", StringComparison.Ordinal)));
        Assert.Equal("gate.yml:12:10: conditions[0].min: 8 always fails: accuracy is never above 1", e.Message);
        Assert.Equal("conditions[0].min", e.Problems[0].Path);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_policy_reads_the_same_in_every_culture(string culture)
    {
        string expected = Json(Policies.Read(Policies.Full));
        string mistake = Policies.Problem(Policies.Minimal.Replace("min: 0.8", "min: 1.5", StringComparison.Ordinal));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Json(Policies.Read(Policies.Full)));
            Assert.Equal(mistake, Policies.Problem(Policies.Minimal.Replace("min: 0.8", "min: 1.5", StringComparison.Ordinal)));
            Assert.Equal("12:5 conditions[0].MIN: unknown key 'MIN'; did you mean 'min'?",
                Policies.Problems(Policies.Minimal.Replace("min: 0.8", "MIN: 0.8", StringComparison.Ordinal))[^1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Json(PolicyDocument policy) => System.Text.Json.JsonSerializer.Serialize(policy);

    private static string WithData(string line, bool sensitive = true)
    {
        string yaml = Policies.Minimal.Replace("  label: deny", "  label: deny\n  " + line, StringComparison.Ordinal);
        return sensitive ? yaml : string.Join('\n', yaml.Split('\n').Where(l => !l.StartsWith("  sensitive: [", StringComparison.Ordinal)));
    }
}
