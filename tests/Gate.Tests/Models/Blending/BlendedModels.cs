using Gate.Data;
using Gate.Models;
using Gate.Models.Blending;

namespace Gate.Tests.Models.Blending;

/// <summary>The weighted mean of several models.</summary>
public sealed class BlendedModels
{
    private static TrainingData Data() => TestData.Binary([0, 0, 1, 0, 1, 1, 0, 1, 1, 0],
        TestData.Numbers("a", 1, 2, 3, 4, 5, 6, double.NaN, 8, 9, 1),
        TestData.Texts("t", "x", "y", "x", "y", "x", "y", "x", "y", "z", "x"));

    private static IModel Fit(string learner, params (string, object?)[] parameters) => TestData.Learner(learner, parameters).Fit(Data());

    private static BlendedModel Blend() => new([(Fit("logistic_regression"), 3), (Fit("decision_tree", ("max_depth", 1)), 1)]);

    [Fact]
    public void Scores_are_the_weighted_mean()
    {
        BlendedModel blend = Blend();
        Table rows = Data().Features;
        double[] linear = Fit("logistic_regression").Score(rows), tree = Fit("decision_tree", ("max_depth", 1)).Score(rows);
        double[] scores = blend.Score(rows);
        for (int row = 0; row < scores.Length; row++) Assert.Equal((0.75 * linear[row]) + (0.25 * tree[row]), scores[row], 12);
        Assert.Equal("ensemble", blend.Kind);
        Assert.Contains(new("models", "logistic_regression (75%), decision_tree (25%)"), blend.Facts);
    }

    [Fact]
    public void The_digest_is_of_models_and_shares()
    {
        IModel linear = Fit("logistic_regression"), tree = Fit("decision_tree");
        string[] digests = [new BlendedModel([(linear, 1), (tree, 1)]).Digest, new BlendedModel([(linear, 2), (tree, 1)]).Digest,
            new BlendedModel([(linear, 1)]).Digest, new BlendedModel([(tree, 1)]).Digest];
        Assert.Equal(4, digests.Distinct().Count());
        Assert.Equal(digests[0], new BlendedModel([(linear, 5), (tree, 5)]).Digest);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("t")]
    public void Rescoring_gives_what_scoring_gives(string column)
    {
        BlendedModel blend = Blend();
        Table rows = Data().Features;
        Column turned = rows[column].Take([.. Enumerable.Range(0, 10).Reverse()]);
        double[] again = blend.Prepare(rows).Score(turned), expected = blend.Score(rows.With(turned));
        for (int row = 0; row < again.Length; row++) Assert.Equal(expected[row], again[row], 12);
    }

    [Fact]
    public void Models_that_do_not_go_together_are_refused()
    {
        IModel other = TestData.Learner("logistic_regression").Fit(TestData.Binary([0, 1, 0, 1], TestData.Numbers("b", 1, 2, 3, 5)));
        Assert.Throws<ModelException>(() => new BlendedModel([(Fit("logistic_regression"), 1), (other, 1)]));
        Assert.Throws<ModelException>(() => new BlendedModel([(Fit("logistic_regression"), 0)]));
        Assert.Throws<ModelException>(() => new BlendedModel([]));
    }
}
