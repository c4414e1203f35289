using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models;

/// <summary>What models tell of themselves beside their scores: inputs, margins, trees.</summary>
public sealed class Capabilities
{
    private static readonly NumericColumn Size = TestData.Numbers("size", 1, 2, 3, double.NaN, 5, 6, 2.5, 3.5, 9, 7, 8, 4);
    private static readonly CategoryColumn Colour =
        TestData.Texts("colour", "red", "blue", "red", null, "green", "blue", "green", "red", "red", "blue", "green", "blue");
    private static readonly NumericColumn Same = TestData.Numbers("same", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    private static readonly int[] Labels = [0, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0];

    public static TheoryData<string> Learners => [.. LightGbm.TheLibrary.Classifiers];

    private static IModel Fit(string learner, TrainingData data) => TestData.Learner(learner).Fit(data);

    [Theory]
    [MemberData(nameof(Learners))]
    public void Inputs_have_the_levels_and_ranges_of_training(string learner)
    {
        IReadOnlyList<ModelInput> inputs = Fit(learner, TestData.Binary(Labels, Size, Colour, Same)).Inputs;
        Assert.Equal(["size", "colour", "same"], inputs.Select(input => input.Name));
        Assert.Equal((InputKind.Number, 1.0, 9.0, true, null),
            (inputs[0].Kind, inputs[0].Min, inputs[0].Max, inputs[0].HasMissing, inputs[0].Dropped));
        Assert.Equal((InputKind.Category, 4, "(missing)", true),
            (inputs[1].Kind, inputs[1].Levels, inputs[1].LevelName(3), double.IsNaN(inputs[1].Min)));
        Assert.Equal(["blue", "green", "red"], inputs[1].Categories);
        Assert.Equal("constant", inputs[2].Dropped);
    }

    [Fact]
    public void The_margin_of_two_classes_is_the_log_odds_of_the_score()
    {
        TrainingData data = TestData.Binary(Labels, Size, Colour);
        var model = Assert.IsAssignableFrom<IMarginModel>(Fit("logistic_regression", data));
        double[] scores = model.Score(data.Features), margins = model.Margins(data.Features);
        for (int i = 0; i < scores.Length; i++) Assert.Equal(Math.Log(scores[i] / (1 - scores[i])), margins[i], 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_score_of_several_classes_is_the_softmax_of_the_margins(bool oneClassIsAbsent)
    {
        int[] codes = [.. Labels.Select((label, i) => oneClassIsAbsent ? 2 * label : i % 3)];
        var data = new TrainingData(TaskType.MulticlassClassification, new Table([Size, Colour]), ["a", "b", "c"], codes, null, null);
        var model = (IMarginModel)Fit("logistic_regression", data);
        double[] scores = model.Score(data.Features), margins = model.Margins(data.Features);
        for (int row = 0; row < Labels.Length; row++)
        {
            double[] odds = [.. margins.Skip(row * 3).Take(3).Select(Math.Exp)];
            for (int c = 0; c < 3; c++) Assert.Equal(odds[c] / odds.Sum(), scores[(row * 3) + c], 10);
        }
        if (oneClassIsAbsent) Assert.Equal(double.NegativeInfinity, margins[1]);
    }

    [Fact]
    public void The_margin_of_a_number_is_the_number()
    {
        TrainingData data = TestData.Regression([.. Labels.Select((label, i) => label + (0.1 * i))], Size, Colour);
        var model = (IMarginModel)Fit("linear_regression", data);
        Assert.Equal(model.Score(data.Features), model.Margins(data.Features));
    }

    [Fact]
    public void A_tree_walked_from_outside_gives_the_models_score()
    {
        TrainingData data = TestData.Binary(Labels, Size, Colour);
        var model = Assert.IsAssignableFrom<ITreeModel>(Fit("decision_tree", data));
        FlatTree tree = Assert.Single(model.Trees);
        Assert.Equal(Labels.Length, tree.Weight[0]);
        double[] scores = model.Score(data.Features);
        for (int row = 0; row < Labels.Length; row++)
        {
            int node = 0;
            while (tree.Left[node] >= 0)
                node = GoesLeft(model.Inputs[tree.Feature[node]], tree, node, row) ? tree.Left[node] : tree.Right[node];
            Assert.Equal(scores[row], tree.Values[(node * tree.ValuesPerNode) + 1]);
        }
    }

    private static bool GoesLeft(ModelInput input, FlatTree tree, int node, int row)
    {
        if (input.Kind == InputKind.Category)
            return (Colour.Codes[row] < 0 ? "(missing)" : Colour.Categories[Colour.Codes[row]]) != input.LevelName(tree.Level[node]);
        double number = Size.Values[row];
        return double.IsNaN(number) ? tree.MissingLeft[node] : number <= tree.Threshold[node];
    }
}
