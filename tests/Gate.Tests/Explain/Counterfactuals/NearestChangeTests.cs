using Gate.Data;
using Gate.Explain.Counterfactuals;
using Gate.Explain.Dependence;
using Gate.Models;

namespace Gate.Tests.Explain.Counterfactuals;

public sealed class NearestChangeTests
{
    /// <summary>Scores by a function of three numbers and a category.</summary>
    private sealed class Given(Func<double, double, double, int, double> of) : IModel
    {
        public string Kind => "given";

        public TaskType Task => TaskType.BinaryClassification;

        public IReadOnlyList<string> Features => ["a", "b", "c", "k"];

        public IReadOnlyList<ModelInput> Inputs => [];

        public IReadOnlyList<string> Classes => ["no", "yes"];

        public IReadOnlyList<KeyValuePair<string, string>> Facts => [];

        public double[] Score(Table rows, CancellationToken cancel = default)
        {
            double[] Of(string name) => ((NumericColumn)rows[name]).Values;
            var kind = (CategoryColumn)rows["k"];
            int[] codes = Array.ConvertAll(kind.Codes, code => code < 0 ? -1 : kind.Categories[code][0] - 'x');
            (double[] a, double[] b, double[] c) = (Of("a"), Of("b"), Of("c"));
            return [.. Enumerable.Range(0, rows.RowCount).Select(row => of(a[row], b[row], c[row], codes[row]))];
        }
    }

    private static readonly Table Row = new([new NumericColumn("a", [0.2]), new NumericColumn("b", [0.2]), new NumericColumn("c", [0.2]),
        new CategoryColumn("k", [0], ["x", "y", "z"])]);

    private static readonly FeatureGrid[] All = [.. new[] { "a", "b", "c" }.Select(name => new FeatureGrid(name, new NumericColumn(name,
        [.. Enumerable.Range(0, 11).Select(i => i / 10.0)]))), new("k", new CategoryColumn("k", [0, 1, 2], ["x", "y", "z"]))];

    private static Counterfactual? Find(Func<double, double, double, int, double> of, params FeatureGrid[] allowed) =>
        NearestChange.Find(new Given(of), Row, 0.5, allowed);

    private static string Text(Counterfactual? found) => found is null ? "none" : string.Join(", ", found.Changes.Select(change =>
        $"{change.Feature}={All.Single(grid => grid.Feature == change.Feature).Labels[change.Point]}"));

    [Fact]
    public void One_change_goes_before_two_and_the_nearest_before_a_farther()
    {
        // a alone flips from 0.7 on, b alone from 0.9 on, and both together with less.
        Counterfactual? found = Find((a, b, _, _) => a >= 0.7 || b >= 0.9 || a + b >= 0.6 ? 0.9 : 0.1, All);
        Assert.Equal("a=0.4", Text(found));
        Assert.Equal((0.2, 0.9), (Math.Round(found!.Distance, 12), found.Score));
        Assert.Equal("k=y", Text(Find((a, _, _, k) => k == 1 || a > 1 ? 1 : 0, All)));
    }

    [Fact]
    public void Two_and_three_columns_change_where_fewer_do_not_do()
    {
        Assert.Equal("a=0.5, b=0.6", Text(Find((a, b, _, _) => a >= 0.5 && b >= 0.6 ? 1 : a + b > 1.15 ? 0.4 : (a + b) / 10, All)));
        Assert.Equal("a=0.9, b=0.9, c=0.9", Text(Find((a, b, c, _) => a + b + c >= 2.7 && a >= 0.9 && b >= 0.9 && c >= 0.9 ? 1
            : Math.Min(0.49, (a + b + c) / 10), All)));
        Assert.Equal("none", Text(Find((_, _, _, _) => 0.1, All)));
    }

    [Fact]
    public void A_column_without_a_grid_stays()
    {
        Func<double, double, double, int, double> of = (a, b, _, _) => a >= 0.3 || b >= 0.8 ? 1 : 0;
        Assert.Equal("a=0.3", Text(Find(of, All)));
        Assert.Equal("b=0.8", Text(Find(of, All[1], All[2], All[3])));
        Assert.Equal("none", Text(Find(of, All[2], All[3])));
    }

    [Fact]
    public void A_positive_decision_is_flipped_to_a_negative_one() =>
        Assert.Equal("c=0.1", Text(Find((_, _, c, _) => c >= 0.15 ? 0.5 : 0.499, All)));

    [Fact]
    public void Of_another_task_there_is_no_decision_to_flip() => Assert.Contains("two classes", Assert.Throws<ModelException>(() =>
        NearestChange.Find(new Dependence.GivenModel(["a"], _ => 1), Row, 0.5, All)).Message, StringComparison.Ordinal);
}
