using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Facts;

/// <summary>What is told of predictions that say less than they seem to.</summary>
public sealed class ScoreNotesTests
{
    private static IReadOnlyList<string> Notes(Func<int, string> score, string model = "score: s", int rows = 20, string task = "binary")
    {
        using TestRun run = new($$"""
            version: 1
            task: {{task}}_classification
            data: { source: d.csv, label: y }
            model: { predictions: { {{model}} } }
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", "y,s\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 2},{score(i)}\n"))));
        GateResult result = run.Execute();
        return result.Notes;
    }

    private static string Decided(int i) => $"{i % 3 / 2}";

    [Fact]
    public void Scores_that_are_classes_are_told()
    {
        Assert.Contains("The scores are 0 or 1 and nothing between, as classes are that were decided: metrics of scores (roc_auc, "
            + "log_loss, calibration) say nothing then that accuracy does not. Name the model's probabilities as 'score'.", Notes(Decided));
        Assert.DoesNotContain(Notes(i => i == 7 ? "0.5" : Decided(i)), Says("nothing between"));
        Assert.DoesNotContain(Notes(Decided, rows: 19), Says("nothing between"));
        Assert.DoesNotContain(Notes(Decided, "prediction: s"), Says("nothing between"));
    }

    [Fact]
    public void Predictions_of_one_class_are_told()
    {
        const string Said = "All 20 test rows are predicted as '1': groups are then treated alike whatever the model is, and conditions on "
            + "what they are selected for say nothing of it.";
        Assert.Contains(Said, Notes(_ => "0.7"));
        Assert.Contains(Said, Notes(_ => "1", "prediction: s", task: "multiclass"));
        Assert.DoesNotContain(Notes(i => i == 19 ? "0.2" : "0.7"), Says("are predicted as"));
        Assert.DoesNotContain(Notes(_ => "0.7", rows: 19), Says("are predicted as"));
    }

    private static Predicate<string> Says(string part) => note => note.Contains(part, StringComparison.Ordinal);
}
