using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>What columns that a model has written say of a label.</summary>
public sealed class OutputGuessesTests
{
    private static readonly CategoryColumn twice = new("y", [0, 1, 0, 1], ["no", "yes"]);

    private static readonly CategoryColumn three = new("y", [0, 1, 2, 0], ["a", "b", "c"]);

    private static readonly NumericColumn numbers = new("y", [1, 2, 3, 4]);

    private static NumericColumn Reals(string name, params double[] values) => new(name, values);

    private static NumericColumn Whole(string name, params double[] values) => new(name, values, ColumnType.Integer);

    private static CategoryColumn Texts(string name, params string[] values) => CategoryColumn.Of(name, values);

    private static ProposedOutput? Two(params Column[] outputs) =>
        OutputGuesses.Of(outputs, twice, TaskType.BinaryClassification, "yes");

    private static ProposedOutput? Of(params Column[] outputs) => OutputGuesses.Of(outputs, numbers, TaskType.Regression, null);

    private static ProposedOutput? Many(params Column[] outputs) =>
        OutputGuesses.Of(outputs, three, TaskType.MulticlassClassification, null);

    private static string? Score(params Column[] outputs) => Two(outputs)?.Score is [var score] ? score.Value : null;

    [Fact]
    public void Numbers_are_predicted_by_the_first_that_is_no_end_of_an_interval()
    {
        ProposedOutput both = Of(Reals("pred_low", 0, 0, 0, 0), Reals("pred", 1, 1, 1, 1), Reals("pred_upper", 2, 2, 2, 2))!;
        Assert.Equal(("pred", "pred_low", "pred_upper"), (both.Prediction, both.Lower, both.Upper));
        Assert.Null(Of(Texts("pred", "x", "y", "x", "y")));
        Assert.Null(Of(Reals("pred_low", 0, 0, 0, 0)));
    }

    [Fact]
    public void An_interval_has_two_ends()
    {
        ProposedOutput lower = Of(Reals("pred", 1, 1, 1, 1), Reals("lwr", 2, 2, 2, 2))!;
        ProposedOutput upper = Of(Reals("hi", 1, 1, 1, 1), Reals("pred", 2))!;
        Assert.Equal(("pred", null, null), (lower.Prediction, lower.Lower, lower.Upper));
        Assert.Equal(("pred", null, null), (upper.Prediction, upper.Lower, upper.Upper));
    }

    [Fact]
    public void Decisions_are_a_prediction_where_all_are_classes_of_the_label()
    {
        Assert.Equal("pred", Two(Texts("pred", "yes", "no", "no", "no"))!.Prediction);
        Assert.Equal("pred", Two(Texts("pred", "yes", "yes", "yes", "yes"))!.Prediction);
        Assert.Null(Two(Texts("pred", "yes", "no", "no", "maybe")));
        Assert.Null(Two(new CategoryColumn("pred", [0, 1, 0, -1], ["no", "yes"])));
    }

    [Fact]
    public void A_score_has_a_finite_number_in_every_row_and_more_than_one()
    {
        Assert.Equal("s", Score(Reals("s", 0.1, 0.9, 0.2, 0.8)));
        Assert.Null(Score(Reals("s", 0.1, 0.9, 0.2, double.NaN)));
        Assert.Null(Score(Reals("s", 0.1, 0.9, 0.2, double.PositiveInfinity)));
        Assert.Null(Score(new NumericColumn("s", [0.1, 0.9, 0.2, double.NaN], ColumnType.Real, [false, false, false, true])));
        Assert.Null(Score(Reals("s", 0.5, 0.5, 0.5, 0.5)));
        Assert.Equal("t", Score(Reals("s", 0.5, 0.5, 0.5, 0.5), Reals("t", 0.1, 0.9, 0.2, 0.8), Reals("u", 0.1, 0.9, 0.2, 0.8)));
    }

    [Fact]
    public void The_score_that_is_called_like_the_favoured_class_goes_first()
    {
        NumericColumn no = Reals("p_no", 0.9, 0.1, 0.8, 0.2), yes = Reals("pYes", 0.1, 0.9, 0.2, 0.8);
        Assert.Equal("pYes", Score(no, yes));
        Assert.Equal("p_no", Score(no));
        // A name that is nothing but the class ends with no class.
        Assert.Equal("p_no", Score(no, Reals("yes", 0.1, 0.9, 0.2, 0.8)));
    }

    /// <summary>Whatever a score is called, it is of the class in whose rows it is higher on average.</summary>
    [Fact]
    public void A_score_is_of_the_class_where_its_mean_is_higher()
    {
        ProposedOutput yes = Two(Reals("s", 0.1, 0.9, 0.2, 0.7))!, no = Two(Reals("s", 0.9, 0.1, 0.7, 0.2))!;
        Assert.Equal(("yes", "no"), (yes.IsOf, no.IsOf));
        Assert.Equal("its mean is 0.8000 where the label is 'yes' and 0.1500 elsewhere", yes.Evidence);
        Assert.Equal("its mean is 0.8000 where the label is 'no' and 0.1500 elsewhere", no.Evidence);
        Assert.Equal("yes", Two(Reals("s", 0.5, 0.5, 0.1, 0.1))!.IsOf);
    }

    [Theory]
    [InlineData(0, 1, null, false)]
    [InlineData(0, 1.5, "percent", false)]
    [InlineData(0, 100, "percent", false)]
    [InlineData(0, 100.5, "any", true)]
    [InlineData(-0.5, 1, "logit", false)]
    [InlineData(-0.5, 100.5, "any", true)]
    public void What_a_score_is_follows_from_its_range(double low, double high, string? type, bool threshold)
    {
        ProposedOutput output = Two(Reals("s", low, high, low, (low + high) / 2))!;
        Assert.Equal((type, threshold), (output.ScoreType, output.Threshold is not null));
    }

    [Fact]
    public void Whole_numbers_below_0_are_points_and_cut_at_their_median()
    {
        ProposedOutput points = Two(Whole("s", -3, 9, 2, 5))!;
        Assert.Equal(("any", 5.0), (points.ScoreType, points.Threshold));
        Assert.Equal((null, null), (Two(Whole("s", 0, 1, 1, 1))!.ScoreType, Two(Whole("s", 0, 1, 1, 1))!.Threshold));
    }

    [Fact]
    public void A_models_own_decisions_need_neither_type_nor_threshold()
    {
        ProposedOutput output = Two(Texts("pred", "yes", "no", "no", "no"), Reals("s", -9, 900, 1, 2))!;
        Assert.Equal(("pred", "s", null, null), (output.Prediction, output.Score[0].Value, output.ScoreType, output.Threshold));
        Assert.Equal("yes", output.IsOf);
    }

    [Fact]
    public void Several_classes_want_a_score_each()
    {
        NumericColumn a = Reals("p_a", 1, 0, 0, 1), b = Reals("p_b", 0, 1, 0, 0), c = Reals("p_c", 0, 0, 1, 0);
        Assert.Equal([new("a", "p_a"), new("b", "p_b"), new("c", "p_c")], Many(c, b, a)!.Score);
        Assert.Null(Many(a, b));
        ProposedOutput decided = Many(a, b, Texts("pred", "a", "b", "c", "a"))!;
        Assert.Equal("pred", decided.Prediction);
        Assert.Empty(decided.Score);
        Assert.Equal(3, Many(a, b, c, Texts("pred", "a", "b", "c", "a"))!.Score.Count);
    }

    [Fact]
    public void One_column_is_the_score_of_one_class()
    {
        CategoryColumn ends = new("y", [0, 1, 0, 1], ["b", "ab"]);
        Assert.Null(OutputGuesses.Of([Reals("p_ab", 0, 1, 0, 1)], ends, TaskType.MulticlassClassification, null));
    }
}
