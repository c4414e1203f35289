using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Models;

namespace Gate.Tests.Evaluation.Searching;

/// <summary>Policies that let Gate find the model.</summary>
public sealed class SearchRuns
{
    /// <summary>Two thirds are training rows. The favourable outcome follows x and t, and x differs between the groups.</summary>
    private static string Rows(bool turned = false) => "x,z,t,g,y,h\n" + string.Concat(Enumerable.Range(0, 300).Select(i =>
    {
        bool test = i % 3 == 0, first = i % 2 == 0;
        double x = (i * 37 % 101 / 10.0) + (first ? 2 : 0), z = i * 61 % 97 / 10.0;
        int y = x + (0.3 * z) + (i % 5 % 3 == 0 ? 4 : 0) + (i * 17 % 13 / 3.0) > 8 ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"{x},{z},{"abc"[i % 5 % 3]},{(first ? "a" : "b")},{(test && turned ? 1 - y : y)},{(test ? "test" : "train")}\n");
    }));

    private static TestRun Run(string search, string conditions = "{ metric: accuracy, min: 0.5 }", string more = "",
        string task = "binary_classification", TimeProvider? clock = null) => new($$"""
        version: 1
        name: searched
        task: {{task}}
        seed: 3
        data: { source: d.csv, label: y, sensitive: [g], split: { column: h } }
        model: { train: { algorithm: auto{{search}} }{{more}} }
        explain: false
        conditions: [{{conditions}}]
        """, ("d.csv", Rows())) { Clock = clock };

    private static SearchFacts Search(GateResult result) => result.Model.Search!;

    private static string ModelDigest(GateResult result) =>
        result.Provenance.Digests.Single(digest => digest.Role == "model").Sha256;

    private const string Small = ", max_trials: 6, cross_validation: 3, candidates: [logistic_regression, decision_tree]";

    [Fact]
    public void The_excess_of_a_trial_is_that_of_its_worst_comparison_of_groups()
    {
        using TestRun run = Run(Small + ", ensemble: false", "{ metric: selection_rate, by: g, compare: difference, max: 0.05 }, "
            + "{ metric: accuracy, by: g, compare: group_min, min: 0.5 }, { metric: accuracy, min: 0.99 }");
        Assert.All(Search(run.Execute()).Leaderboard, entry => Assert.Equal(
            Math.Max(entry.Conditions[0].Estimate!.Value - 0.05, 0.5 - entry.Conditions[1].Estimate!.Value), entry.Excess!.Value, 1e-12));
    }

    [Fact]
    public void The_leaderboard_has_every_trial_the_chosen_one_first()
    {
        using TestRun run = Run(Small + ", ensemble: false");
        GateResult result = run.Execute();
        SearchFacts search = Search(result);
        Assert.Equal(("roc_auc", "higher", 3, "trials", null),
            (search.PrimaryMetric, search.Direction, search.Folds, search.BoundedBy, search.SubjectTo));
        Assert.Equal([200], search.Rungs);
        Assert.Equal([1, 2, 3, 4, 5, 6], search.Leaderboard.Select(entry => entry.Trial!.Value).Order());
        Assert.True(search.Leaderboard[0].Chosen);
        Assert.All(search.Leaderboard.Skip(1), entry => Assert.False(entry.Chosen));
        double[] values = [.. search.Leaderboard.Select(entry => entry.Estimate!.Value)];
        Assert.Equal(values.OrderDescending(), values);
        Assert.Equal(search.Leaderboard[0].Algorithm, result.Model.Kind);
        Assert.Equal(new NamedText("algorithm", "auto"), result.Model.Parameters[0]);
        MetricFact accuracy = search.Leaderboard[0].Metrics.Single(metric => metric.Metric == "accuracy");
        Assert.True(accuracy.Interval!.Low < accuracy.Estimate && accuracy.Estimate < accuracy.Interval.High);
        Assert.Equal(accuracy.Estimate, search.Leaderboard[0].Conditions.Single().Estimate);
        Assert.All(search.Leaderboard, entry => Assert.True(entry.Bytes > 0 && entry.StandardError >= 0 && entry.Failed is null));
    }

    /// <summary>The search is not shown the test rows: with all their labels turned round it finds the same model.</summary>
    [Fact]
    public void Labels_of_test_rows_have_no_part_in_what_is_found()
    {
        const string Tuned = ", calibrate: sigmoid, threshold: { maximise: f1 }";
        using TestRun run = Run(Small + ", subject_to: conditions", more: Tuned);
        GateResult once = run.Execute();
        run.Folder.Write("d.csv", Rows(turned: true));
        GateResult again = run.Execute();
        Assert.Equal(ModelDigest(once), ModelDigest(again));
        Assert.Equal(Text(Search(once)), Text(Search(again)));
        Assert.All(once.Model.Facts.TakeLast(2), fact => Assert.EndsWith("cross-fitted in 3 folds", fact.Text, StringComparison.Ordinal));
        Assert.NotEqual(once.Findings[0].Estimate, again.Findings[0].Estimate);
    }

    private static string Text(SearchFacts search) => System.Text.Json.JsonSerializer.Serialize(search);

    [Fact]
    public void Any_number_of_threads_finds_the_same()
    {
        using TestRun run = Run(", max_trials: 8, cross_validation: 3", more: ", calibrate: isotonic");
        string Found(int threads)
        {
            GateResult result = run.Execute(run.Inputs with { Threads = threads });
            return ModelDigest(result) + Text(Search(result));
        }

        string[] results = [Found(1), Found(2), Found(4)];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    /// <summary>A strong penalty says the same of nearly everybody: less accurate, and fair.</summary>
    [Fact]
    public void Subject_to_the_conditions_a_fair_model_goes_before_a_better_one()
    {
        const string Fair = "{ metric: selection_rate, by: g, compare: difference, max: 0.1, evidence: { min_count: 10 } }";
        const string Trials = ", max_trials: 12, cross_validation: 3, ensemble: false, candidates: [logistic_regression]";
        using TestRun any = Run(Trials, Fair), fair = Run(Trials + ", subject_to: conditions", Fair);
        SearchFacts best = Search(any.Execute()), chosen = Search(fair.Execute());
        Assert.Equal("conditions", chosen.SubjectTo);
        Assert.True(best.Leaderboard[0].Excess > 0, $"{best.Leaderboard[0].Excess}");
        Assert.True(chosen.Leaderboard[0].Excess <= 0, $"{chosen.Leaderboard[0].Excess}");
        Assert.True(chosen.Leaderboard[0].Estimate < best.Leaderboard[0].Estimate);
        Assert.True(chosen.Leaderboard[0].Conditions.Single().Keeps);
        // Both ends of the front are on it, and nothing that another beats in both.
        Assert.Contains(chosen.Leaderboard, entry => entry.OnFront && entry.Estimate == best.Leaderboard[0].Estimate);
        Assert.All(chosen.Leaderboard.Where(entry => entry.OnFront), entry => Assert.DoesNotContain(chosen.Leaderboard,
            other => other.Estimate > entry.Estimate && other.Excess < entry.Excess));
    }

    [Fact]
    public void A_regression_is_searched_too_and_more_trials_are_not_worse()
    {
        using TestRun run = Run(", max_trials: 9, cross_validation: 3, primary_metric: root_mean_squared_error, candidates: "
            + "[linear_regression, elastic_net, decision_tree]", "{ metric: r2, min: 0 }", task: "regression");
        run.Folder.Write("d.csv", Rows().Replace(",y,", ",yy,", StringComparison.Ordinal).Replace("x,z", "y,z", StringComparison.Ordinal));
        SearchFacts search = Search(run.Execute());
        Assert.Equal(("root_mean_squared_error", "lower"), (search.PrimaryMetric, search.Direction));
        double[] values = [.. search.Leaderboard.Select(entry => entry.Estimate!.Value)];
        Assert.Equal(values.Order(), values);
        Assert.InRange(values[0], 0, search.Leaderboard.Where(entry => entry.Parameters.Count == 0).Min(entry => entry.Estimate!.Value));
    }

    [Fact]
    public void What_fails_stands_last_with_its_reason()
    {
        using TestRun run = Run(", max_trials: 4, cross_validation: 3, candidates: [linear_regression, poisson_regression]",
            "{ metric: r2, min: -1 }", task: "regression");
        run.Folder.Write("d.csv", Rows().Replace("x,z,t,g,y", "y,z,t,g,w", StringComparison.Ordinal).Replace("\n0,", "\n-1,",
            StringComparison.Ordinal).Replace("\n0.", "\n-0.", StringComparison.Ordinal));
        SearchFacts search = Search(run.Execute());
        LeaderboardEntry last = search.Leaderboard[^1];
        Assert.Equal("poisson_regression", last.Algorithm);
        Assert.Contains("the label is below 0", last.Failed, StringComparison.Ordinal);
        Assert.Null(last.Estimate);
        Assert.NotEqual("poisson_regression", search.Leaderboard[0].Algorithm);
    }

    [Fact]
    public void Where_every_trial_fails_the_first_reason_is_the_error()
    {
        using TestRun run = Run(", max_trials: 1, cross_validation: 3, candidates: [poisson_regression]", "{ metric: r2, min: -1 }",
            task: "regression");
        run.Folder.Write("d.csv", Rows().Replace("x,z,t,g,y", "y,z,t,g,w", StringComparison.Ordinal).Replace("\n1", "\n-1",
            StringComparison.Ordinal));
        Assert.StartsWith("no trial of the search succeeded; the first one failed: poisson_regression: the label is below 0",
            Assert.Throws<ModelException>(() => run.Execute()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_out_of_time_says_so_and_has_a_model()
    {
        using TestRun run = Run(", max_trials: 200, cross_validation: 3, timeout_minutes: 0.0001, candidates: [logistic_regression]",
            clock: TimeProvider.System);
        GateResult result = run.Execute();
        Assert.Equal("time", Search(result).BoundedBy);
        Assert.Equal("logistic_regression", result.Model.Kind);
        Assert.Contains(result.Notes, note => note.Contains("another run may find another model", StringComparison.Ordinal));
    }

    [Fact]
    public void Times_of_trials_stand_apart()
    {
        using TestRun run = Run(Small, clock: TimeProvider.System);
        IReadOnlyList<TrialTime> times = run.Costs().Trials!;
        Assert.Equal([1, 2, 3, 4, 5, 6], times.Select(time => time.Trial));
        Assert.All(times, time => Assert.True(time.FitSeconds > 0 && time.ScoreSeconds > 0));
    }
}
