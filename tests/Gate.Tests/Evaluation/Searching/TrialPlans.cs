using System.Globalization;
using Gate.Data;
using Gate.Data.Randomness;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Searching;
using Gate.Models;
using Gate.Tests.Models;

namespace Gate.Tests.Evaluation.Searching;

/// <summary>Which trials there are, and on which rows.</summary>
public sealed class TrialPlans
{
    private static TrainingData Rows(int rows, int every = 4) => TestData.Binary(
        [.. Enumerable.Range(0, rows).Select(i => i % every == 0 ? 1 : 0)], TestData.Numbers("a", [.. Enumerable.Range(0, rows)
            .Select(i => (double)i)]));

    private static IReadOnlyList<Trial> Plan(int count, ulong seed = 1, params string[] learners) =>
        TrialPlan.Of([.. learners.Select(name => Learners.Find(name)!)], count, Rows(100), true, seed);

    private static string Text(Trial trial) => $"{trial.Number} {trial.Learner.Name} "
        + string.Join(" ", trial.Parameters.Select(one => $"{one.Key}={ParameterText.Of(one.Value)}"));

    [Fact]
    public void Learners_as_they_come_are_first_and_more_trials_begin_with_the_same()
    {
        IReadOnlyList<Trial> few = Plan(5, 1, "logistic_regression", "decision_tree"),
            more = Plan(20, 1, "logistic_regression", "decision_tree");
        Assert.Equal(few.Select(Text), more.Take(5).Select(Text));
        Assert.Equal(["1 logistic_regression ", "2 decision_tree "], more.Take(2).Select(Text));
        Assert.All(more.Skip(2), trial => Assert.False(trial.IsDefault));
        Assert.NotEqual(more.Select(Text), Plan(20, 2, "logistic_regression", "decision_tree").Select(Text));
        // Two parameters are drawn twice as often as one.
        Assert.Equal(12, more.Skip(2).Count(trial => trial.Learner.Name == "decision_tree"));
    }

    [Fact]
    public void A_learner_without_parameters_to_draw_is_tried_once() =>
        Assert.Equal(["1 linear_regression ", "2 dummy "], Plan(2, 1, "linear_regression", "dummy").Select(Text));

    [Fact]
    public void Every_draw_is_one_that_its_learner_takes()
    {
        TrainingData numbers = TestData.Regression([1, 2, 3, 100], TestData.Numbers("a", 1, 2, 3, 4));
        foreach (LearnerInfo learner in Learners.All)
        {
            TrainingData data = learner.Tasks.Contains(TaskType.BinaryClassification) ? Rows(1000) : numbers;
            foreach (bool early in new[] { true, false })
                foreach (Trial trial in TrialPlan.Of([learner], 40, data, early, 5)) learner.Create(trial.Parameters);
        }
    }

    [Fact]
    public void Draws_cover_their_range_and_have_three_digits()
    {
        var dimension = new Dimension("C", 1e-4, 1e3, IsLogarithmic: true);
        var random = new SplitMix64(3);
        double[] drawn = [.. Enumerable.Range(0, 500).Select(_ => dimension.Draw(random))];
        Assert.All(drawn, value => Assert.InRange(value, 1e-4, 1e3));
        // A seventh of the draws for each power of ten.
        Assert.InRange(drawn.Count(value => value < 1e-3), 40, 110);
        Assert.All(drawn, value => Assert.Equal(value,
            double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Few_rows_have_one_rung_and_many_have_several_each_within_the_next()
    {
        Assert.Equal(3000, Assert.Single(Rungs.Of(Rows(3000), 30, 5, 0)).Length);
        IReadOnlyList<int[]> rungs = Rungs.Of(Rows(36_000), 30, 5, 0);
        Assert.Equal([4000, 12_000, 36_000], rungs.Select(rows => rows.Length));
        for (int rung = 0; rung + 1 < rungs.Count; rung++)
        {
            Assert.Empty(rungs[rung].Except(rungs[rung + 1]));
            Assert.Equal(rungs[rung].Length / 4, rungs[rung].Count(row => row % 4 == 0));
            Assert.Equal(rungs[rung].Order(), rungs[rung]);
        }
        // With three trials there is nobody to leave behind.
        Assert.Single(Rungs.Of(Rows(36_000), 3, 5, 0));
        // Of a rare class a third of the rows would be too few for every fold to have some.
        Assert.Single(Rungs.Of(Rows(36_000, every: 2000), 30, 5, 0));
    }
}
