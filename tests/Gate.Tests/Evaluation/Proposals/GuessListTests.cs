using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>What is guessed, and the reasons that are printed with it.</summary>
public sealed class GuessListTests
{
    private static Proposal Draft(TaskType task = TaskType.BinaryClassification, int sensitive = 0) => new()
    {
        Name = "d",
        Source = "d.csv",
        Task = task,
        TaskReason = "two classes",
        Label = "y",
        Sensitive = [.. Enumerable.Range(0, sensitive).Select(i => new ProposedSensitive($"s{i}", null, $"s{i}", "a protected attribute"))],
        Exclude = [],
    };

    private static NumericColumn Numbers(string name, params double[] values) => new(name, values);

    [Fact]
    public void Each_guess_is_told_with_its_reason()
    {
        Proposal draft = Draft(sensitive: 1) with
        {
            Positive = "yes",
            Negative = "no",
            PositiveReason = "it reads well",
            Conditions =
            [
                new("selection_rate", "s0", "ratio", "min", 0.8, Norms.FourFifths, IsNorm: true),
                new("selection_rate", "s0", "difference", "max", 0.1, "often taken"),
                new("selection_rate", "s1", "difference", "max", 0.1, "often taken"),
                new("roc_auc", null, null, "min", 0.6, "above the dummy"),
            ],
        };
        Assert.Equal(
        [
            new("task", "binary_classification", "two classes"),
            new("positive", "yes", "it reads well; the other class is 'no'"),
            new("sensitive", "s0", "a protected attribute"),
            new("bound", "selection_rate difference, max: 0.1", "often taken"),
            new("bound", "roc_auc, min: 0.6", "above the dummy"),
        ], GuessList.Of(draft));
    }

    [Fact]
    public void From_the_fifth_sensitive_column_on_none_is_compared_and_that_is_said()
    {
        Proposal draft = Draft(sensitive: 6);
        string[] reasons = [.. GuessList.Of(draft).Where(guess => guess.Key == "sensitive").Select(guess => guess.Reason)];
        Assert.Equal([.. Enumerable.Repeat("a protected attribute", 4),
            .. Enumerable.Repeat("a protected attribute; no condition compares it yet", 2)], reasons);
        Assert.Equal(["s0", "s1", "s2", "s3"], Norms.Of(draft, Numbers("y", 0, 1)).Select(one => one.By).OfType<string>().Distinct());
    }

    [Fact]
    public void What_a_model_has_said_is_told_key_by_key()
    {
        Assert.Equal(
        [
            new("prediction", "p", "its name says that a model gave it"),
            new("score", "s", "its name says that a model gave it, of 'yes': the values agree"),
            new("lower", "lo", "its name is that of an end of an interval"),
            new("upper", "hi", "its name is that of an end of an interval"),
            new("score_type", "percent", "the scores do not lie from 0 to 1"),
            new("threshold", "42.5", "the median of the scores"),
        ], GuessList.Outputs(new()
        {
            Prediction = "p", Score = [new("", "s")], IsOf = "yes", Evidence = "the values agree", Lower = "lo", Upper = "hi",
            ScoreType = "percent", Threshold = 42.5,
        }));
        Assert.Equal(["its name says that a model gave it, for 'a'"],
            GuessList.Outputs(new() { Score = [new("a", "s")], IsOf = "b" }).Select(guess => guess.Reason));
    }

    /// <summary>Of 1 to 9 the median is 5 and the mean distance from it 20 / 9; of 60 % in one class half of what is left is 20 %, and the
    /// margin the smaller 5 %; of 96 % it is 2 %.</summary>
    [Fact]
    public void Bounds_are_margins_over_a_dummy()
    {
        ProposedCondition[] numbers = [.. Norms.Of(Draft(TaskType.Regression, 1), Numbers("y", 1, 2, 3, 4, 5, 6, 7, 8, 9))];
        Assert.Equal([("r2", "min", 0.1), ("mean_absolute_error", "max", 2.0), ("mean_absolute_error", "min", 0.8)],
            numbers.Select(one => (one.Metric, one.Key, one.Bound)));
        Assert.Contains("always says the median and has 2.22", numbers[1].Reason, StringComparison.Ordinal);
        double Accuracy(int largest) => Norms.Of(Draft(TaskType.MulticlassClassification),
            new CategoryColumn("y", [.. Enumerable.Range(0, 100).Select(i => i < largest ? 0 : 1 + (i % 2))], ["a", "b", "c"]))
            .Single(one => one.Metric == "accuracy").Bound;
        Assert.Equal((0.65, 0.98), (Accuracy(60), Accuracy(96)));
    }
}
