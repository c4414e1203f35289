using Gate.Data;
using Gate.Explain;
using Gate.Models;
using Gate.Tests.Models;
using NSubstitute;

namespace Gate.Tests.Explain;

public class PermutationImportanceScenarios
{
    /// <summary>The sum of its numeric features, so that what a shuffle does can be worked out by hand.</summary>
    private sealed class SumModel(params string[] features) : IModel
    {
        public string Kind => "sum";

        public TaskType Task => TaskType.Regression;

        public IReadOnlyList<string> Features => features;

        public IReadOnlyList<ModelInput> Inputs => [.. features.Select(name => new ModelInput(name, InputKind.Number, [], false, null))];

        public IReadOnlyList<string> Classes => [];

        public IReadOnlyList<KeyValuePair<string, string>> Facts => [];

        public double[] Score(Table table, CancellationToken cancel = default)
        {
            var sums = new double[table.RowCount];
            foreach (string feature in features.Where(name => name != "ignored"))
                for (int row = 0; row < sums.Length; row++) sums[row] += ((NumericColumn)table[feature]).Values[row];
            return sums;
        }
    }

    private static readonly double[] A = [1, 5, 2, 8], B = [3, 3, 4, 7];
    private static readonly Table Four = new([TestData.Numbers("a", A), TestData.Numbers("ignored", 9, 1, 1, 4), TestData.Numbers("b", B)]);

    /// <summary>Minus the squared error against a + b.</summary>
    private static double Score(double[] scores) => -scores.Select((s, i) => (s - A[i] - B[i]) * (s - A[i] - B[i])).Average();

    private static IReadOnlyList<FeatureImportance> Compute(IModel model, PermutationOptions options) =>
        PermutationImportance.Compute(model, Four, Score, options);

    [Fact]
    public void The_mean_over_many_repeats_is_that_over_all_permutations()
    {
        double expected = AllOrders([0, 1, 2, 3]).Average(order => order.Select((from, i) => (A[from] - A[i]) * (A[from] - A[i]))
            .Average());
        FeatureImportance a = Compute(new SumModel("a", "ignored", "b"), new(Repeats: 20_000))
            .Single(importance => importance.Feature == "a");
        Assert.InRange(a.Mean, expected - 5 * a.StandardDeviation / Math.Sqrt(20_000),
            expected + 5 * a.StandardDeviation / Math.Sqrt(20_000));
    }

    /// <summary>Of two columns of which one takes back what the other adds, both move together without a fall.</summary>
    [Fact]
    public void Columns_of_a_group_are_shuffled_together()
    {
        Table rows = Four.With(TestData.Numbers("b", [.. A.Select(a => -a)]));
        var model = new SumModel("a", "ignored", "b");
        double Zero(double[] scores) => -scores.Sum(s => s * s);
        IReadOnlyList<FeatureImportance> found = PermutationImportance.Compute(model, rows, Zero, new(Repeats: 4)
        {
            Groups = [new("both", ["a", "b"]), new("one", ["b", "absent"]), new("none", ["ignored", "absent"])],
        });
        Assert.Equal(["a", "b", "both", "ignored", "none", "one"], found.Select(one => one.Feature).Order(StringComparer.Ordinal));
        FeatureImportance Of(string name) => found.Single(one => one.Feature == name);
        Assert.Equal((0.0, 0.0), (Of("both").Mean, Of("none").Mean));
        Assert.True(Of("a").Mean > 0 && Of("b").Mean > 0 && Of("one").Mean > 0);
        Assert.Equal(["a", "b"], Of("both").Columns);
        Assert.Empty(Of("a").Columns);
        // A group is shuffled by its own name, and columns by theirs, whatever groups there are.
        Assert.NotEqual(Of("b").Repeats, Of("one").Repeats);
        Assert.Equal(Of("a").Repeats, PermutationImportance.Compute(model, rows, Zero, new(Repeats: 4))
            .Single(one => one.Feature == "a").Repeats);
    }

    /// <summary>Student's t for 95 % and four degrees of freedom is 2.776 (any table of it).</summary>
    [Fact]
    public void The_interval_is_that_of_the_mean_over_shuffles()
    {
        var five = new FeatureImportance("a", 3, Math.Sqrt(2), [1, 2, 3, 4, 5]);
        (double low, double high) = five.Interval(0.95)!.Value;
        // The standard deviation of a sample of five is √2.5, and its mean's √0.5.
        Assert.Equal(2.7764451 * Math.Sqrt(0.5), high - 3, 6);
        Assert.Equal(3 - low, high - 3, 12);
        Assert.Null(new FeatureImportance("a", 3, 0, [3]).Interval(0.95));
    }

    [Fact]
    public void Each_shuffle_is_told_once()
    {
        var told = new System.Collections.Concurrent.ConcurrentBag<(int Done, int All)>();
        Compute(new SumModel("a", "b"), new(Repeats: 5, Threads: 2) { Progress = (done, all) => told.Add((done, all)) });
        Assert.Equal(Enumerable.Range(1, 10).Select(done => (done, 10)), told.Order());
    }

    [Fact]
    public void Mean_and_spread_are_those_of_the_repeats()
    {
        FeatureImportance a = Compute(new SumModel("a"), new(Repeats: 7, Seed: 3))[0];
        Assert.Equal(7, a.Repeats.Count);
        Assert.Equal(a.Repeats.Average(), a.Mean, 12);
        Assert.Equal(Math.Sqrt(a.Repeats.Average(fall => (fall - a.Mean) * (fall - a.Mean))), a.StandardDeviation, 12);
    }

    [Fact]
    public void An_ignored_column_is_exactly_zero()
    {
        FeatureImportance ignored = Compute(new SumModel("a", "ignored", "b"), new(Repeats: 5))[^1];
        Assert.Equal(("ignored", 0.0, 0.0), (ignored.Feature, ignored.Mean, ignored.StandardDeviation));
        Assert.All(ignored.Repeats, fall => Assert.Equal(0, fall));
    }

    [Fact]
    public void A_model_that_says_what_it_uses_is_not_asked_about_the_rest()
    {
        var model = Substitute.For<IModel, IUsesFeatures>();
        model.Features.Returns(["a", "ignored", "b"]);
        ((IUsesFeatures)model).UsedFeatures.Returns(["b"]);
        model.Score(Arg.Any<Table>(), Arg.Any<CancellationToken>()).Returns([0.0, 0, 0, 0]);
        Compute(model, new(Repeats: 4));
        model.Received(1 + 4).Score(Arg.Any<Table>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public void Columns_come_most_important_first()
    {
        Assert.Equal(["a", "b", "ignored"], Compute(new SumModel("ignored", "b", "a"), new(Repeats: 200))
            .Select(importance => importance.Feature));
    }

    [Fact]
    public void Threads_and_the_order_of_columns_change_nothing()
    {
        IReadOnlyList<FeatureImportance> one = Compute(new SumModel("a", "ignored", "b"), new(Repeats: 20, Seed: 9, Threads: 1));
        foreach (int threads in new[] { 0, 2, 8 })
        {
            IReadOnlyList<FeatureImportance> other = Compute(new SumModel("b", "a", "ignored"),
                new(Repeats: 20, Seed: 9, Threads: threads));
            foreach (FeatureImportance importance in one)
                Assert.Equal(importance.Repeats, other.Single(o => o.Feature == importance.Feature).Repeats);
        }
        Assert.NotEqual(one[0].Repeats, Compute(new SumModel("a", "ignored", "b"), new(Repeats: 20, Seed: 10))[0].Repeats);
    }

    [Fact]
    public void All_orders_of_four_rows_are_equally_frequent()
    {
        var counts = new Dictionary<string, int>();
        for (int repeat = 0; repeat < 24_000; repeat++)
        {
            string order = string.Join(",", Permutation.Of(4, 1, "a", repeat));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, counts.Count);
        double chiSquare = counts.Values.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000);
        Assert.InRange(chiSquare, 5, 50); // 23 degrees of freedom: outside once in 10,000
    }

    [Fact]
    public void A_category_moves_as_one_with_its_missing_values()
    {
        CategoryColumn colour = TestData.Texts("c", "red", "blue", null, "red", "blue", null, "red", "blue");
        int[] labels = [1, 0, 0, 1, 0, 0, 1, 0];
        TrainingData data = TestData.Binary(labels, colour, TestData.Numbers("x", 1, 2, 3, 4, 5, 6, 7, 8));
        IModel model = TestData.Learner("decision_tree").Fit(data);
        IReadOnlyList<FeatureImportance> result = PermutationImportance.Compute(model, data.Features,
            scores => TestData.Accuracy(scores, labels), new(Repeats: 50));
        Assert.Equal(["c", "x"], result.Select(importance => importance.Feature));
        Assert.InRange(result[0].Mean, 0.3, 0.65); // on average 3·5/8/8·2 = 0.469 of the rows change their class
        Assert.Equal(0, result[1].Mean);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Throws<ModelException>(() => PermutationImportance.Compute(new SumModel("a"), Four.Take([]), Score, new()));
        Assert.Throws<ModelException>(() => PermutationImportance.Compute(new SumModel("a"), Four, _ => double.NaN, new()));
        int calls = 0;
        Assert.Throws<ModelException>(() => PermutationImportance.Compute(new SumModel("a"), Four,
            _ => Interlocked.Increment(ref calls) == 1 ? 1 : double.NaN, new()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compute(new SumModel("a"), new(Repeats: 0)));
    }

    /// <summary>
    /// Scikit-learn 1.2.1's tree on UCI Adult, columns of a category shuffled together (numpy 1.24.2, 30 repeats): accuracy falls by 0.0595
    /// (spread 0.0019), 0.0580 (0.0018) and 0.0471 (0.0010), and by 0 for every other column.
    /// </summary>
    [SkippableFact]
    public void Adult_tree_as_with_scikit_learn()
    {
        (TrainingData train, TrainingData test) = TestData.Adult();
        IModel model = TestData.Learner("decision_tree", ("min_samples_leaf", 10), ("max_depth", 4)).Fit(train);
        Func<double[], double> accuracy = scores => TestData.Accuracy(scores, test.Labels!);
        IReadOnlyList<FeatureImportance> few = PermutationImportance.Compute(model, test.Features, accuracy, new(Repeats: 5));

        var expected = new Dictionary<string, double> { ["education-num"] = 0.0595111, ["marital-status"] = 0.0579510,
            ["capital-gain"] = 0.0470569 };
        Assert.Equal(TestData.AdultFeatures.Order(), few.Select(importance => importance.Feature).Order());
        foreach (FeatureImportance importance in PermutationImportance.Compute(model, test.Features, accuracy, new(Repeats: 30)))
        {
            // Four standard errors of the difference of two means of 30 repeats.
            double tolerance = 4 * importance.StandardDeviation * Math.Sqrt(2.0 / 30);
            double mean = expected.GetValueOrDefault(importance.Feature);
            Assert.InRange(importance.Mean, mean - tolerance, mean + tolerance);
        }
    }

    private static IEnumerable<int[]> AllOrders(int[] items)
    {
        if (items.Length <= 1) return [items];
        return items.SelectMany(first => AllOrders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
    }
}
