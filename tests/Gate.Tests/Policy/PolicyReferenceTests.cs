using Gate.Policy;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Publishing;
using Gate.Policy.Reading;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Tests.Policy;

public class PolicyReferenceTests
{
    private static readonly string Page = PolicyReference.Write(FakeVocabulary.Small);

    [Fact]
    public void The_example_is_a_right_policy()
    {
        Assert.Contains(PolicyExample.Text, Page, StringComparison.Ordinal);
        PolicyDocument policy = Policies.Read(PolicyExample.Text);
        Assert.Equal(["roc_auc", "four-fifths", "equalized_odds_difference-by-afam"], policy.Conditions.Select(c => c.Id));
    }

    [Fact]
    public void Every_key_metric_and_parameter_has_its_row()
    {
        foreach (Key key in AllKeys(PolicyLanguage.With(FakeVocabulary.Small)).Where(key => key.Name != "algorithm"))
            Assert.Contains($"\n| `{key.Name}` | ", Page, StringComparison.Ordinal);
        foreach (MetricWord metric in FakeVocabulary.Small.Metrics)
            Assert.Contains($"\n| `{metric.Name}` | ", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_steps_of_writing_name_every_key_of_the_top_level_once_and_in_its_order()
    {
        Assert.Equal(PolicyLanguage.With(FakeVocabulary.Small).Keys.Select(key => key.Name),
            WritingSteps.All.SelectMany(step => step.Keys));
        string[] links = [.. Page.Split("](#").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])];
        Assert.Contains("conditions", links);
        string[] headings = [.. Page.Split('\n').Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#').Trim().Replace("`", "", StringComparison.Ordinal).ToLowerInvariant())];
        Assert.All(links, link => Assert.Contains(link, headings));
    }

    [Fact]
    public void Every_table_has_as_many_cells_in_each_row_as_in_its_head()
    {
        int expected = 0;
        string before = "";
        foreach (string line in Page.Split('\n'))
        {
            bool row = line.StartsWith('|');
            int cells = line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|');
            if (row && !before.StartsWith('|')) expected = cells;
            if (row) Assert.True(cells == expected, line);
            before = line;
        }
    }

    [Fact]
    public void Every_example_fits_its_own_key()
    {
        foreach (Key key in AllKeys(PolicyLanguage.With(FakeVocabulary.Small)))
        {
            foreach (string example in key.Examples.Concat(key.DefaultYaml is { } value ? [value] : []))
            {
                var problems = new Problems(key.Name);
                YamlNode node = YamlLoader.Load(example, problems);
                if (!(key.Nullable && node.IsNull)) new ShapeCheck(problems).Check(node, key.Shape, key.Name);
                problems.ThrowIfAny();
            }
        }
    }

    [Fact]
    public void Markup_in_names_does_not_reach_the_page()
    {
        var metric = new MetricWord("x", [], "a <script> | b", [PolicyTask.Regression], false, true, 0, 1);
        string page = PolicyReference.Write(new PolicyVocabulary([metric], [], []));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("a &lt;script> \\| b", page, StringComparison.Ordinal);
    }

    internal static IEnumerable<Key> AllKeys(Shape shape) => shape switch
    {
        MapShape map => map.Keys.SelectMany(key => AllKeys(key.Shape).Prepend(key)),
        VariantShape variant => variant.Variants.SelectMany(v => AllKeys(v.Value)),
        ListShape list => AllKeys(list.Item),
        EitherShape either => either.Forms.SelectMany(AllKeys),
        _ => [],
    };
}
