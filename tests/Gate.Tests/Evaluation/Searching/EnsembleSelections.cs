using Gate.Evaluation.Candidates;
using Gate.Evaluation.Searching;

namespace Gate.Tests.Evaluation.Searching;

/// <summary>When an average is worth having.</summary>
public sealed class EnsembleSelections
{
    private static readonly double[] truth = [.. Enumerable.Range(0, 40).Select(i => (double)(i % 8))];

    /// <summary>The mean squared error in each of four folds.</summary>
    private static double[] Measure(double[] scores) => [.. Enumerable.Range(0, 4).Select(fold =>
        Enumerable.Range(0, 40).Where(row => row % 4 == fold).Average(row => Math.Pow(scores[row] - truth[row], 2)))];

    private static TrialResult Result(int number, Func<int, double> error)
    {
        double[] scores = [.. truth.Select((value, row) => value + error(row))];
        return new(new(number, Learners.Find("decision_tree")!, new Dictionary<string, object?>()), 40, Measure(scores), scores, false, 10,
            null, null, null);
    }

    private static Ensemble? Select(params TrialResult[] results) => new EnsembleSelection(
        new(MetricCatalogue.Find("mean_squared_error")!, new(null, null, null)), Measure).Of(results);

    [Fact]
    public void Errors_that_cancel_out_make_an_average()
    {
        Ensemble? both = Select(Result(1, row => row % 3 == 0 ? 1 : -0.5), Result(2, row => row % 3 == 0 ? -1 : 0.5), Result(3, _ => 4));
        Assert.Equal([(1, 0.5), (2, 0.5)], both!.Members.Select(member => (member.Result.Trial.Number, member.Weight)));
        Assert.All(both.Folds, value => Assert.Equal(0, value, 12));
        Assert.Equal(truth, both.Scores);
    }

    [Fact]
    public void What_adds_nothing_stays_out()
    {
        Assert.Null(Select(Result(1, _ => 0.1), Result(2, _ => 0.1)));
        Assert.Null(Select(Result(1, _ => 0.1), Result(2, _ => 3)));
        Assert.Null(Select(Result(1, _ => 0.1)));
    }

    /// <summary>A gain in one fold that the others take back is chance.</summary>
    [Fact]
    public void A_gain_below_its_standard_error_is_not_worth_two_models() => Assert.Null(
        Select(Result(1, row => row % 4 == 0 ? 1 : 0.1), Result(2, row => row % 4 == 0 ? -1 : 0.5)));
}
