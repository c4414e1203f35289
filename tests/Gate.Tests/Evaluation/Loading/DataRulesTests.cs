using Gate.Data;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>What the data must be like before anything is measured.</summary>
public sealed class DataRulesTests
{
    private static TestRun Run(string csv, string data, string model = "predictions: { prediction: p }") => new($$"""
        version: 1
        name: rules
        task: binary_classification
        data: { source: d.csv, label: y, {{data}} }
        model: { {{model}} }
        conditions: [{ metric: accuracy, level: inform }]
        """, ("d.csv", csv));

    [Theory]
    [InlineData("-0.5", "the weight column 'w' is -0.5 in row 2; weights are finite and not negative")]
    [InlineData("", "the weight column 'w' is missing in row 2; weights are finite and not negative")]
    public void A_weight_that_is_negative_or_missing_is_refused(string weight, string message)
    {
        using TestRun run = Run($"y,p,w\n1,1,1\n0,0,{weight}\n1,0,2\n", "weight: w");
        Assert.Equal(message, Assert.Throws<DataException>(() => run.Execute()).Message);
    }

    [Fact]
    public void Weights_of_zero_are_weights_but_not_all_of_them_may_be()
    {
        using TestRun some = Run("y,p,w\n1,1,1\n0,0,0\n1,0,1\n", "weight: w");
        Assert.Equal(0.5, some.Execute().Overall.First(fact => fact.Metric == "accuracy").Estimate);
        using TestRun none = Run("y,p,w\n1,1,0\n0,0,0\n", "weight: w");
        Assert.Equal("the weight column 'w' sums to 0; no row counts", Assert.Throws<DataException>(() => none.Execute()).Message);
    }

    [Fact]
    public void A_weight_column_of_texts_is_refused()
    {
        using TestRun run = Run("y,p,w\n1,1,a\n0,0,b\n", "weight: w");
        Assert.Equal("the weight column 'w' is text; weights are numbers", Assert.Throws<DataException>(() => run.Execute()).Message);
    }

    [Fact]
    public void The_label_among_the_features_is_refused_at_its_place()
    {
        using TestRun run = Run("y,x\n1,3\n0,4\n1,5\n0,6\n", "split: { test: 0.5 }, features: { include: [x, y] }",
            "train: { algorithm: decision_tree }");
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal(("data.features.include[1]", 4), (problem.Path, problem.At.Line));
        Assert.Contains("the label cannot be a feature", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_missing_somewhere_is_refused_with_its_row()
    {
        using TestRun run = Run("y,p\n1,1\n0,0\n,0\n", "positive: 1");
        Assert.StartsWith("the label 'y' is missing in 1 of 3 rows, first in row 3;",
            Assert.Throws<DataException>(() => run.Execute()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_sensitive_column_has_at_most_two_hundred_groups(int groups, bool accepted)
    {
        string csv = "y,p,g\n" + string.Concat(Enumerable.Range(0, 2 * groups).Select(i => $"{i % 2},1,g{i / 2}\n"));
        using TestRun run = Run(csv, "sensitive: [g]");
        if (accepted) Assert.Equal(groups, run.Execute().Frames.Single().Groups.Count);
        else Assert.Contains($"has {groups} different values, too many to be groups",
            Assert.Throws<DataException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_column_is_for_stands_in_the_result()
    {
        using TestRun joined = new("""
            version: 1
            name: rules
            task: binary_classification
            data: { source: d.csv, label: y, weight: w, sensitive: [g] }
            model: { predictions: { prediction: p, key: id, source: k.csv } }
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", "id,y,w,g,x\n1,1,1,a,3\n2,0,1,b,4\n"), ("k.csv", "id,p\n2,1\n1,1\n"));
        Assert.Equal(["key", "label", "weight", "sensitive", "unused"], joined.Execute().Data.Columns.Select(column => column.Role));
        Assert.Equal(0.5, joined.Execute().Overall.First(fact => fact.Metric == "accuracy").Estimate);
    }
}
