using System.Globalization;
using System.Text;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Checks;

/// <summary>Groups of several columns together are limited in number before memory is taken for each.</summary>
public sealed class GroupNumberTests
{
    private static TestRun Run(int groups, string condition)
    {
        var csv = new StringBuilder("g,h,k,y,p\n");
        for (int i = 0; i < groups * 2; i++)
            csv.Append(CultureInfo.InvariantCulture, $"g{i % groups % 50},h{i % groups / 50},{i},{i % 2},{i / 2 % 2}\n");
        return new TestRun($$"""
            version: 1
            name: groups
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [g, h] }
            model: { predictions: { prediction: p } }
            report_only: true
            conditions: [{ {{condition}}, level: inform }]
            """, ("d.csv", csv.ToString()));
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void Intersections_have_a_limit(int groups, bool allowed)
    {
        using TestRun run = Run(groups, "metric: selection_rate, by: [g, h], compare: difference, max: 0.5");
        if (allowed)
        {
            run.Execute();
            return;
        }
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal("conditions[0].by", problem.Path);
        Assert.Contains("'g' and 'h' form more than 2000 groups of the measured rows", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_have_the_levels_of_control_columns()
    {
        using TestRun run = Run(1_500, "metric: selection_rate, by: g, control: k, compare: difference, max: 0.5");
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Contains("'k' and 'g' form more than 2000 groups", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_groups_and_classes_are_bounded_in_length()
    {
        string text = new('z', 1_001);
        foreach ((string csv, string what) in ((string, string)[])[($"g,y,p\n{text},1,1\nb,0,0\n", "a group of the sensitive column 'g'"),
            ($"g,y,p\na,{text},{text}\nb,0,0\n", "a class of the label 'y'"), ($"g,y,p,{text}\na,1,1,2\n", "a column of")])
        {
            using var run = new TestRun("""
                version: 1
                name: names
                task: binary_classification
                data: { source: d.csv, label: y, positive: 0, sensitive: [g] }
                model: { predictions: { prediction: p } }
                report_only: true
                conditions: [{ metric: accuracy, level: inform }]
                """, ("d.csv", csv));
            string message = Assert.Throws<Gate.Data.DataException>(() => run.Execute()).Message;
            Assert.Contains(what, message, StringComparison.Ordinal);
            Assert.Contains("has a name of 1001 characters", message, StringComparison.Ordinal);
        }
    }
}
