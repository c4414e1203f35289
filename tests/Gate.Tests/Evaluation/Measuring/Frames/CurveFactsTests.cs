using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Measuring.Frames;

/// <summary>Which curves the report shows, and on which edges.</summary>
public sealed class CurveFactsTests
{
    private static CurveFacts? Curves(string rows, string task = "binary_classification", string model = "score: s",
        string more = "evidence: { min_count: 3 }")
    {
        using TestRun run = new($$"""
            version: 1
            name: curves
            task: {{task}}
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { predictions: { {{model}} }{{(model == "score: s" ? ", threshold: 0.5" : "")}} }
            {{more}}
            conditions: [{ metric: {{(task == "regression" ? "r2" : "accuracy")}}, level: inform }]
            """, ("d.csv", rows));
        return run.Execute().Curves;
    }

    private const string Rows = "y,s,g,p\n1,0.9,a,1\n0,0.2,a,0\n1,0.6,a,0\n0,0.6,b,1\n1,0.8,b,1\n0,0.1,b,0\n1,0.3,c,0\n0,0.4,c,1\n";

    [Fact]
    public void Of_probabilities_all_kinds_on_the_edges_from_0_to_1()
    {
        CurveFacts curves = Curves(Rows)!;
        Assert.Equal(Enumerable.Range(0, 21).Select(i => i / 20.0), curves.HistogramEdges, Near);
        Assert.Equal(("all rows", 8L), (curves.Overall.Label, curves.Overall.Count));
        // From (0, 0) over the scores 0.9, 0.8, 0.6 (one of each class), 0.4, 0.3, 0.2 and 0.1.
        Assert.Equal(["0 0", "0 0.25", "0 0.5", "0.25 0.75", "0.5 0.75", "0.5 1", "1 1"], curves.Overall.Roc.Select(Text));
        Assert.Equal("1 0.5", Text(curves.Overall.PrecisionRecall[0]));
        Assert.Equal(8, curves.Overall.Calibration.Sum(bin => bin[4]));
        Assert.Equal(1, curves.Overall.Histogram.Sum(), 9);
        Assert.Equal([2, 4, 6, 8, 12, 16, 18], Enumerable.Range(0, 20).Where(bin => curves.Overall.Histogram[bin] > 0));
    }

    [Fact]
    public void By_group_where_there_is_enough_evidence()
    {
        GroupCurves groups = Assert.Single(Curves(Rows)!.Groups);
        Assert.Equal(["g a 3", "g b 3"], groups.Groups.Select(curve => $"{groups.By} {curve.Label} {curve.Count}"));
        Assert.Equal(["0 0", "0 0.5", "0 1", "1 1"], groups.Groups[0].Roc.Select(Text));
        Assert.Equal([2, 12, 16], Enumerable.Range(0, 20).Where(bin => groups.Groups[1].Histogram[bin] > 0));
        Assert.Empty(Curves(Rows, more: "")!.Groups);
    }

    /// <summary>Twelve groups make a chart that can still be read: the largest ones, in their own order.</summary>
    [Fact]
    public void Of_many_groups_the_largest_twelve()
    {
        string rows = "y,s,g\n" + string.Concat(Enumerable.Range(0, 14).SelectMany(g => Enumerable.Range(0, g is 3 or 7 ? 4 : 6)
            .Select(i => $"{i % 2},0.{i + 1},g{g:00}\n")));
        Assert.Equal(["g00", "g01", "g02", "g04", "g05", "g06", "g08", "g09", "g10", "g11", "g12", "g13"],
            Curves(rows)!.Groups[0].Groups.Select(curve => curve.Label));
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_no_calibration_and_their_own_edges()
    {
        CurveFacts curves = Curves("y,s,g\n1,3,a\n0,-1,a\n1,1,a\n0,1,a\n")!;
        Assert.Equal((-1, 3, 0.2), (curves.HistogramEdges[0], curves.HistogramEdges[^1],
            Math.Round(curves.HistogramEdges[1] - curves.HistogramEdges[0], 9)));
        Assert.Empty(curves.Overall.Calibration);
        Assert.NotEmpty(curves.Overall.Roc);
        Assert.Equal((1.5, 2.5), Curves("y,s,g\n1,2,a\n0,2,a\n") is { } same ? (same.HistogramEdges[0], same.HistogramEdges[^1]) : default);
        Assert.Equal(-0.5, Curves("y,s,g\n1,0.5,a\n0,-0.5,a\n")!.HistogramEdges[0]);
        Assert.Equal(1.5, Curves("y,s,g\n1,0.5,a\n0,1.5,a\n")!.HistogramEdges[^1]);
    }

    /// <summary>0 and 1 themselves are probabilities; one end alone does not make any.</summary>
    [Theory]
    [InlineData("0", "1", 0, 1, true)]
    [InlineData("0.3", "1", 0, 1, true)]
    [InlineData("0", "0.7", 0, 1, true)]
    [InlineData("0", "3", 0, 3, false)]
    [InlineData("-2", "1", -2, 1, false)]
    public void The_edges_of_scores(string lowest, string highest, double low, double high, bool probabilities)
    {
        CurveFacts curves = Curves($"y,s,g\n1,{highest},a\n0,{lowest},a\n1,0.5,a\n0,0.4,a\n")!;
        Assert.Equal((low, high), (curves.HistogramEdges[0], curves.HistogramEdges[^1]));
        Assert.Equal(probabilities, curves.Overall.Calibration.Count > 0);
    }

    [Fact]
    public void Of_numbers_a_histogram_alone()
    {
        CurveFacts curves = Curves("y,p,g\n1,2,a\n2,4,a\n3,3,a\n", "regression", "prediction: p")!;
        Assert.Equal((2, 4), (curves.HistogramEdges[0], curves.HistogramEdges[^1]));
        Assert.Equal([0, 10, 19], Enumerable.Range(0, 20).Where(bin => curves.Overall.Histogram[bin] > 0));
        Assert.Equal((0, 0, 0), (curves.Overall.Roc.Count, curves.Overall.PrecisionRecall.Count, curves.Overall.Calibration.Count));
        Assert.Single(curves.Groups);
    }

    [Fact]
    public void Of_predicted_classes_none()
    {
        Assert.Null(Curves(Rows, model: "prediction: p"));
        Assert.Null(Curves("y,g,p\na,a,a\nb,a,b\nc,a,c\n", "multiclass_classification", "prediction: p"));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static string Text(double[] point) => string.Join(' ', point.Select(one => one.ToString("0.##", CultureInfo.InvariantCulture)));
}
