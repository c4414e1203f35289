using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models;

/// <summary>Scoring a table that is not quite like the one of training.</summary>
public class ScoringOtherData
{
    public static TheoryData<string> Learners => [.. LightGbm.TheLibrary.Classifiers.Except(["dummy"])];

    private static readonly NumericColumn Age = TestData.Numbers("age", 20, 30, 40, 50);
    private static readonly CategoryColumn Job = TestData.Texts("job", "baker", "clerk", "baker", "smith");

    private static IModel Fit(string learner) => TestData.Learner(learner).Fit(TestData.Binary([0, 0, 1, 1], Age, Job));

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_feature_is_absent(string learner)
    {
        string message = Assert.Throws<ModelException>(() => Fit(learner).Score(new Table([Age.Rename("aeg"), Job]))).Message;
        Assert.Equal("the model reads the feature 'age', which the data does not have; did you mean 'aeg'?", message);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_feature_is_of_another_kind(string learner)
    {
        string message =
            Assert.Throws<ModelException>(() => Fit(learner).Score(new Table([TestData.Texts("age", "20", "x", "40", "50"), Job]))).Message;
        Assert.StartsWith("feature 'age' was a number in training and is text here", message, StringComparison.Ordinal);
        message = Assert.Throws<ModelException>(() => Fit(learner).Score(new Table([Age, TestData.Numbers("job", 1, 2, 3, 4)]))).Message;
        Assert.StartsWith("feature 'job' was text in training and is a number here", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_column_without_any_value_may_be_of_any_kind(string learner)
    {
        IModel model = Fit(learner);
        double[] nothing = [double.NaN, double.NaN],
            scores = model.Score(
            new Table([new CategoryColumn("age", [-1, -1], []), new NumericColumn("job", nothing, ColumnType.Real, [true, true])]));
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Other_columns_and_another_order_do_not_matter(string learner)
    {
        IModel model = Fit(learner);
        Assert.Equal(model.Score(new Table([Age, Job])), model.Score(new Table([TestData.Numbers("id", 1, 2, 3, 4), Job, Age])));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_value_marked_missing_is_missing_whatever_stands_there(string learner)
    {
        IModel model = Fit(learner);
        Table marked = new([new NumericColumn("age", [999], ColumnType.Real, [true]), TestData.Texts("job", "clerk")]);
        Table empty = new([TestData.Numbers("age", double.NaN), TestData.Texts("job", "clerk")]);
        Assert.Equal(model.Score(empty), model.Score(marked));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void No_rows_give_no_scores(string learner) => Assert.Empty(Fit(learner).Score(new Table([Age, Job]).Take([])));
}
