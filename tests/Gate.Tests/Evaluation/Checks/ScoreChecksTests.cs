using System.Globalization;
using Gate.Ci.Terminal;
using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;

namespace Gate.Tests.Evaluation.Checks;

/// <summary>Scores that are no probabilities are not cut at a threshold that nobody stated, and scores of the other class are told where
/// nobody can miss them.</summary>
public sealed class ScoreChecksTests
{
    /// <summary>400 rows, half of them positive, whose scores rise with the row; of ten rows one is on the wrong side.</summary>
    private static TestRun Run(double low, double high, string model = "", bool turned = false, string baseline = "") => new($$"""
        version: 1
        task: binary_classification
        data: { source: d.csv, label: y, sensitive: [g] }
        model: { predictions: { score: s }{{model}} }
        {{baseline}}
        conditions: [{ metric: selection_rate, by: g, compare: ratio, min: 0.8 }]
        """, ("d.csv", "y,g,s,t\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        {
            bool positive = (i >= 200) != (i % 10 == 0);
            double score = low + ((high - low) * (turned ? 399 - i : i) / 399);
            return string.Create(CultureInfo.InvariantCulture, $"{(positive ? 1 : 0)},{(i % 2 == 0 ? "a" : "b")},{score:0.####},0.5\n");
        }))));

    [Theory]
    [InlineData(0, 100, "", "the scores in 's' lie from 0 to 100, and probabilities lie from 0 to 1; the policy does not state a "
        + "threshold, and 0.5 would select 398 of 400 rows. Say in 'model' what they are, such as 'score_type: percent', or state the "
        + "'threshold' that decides")]
    [InlineData(-4, 4, "", "the scores in 's' lie from -4 to 4, and probabilities lie from 0 to 1; the policy does not state a threshold, "
        + "and 0.5 would select 175 of 400 rows. Say in 'model' what they are, such as 'score_type: logit' for log-odds, or state the "
        + "'threshold' that decides")]
    [InlineData(300, 850, "", "such as 'score_type: any', or state")]
    [InlineData(0, 1.001, "", "lie from 0 to 1.001, and probabilities lie from 0 to 1")]
    [InlineData(-0.001, 1, "", "lie from -0.001 to 1, and probabilities lie from 0 to 1")]
    [InlineData(0, 100, ", score_type: probability", "and not from 0 to 1, as 'score_type: probability' says")]
    [InlineData(0, 101, ", score_type: percent", "and not from 0 to 100, as 'score_type: percent' says")]
    [InlineData(0, 1, ", score_type: percent", "lie from 0 to 1, as probabilities do, and 'score_type: percent' says that they are none")]
    [InlineData(0.1, 0.9, ", score_type: logit", "as probabilities do, and 'score_type: logit' says that they are none")]
    public void Scores_that_are_something_else_are_refused(double low, double high, string model, string message)
    {
        using TestRun run = Run(low, high, model);
        Assert.Contains(message, Assert.Throws<DataException>(() => run.Execute()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("judging conditions", run.Stages);
    }

    [Theory]
    [InlineData(0, 1, "", 200)]
    [InlineData(0, 100, ", score_type: percent", 200)]
    [InlineData(-4, 4, ", score_type: logit", 200)]
    [InlineData(0, 1, ", score_type: any, threshold: 0.25", 300)]
    [InlineData(300, 850, ", score_type: any, threshold: 575", 200)]
    [InlineData(0, 1.5, ", threshold: 0.75", 200)]
    public void Scores_are_cut_where_the_policy_says(double low, double high, string model, int selected)
    {
        using TestRun run = Run(low, high, model);
        Assert.Equal(selected, run.Finding().Groups.Sum(group => group.PredictedPositives));
    }

    [Fact]
    public void Scores_that_decide_nothing_may_be_anything()
    {
        using TestRun run = new("""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p, score: s } }
            conditions: [{ metric: roc_auc, min: 0.1 }]
            """, ("d.csv", "y,p,s\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},{i % 2},{i}\n"))));
        Assert.NotNull(run.Finding().Estimate);
    }

    [Fact]
    public void The_baseline_is_held_to_the_same()
    {
        using TestRun run = Run(0, 1, baseline: "baseline: { predictions: { score: b } }");
        run.Folder.Write("d.csv", "y,g,s,b\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},a,0.5,{i}\n")));
        Assert.StartsWith("the scores in 'b' (baseline) lie from 0 to 99", Assert.Throws<DataException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_that_the_policy_states_on_such_scores_is_told()
    {
        using TestRun run = Run(0, 100, ", threshold: 0.5");
        Assert.Contains("The scores lie from 0 to 100 and are no probabilities; the policy's threshold 0.5 selects 398 of 400 rows. "
            + "'score_type' says what they are.", run.Execute().Notes);
        using TestRun told = Run(0, 100, ", threshold: 1, score_type: any");
        Assert.DoesNotContain(told.Execute().Notes, note => note.Contains("no probabilities", StringComparison.Ordinal));
        using TestRun inside = Run(0, 1, ", threshold: 0.4");
        Assert.DoesNotContain(inside.Execute().Notes, note => note.Contains("no probabilities", StringComparison.Ordinal));
    }

    [Fact]
    public void Scores_of_the_other_class_are_told_in_every_output()
    {
        using TestRun run = Run(0, 1, turned: true);
        GateResult result = run.Execute();
        Assert.EndsWith(" The scores rank the wrong way round: roc_auc is 0.1000.", result.Headline, StringComparison.Ordinal);
        Assert.StartsWith("roc_auc is 0.1000 (95% interval ", result.Notes[0], StringComparison.Ordinal);
        Assert.EndsWith("wholly below 0.5: the higher a score, the less likely its class. They may be scores of the other class, or "
            + "data.positive names the wrong one ('1'): look at both before you believe any number here.", result.Notes[0],
            StringComparison.Ordinal);
        using var console = new StringWriter();
        FindingsTable.Write(result, console, coloured: false);
        foreach (string text in new[] { console.ToString(), HtmlReport.Render(result), MarkdownSummary.Render(result),
            ResultJson.Write(result) })
        {
            Assert.Contains("rank the wrong way round", text, StringComparison.Ordinal);
            Assert.Contains("scores of the other class", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.5, 0.5)]
    public void Scores_that_rank_rightly_or_not_at_all_are_not(double low, double high)
    {
        using TestRun run = Run(low, high);
        GateResult result = run.Execute();
        Assert.DoesNotContain("wrong way", result.Headline, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Notes, note => note.Contains("below 0.5", StringComparison.Ordinal));
    }
}
