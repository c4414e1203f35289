using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Measuring.Frames;

public class ReportFactsTests
{
    [Fact]
    public void Classes_are_told_as_scikit_learn_s_classification_report_tells_them()
    {
        // classification_report of scikit-learn: of class 0 (4 rows, 3 right, 5 predicted) and class 1 (6 rows, 4 right, 5 predicted).
        GateResult result = Run("binary_classification", ["y,p,g", "0,0,a", "0,0,a", "0,0,b", "0,1,b", "1,1,a", "1,1,a", "1,1,b", "1,1,b",
            "1,0,a", "1,0,b"], "prediction: p", "accuracy");
        ClassReport report = result.PerClass!;
        Assert.Equal([("0", 4L, 5L), ("1", 6L, 5L)], report.Classes.Select(fact => (fact.Name, fact.Support, fact.Predicted)));
        Assert.Equal([0.6, 0.8], report.Classes.Select(fact => Math.Round(fact.Precision.Estimate!.Value, 12)));
        Assert.Equal([0.75, 0.6667], report.Classes.Select(fact => Math.Round(fact.Recall.Estimate!.Value, 4)));
        Assert.Equal([0.6667, 0.7273], report.Classes.Select(fact => Math.Round(fact.F1.Estimate!.Value, 4)));
        Assert.Equal([("macro", 0.7), ("weighted", 0.72)],
            report.Averages.Select(mean => (mean.Name, Math.Round(mean.Precision!.Value, 12))));
        Assert.NotNull(report.Classes[0].Precision.Interval);
    }

    [Fact]
    public void Matrices_by_group_add_up_to_the_whole_and_leave_out_small_groups()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.5 }"]);
        ConfusionFacts confusion = run.Execute().Confusion!;
        GroupConfusions groups = Assert.Single(confusion.Groups);
        Assert.Equal(["a", "b", "c"], groups.Groups.Select(group => group.Label));
        long shown = groups.Groups.Sum(group => group.Counts.Sum(row => row.Sum()));
        Assert.Equal(confusion.Counts.Sum(row => row.Sum()) - 12, shown);
        Assert.Equal(groups.Groups.Sum(group => group.Count), shown);
    }

    [Fact]
    public void Errors_of_a_regression_are_counts_and_quantiles()
    {
        string[] rows = ["y,p,g", .. Enumerable.Range(0, 101).Select(i => $"{i},{i + (i % 2 == 0 ? 10 : -10)},a")];
        ErrorFacts errors = Run("regression", rows, "prediction: p", "mean_error").Errors!;
        Assert.Equal(101, errors.Counts.Sum(row => row.Sum()));
        Assert.Equal(errors.Edges.Count - 1, errors.Counts.Count);
        Assert.Equal(("all rows", 101L), (errors.Overall.Label, errors.Overall.Count));
        Assert.Equal((-10, -10, 10, 10, 10), (errors.Overall.Q05, errors.Overall.Q25, errors.Overall.Median, errors.Overall.Q75,
            errors.Overall.Q95));
        Assert.Equal(10.0 / 101, errors.Overall.Mean, 12);
        Assert.Equal("a", Assert.Single(Assert.Single(errors.Groups).Groups).Label);
    }

    [Fact]
    public void One_far_value_does_not_squash_the_others()
    {
        string[] rows = ["y,p,g", "1000000,5,a", .. Enumerable.Range(0, 400).Select(i => $"{i % 100},{i % 100},a")];
        ErrorFacts errors = Run("regression", rows, "prediction: p", "mean_error").Errors!;
        Assert.InRange(errors.Edges[^1], 90, 100);
        Assert.Equal(1, errors.Counts[^1][1]);
    }

    private static GateResult Run(string task, string[] rows, string predictions, string metric)
    {
        using TestRun run = new($$"""
            version: 1
            name: facts
            task: {{task}}
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { predictions: { {{predictions}} } }
            conditions:
            - { metric: {{metric}}, level: inform }
            """, ("d.csv", string.Join('\n', rows) + "\n"));
        return run.Execute();
    }
}
