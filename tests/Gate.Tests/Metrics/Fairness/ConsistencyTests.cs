using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

public sealed class ConsistencyTests
{
    private static readonly Metric consistency = Samples.Metric("consistency");

    private static Metric Of(int neighbours) => consistency.With(new Dictionary<string, double> { ["n_neighbors"] = neighbours });

    private static MetricFrame Frame(double[] features, int[] predictions, int replicates = 0, int threads = 0) =>
        MetricFrame.Gather(Samples.Binary(new int[predictions.Length], predictions).WithFeatures(features),
            Samples.Everyone(predictions.Length), new FrameOptions(Replicates: replicates, Threads: threads));

    private static (double[] Features, int[] Predictions) Random(int rows, int width, int values)
    {
        var random = new CounterRandom(3, 0, 0);
        return ([.. Enumerable.Range(0, rows * width).Select(_ => values > 0 ? random.NextIndex(values) : random.NextDouble())],
            [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(2))]);
    }

    [Fact]
    public void Worked_by_hand()
    {
        // On a line at 0, 1, 3, 7 with 2 neighbours: each row and the next one on the nearer side.
        MetricFrame frame = Frame([0, 1, 3, 7], [1, 0, 0, 0]);
        Near.Check(1 - (0.5 + 0.5 + 0 + 0) / 4, frame.Measure(Of(2)).Value.Number, "2 neighbours");
        Near.Check(1 - (0.75 + 3 * 0.25) / 4, frame.Measure(Of(4)).Value.Number, "all rows");
        Near.Check(1, frame.Measure(Of(1)).Value.Number, "a row alone agrees with itself");
    }

    [Fact]
    public void Rows_as_far_as_the_last_neighbour_share_its_place()
    {
        // The middle row's second neighbour is either side: half a disagreement in 2. The outer rows have the middle one.
        Near.Check(1 - (0 + 0.5 * 0.5 + 0.5) / 3, Frame([0, 1, 2], [0, 0, 1]).Measure(Of(2)).Value.Number, "tie");
    }

    [Theory]
    [InlineData(0, 5)] // no ties
    [InlineData(3, 5)] // many
    [InlineData(2, 20)]
    public void Brute_force(int values, int k)
    {
        (double[] features, int[] predictions) = Random(200, 3, values);
        double[] squares = new double[200];
        double sum = 0;
        for (int i = 0; i < 200; i++)
        {
            for (int j = 0; j < 200; j++)
                squares[j] = Enumerable.Range(0, 3)
                    .Sum(c => (features[j * 3 + c] - features[i * 3 + c]) * (features[j * 3 + c] - features[i * 3 + c]));
            double last = squares.Order().ElementAt(k - 1);
            int closer = squares.Count(d => d < last), tied = squares.Count(d => d == last);
            sum += Enumerable.Range(0, 200).Where(j => predictions[j] != predictions[i])
                .Sum(j => squares[j] < last ? 1.0 : squares[j] == last ? (double)(k - closer) / tied : 0) / k;
        }
        Near.Check(1 - sum / 200, Frame(features, predictions).Measure(Of(k)).Value.Number, "consistency");
    }

    [Theory]
    [InlineData(4, 3, 7)] // a tree of many leaves, with many ties and equal rows
    [InlineData(0, 30, 5)] // wider than the distances are summed before a look
    public void Brute_force_of_more_rows(int values, int width, int k)
    {
        const int rows = 1_300;
        (double[] features, int[] predictions) = Random(rows, width, values);
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            double[] squares = [.. Enumerable.Range(0, rows).Select(j => Square(features, width, i, j))];
            double last = squares.Order().ElementAt(k - 1);
            int closer = squares.Count(d => d < last), tied = squares.Count(d => d == last);
            sum += Enumerable.Range(0, rows).Where(j => predictions[j] != predictions[i])
                .Sum(j => squares[j] < last ? 1.0 : squares[j] == last ? (double)(k - closer) / tied : 0) / k;
        }
        Near.Check(1 - sum / rows, Frame(features, predictions).Measure(Of(k)).Value.Number, "consistency");

        static double Square(double[] features, int width, int i, int j)
        {
            double square = 0;
            for (int c = 0; c < width; c++)
            {
                double gap = features[j * width + c] - features[i * width + c];
                square += gap * gap;
            }
            return square;
        }
    }

    [Fact]
    public void A_second_model_of_the_same_features_finds_the_same_neighbours()
    {
        (double[] features, int[] predictions) = Random(400, 2, 5);
        int[] others = [.. predictions.Select(code => 1 - code)];
        others[7] = predictions[7];
        double first = Frame(features, predictions).Measure(consistency).Value.Number, second = Frame(features, others).Measure(consistency)
            .Value.Number;
        Assert.Equal(second, Frame([.. features], others).Measure(consistency).Value.Number);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Agrees_with_scikit_learns_neighbours_on_real_rows()
    {
        GoldenTable table = GoldenTable.Read("breast_cancer8_int.csv"), predicted = GoldenTable.Read("breast_cancer_predictions.csv");
        string[] columns = ["mean radius", "mean texture", "mean perimeter", "mean area", "mean smoothness", "mean compactness",
            "mean concavity", "mean concave points"];
        double[][] values = [.. columns.Select(table.Numbers)];
        double[] features = [.. Enumerable.Range(0, table.Rows).SelectMany(row => values.Select(column => column[row]))];
        // NearestNeighbors(n_neighbors=5).fit(X).kneighbors(X), 1 - mean |y - mean of the neighbours' y|
        Near.Check(0.9205623901581722, Frame(features, predicted.Codes("y_pred")).Measure(consistency).Value.Number, "consistency");
    }

    [Fact]
    public void Order_of_rows_and_threads_change_nothing_and_groups_look_among_all_rows()
    {
        (double[] features, int[] predictions) = Random(150, 2, 4);
        int[] order = [.. Enumerable.Range(0, 150).OrderBy(i => i * 67 % 150)];
        Sample sample = Samples.Binary(new int[150], predictions).WithFeatures(features);
        Grouping groups = Samples.By([.. Enumerable.Range(0, 150).Select(i => i % 3 == 0 ? "a" : "b")]);
        MetricFrame frame = MetricFrame.Gather(sample, groups, new FrameOptions(Replicates: 200));
        MetricFrame permuted = MetricFrame.Gather(sample.Take(order), Samples.By([.. order.Select(i => i % 3 == 0 ? "a" : "b")]),
            new FrameOptions(Replicates: 0));
        Assert.Equal(frame.Measure(consistency).Value.Number, permuted.Measure(consistency).Value.Number, 12);
        double mean = (50 * frame.MeasureGroups(consistency)[0].Value.Number + 100 * frame.MeasureGroups(consistency)[1].Value.Number)
            / 150;
        Assert.Equal(frame.Measure(consistency).Value.Number, mean, 12);
        Interval interval = frame.Measure(consistency).Interval!;
        Assert.True(interval.Method == "row_bootstrap" && interval.High - interval.Low is > 0.01 and < 0.2);
        Assert.Equal(Frame(features, predictions, 50, 1).Measure(consistency), Frame(features, predictions, 50, 8).Measure(consistency));
    }

    [Fact]
    public void Undefined_without_features_with_too_few_and_with_too_many_rows()
    {
        Assert.Equal("the features of the rows are not known as numbers", MetricFrame.Gather(Samples.Binary([0], [0]), Samples.Everyone(1),
            new FrameOptions()).Measure(consistency).Value.Undefined);
        Assert.Equal("there are fewer rows than n_neighbors = 5", Frame([0, 1, 2], [0, 1, 0]).Measure(consistency).Value.Undefined);
        Assert.Equal("there are more than 32768 rows, too many to compare each with each", Frame(new double[32_769], new int[32_769])
            .Measure(consistency).Value.Undefined);
        Assert.Throws<ArgumentException>(() => Frame([0, 1, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => Frame([0, double.NaN], [0, 1]));
    }
}
