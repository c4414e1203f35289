using Gate.Data;
using Gate.Models;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Models.Onnx;

/// <summary>What the answers of a model mean: which output, which class each score belongs to, and what is not guessed.</summary>
public sealed class AnswersOfModels
{
    // The log-odds of the second class of the model, 0 in the first row and 2 in the second.
    private static readonly Table rows = new([new NumericColumn("x", [0, 2])]);

    private const double Two = 0.8807970779778823;

    private static OnnxOptions Binary(params string[] classes) => new(TaskType.BinaryClassification, classes, ["x"]);

    private static OnnxOptions Multi(params string[] classes) => new(TaskType.MulticlassClassification, classes, ["x"]);

    private static double[] Scores(byte[] bytes, OnnxOptions options, Table? table = null) =>
        OnnxModel.Load("m.onnx", bytes, options).Score(table ?? rows);

    private static string Problem(byte[] bytes, OnnxOptions options) =>
        Assert.Throws<ModelException>(() => Scores(bytes, options)).Message;

    private static void Near(double[] wanted, double[] found)
    {
        Assert.Equal(wanted.Length, found.Length);
        for (int i = 0; i < wanted.Length; i++) Assert.Equal(wanted[i], found[i], 1e-6);
    }

    /// <summary>A logistic regression with its classes: labels, and probabilities as a tensor or as maps.</summary>
    private static byte[] Classifier(byte[] classes, bool texts = false, bool zip = false, byte[]? zipped = null) => Model(Graph(
        Input("x", 1, -1, 1), Output("label", texts ? 8 : 7, -1), zip ? Maps("p", texts ? 8 : 7) : Output("p", 1, -1, 2),
        Node("LinearClassifier", "ai.onnx.ml", ["x"], ["label", zip ? "raw" : "p"], classes, Attribute("coefficients", -1f, 1f),
            Attribute("intercepts", 0f, 0f), One("multi_class", 0), One("post_transform", "SOFTMAX")),
        zip ? Node("ZipMap", "ai.onnx.ml", ["raw"], ["p"], zipped ?? Renamed(classes)) : []));

    // ZipMap calls the same list by another name.
    private static byte[] Renamed(byte[] classes) => classes.AsSpan().IndexOf("classlabels_ints"u8) < 0 ? classes
        : Attribute("classlabels_int64s", 0, 1);

    private static byte[] Maps(string name, int key) => Field(12, Field(1, name), Field(2, Field(4, Field(1, Field(5, Number(1, key),
        Field(2, Field(1, Number(1, 1))))))));

    private static readonly byte[] numbers = Attribute("classlabels_ints", 0, 1), texts = Attribute("classlabels_strings", "no", "yes");

    // The softmax of -2 and 2.
    private const double Four = 0.9820137900379085;

    [Fact]
    public void The_score_is_that_of_the_positive_class_wherever_the_model_has_it()
    {
        Near([0.5, Four], Scores(Classifier(numbers), Binary("0", "1")));
        Near([0.5, 1 - Four], Scores(Classifier(numbers), Binary("1", "0")));
        Near([0.5, Four], Scores(Classifier(texts, true), Binary("no", "yes")));
        Near([0.5, 1 - Four], Scores(Classifier(texts, true), Binary("yes", "no")));
    }

    [Fact]
    public void Maps_say_their_classes_themselves()
    {
        Near([0.5, Four], Scores(Classifier(texts, true, zip: true), Binary("no", "yes")));
        Near([0.5, 1 - Four], Scores(Classifier(texts, true, zip: true), Binary("yes", "no")));
        Near([0.5, Four], Scores(Classifier(numbers, false, zip: true), Binary("0", "1")));
        Near([0.5, 0.5, 1 - Four, Four], Scores(Classifier(texts, true, zip: true), Multi("no", "yes")));
        Near([0.5, 0.5, Four, 1 - Four], Scores(Classifier(texts, true, zip: true), Multi("yes", "no")));
        // Under other names they are told apart by the place that they have in the model.
        Near([0.5, Four], Scores(Classifier(numbers, false, zip: true), Binary("bad", "good") with { ModelClasses = ["bad", "good"] }));
        Near([0.5, 1 - Four], Scores(Classifier(numbers, false, zip: true), Binary("bad", "good") with { ModelClasses = ["good", "bad"] }));
    }

    [Fact]
    public void Zero_and_one_are_false_and_true_and_numbers_are_equal_by_value()
    {
        Near([0.5, Four], Scores(Classifier(numbers), Binary("false", "true")));
        Near([0.5, 1 - Four], Scores(Classifier(numbers), Binary("true", "false")));
        Near([0.5, Four], Scores(Classifier(numbers), Binary("0.0", "1.0")));
        Near([0.5, Four], Scores(Classifier(Attribute("classlabels_strings", "False", "True"), true), Binary("false", "true")));
    }

    [Fact]
    public void Classes_with_other_names_need_to_be_said_and_then_go_by_their_place()
    {
        Assert.Equal("m.onnx knows the classes '0', '1', and the label has 'no', 'yes'; where they are the same under other names, say "
            + "which is "
            + "which, in the model's order ('0', '1'): 'classes: [ … ]'", Problem(Classifier(numbers), Binary("no", "yes")));
        Near([0.5, Four], Scores(Classifier(numbers), Binary("no", "yes") with { ModelClasses = ["no", "yes"] }));
        Near([0.5, 1 - Four], Scores(Classifier(numbers), Binary("no", "yes") with { ModelClasses = ["yes", "no"] }));
        Assert.Contains("has 2 classes ('0', '1'), and 3 are named",
            Problem(Classifier(numbers), Multi("a", "b", "c") with { ModelClasses = ["a", "b", "c"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_the_model_does_not_know_gets_nothing_and_one_that_the_data_lack_is_an_error()
    {
        Near([0.5, 0, 0.5, 1 - Four, 0, Four], Scores(Classifier(texts, true), Multi("no", "perhaps", "yes")));
        Assert.Contains(OnnxModel.Load("m.onnx", Classifier(texts, true), Multi("no", "perhaps", "yes")).Facts,
            fact => fact is { Key: "classes that it cannot say", Value: "'perhaps'" });
        Assert.Contains("knows the class 'yes', and the label has 'no', 'perhaps'", Problem(Classifier(texts, true), Multi("no",
            "perhaps")),
            StringComparison.Ordinal);
    }

    /// <summary>Scores without names: one of log-odds through the logistic function, or as it is.</summary>
    private static byte[] Plain(bool sigmoid = true, int width = 1) => Model(Graph(Input("x", 1, -1, 1), Output("s", 1, -1, width),
        Longs("axes", [1], 0), Node(sigmoid ? "Sigmoid" : "Identity", "", ["x"], ["one"]),
        width == 1 ? Node("Identity", "", ["one"], ["s"]) : Node("Concat", "", [.. Enumerable.Repeat("one", width)], ["s"], One("axis",
            1))));

    [Fact]
    public void One_score_without_a_name_is_that_of_the_class_that_tools_sort_last()
    {
        Near([0.5, Two], Scores(Plain(), Binary("0", "1")));
        Near([0.5, Two], Scores(Plain(), Binary("no", "yes")));
        Assert.Equal("m.onnx answers with its output 's': scores without saying of which class; name the classes in the order of the "
            + "scores: "
            + "'classes: [bad, good]' or the other way round", Problem(Plain(), Binary("good", "bad")));
        Near([0.5, Two], Scores(Plain(), Binary("good", "bad") with { ModelClasses = ["good", "bad"] }));
        Near([0.5, 1 - Two], Scores(Plain(), Binary("good", "bad") with { ModelClasses = ["bad", "good"] }));
    }

    [Fact]
    public void As_many_scores_as_classes()
    {
        Assert.Contains("answers with its output 's': 2 scores a row, and the label has 3 classes ('a', 'b', 'c')",
            Problem(Plain(width: 2), Multi("a", "b", "c")), StringComparison.Ordinal);
        Near([0.5, 0.5, 0.5, Two, Two, Two], Scores(Plain(width: 3), Multi("a", "b", "c")));
    }

    [Fact]
    public void Log_odds_are_no_probabilities_unless_they_are_made_some()
    {
        Assert.Contains("answers with its output 's': 2 in row 2, which is no probability", Problem(Plain(sigmoid: false), Binary("0",
            "1")),
            StringComparison.Ordinal);
        Near([0.5, Two], Scores(Plain(sigmoid: false), Binary("0", "1") with { Transform = OnnxTransform.Sigmoid }));
        double third = 1.0 / 3;
        Near([third, third, third, third, third, third],
            Scores(Plain(false, 3), Multi("a", "b", "c") with { Transform = OnnxTransform.Softmax }));
        // Single precision sums end beside 1; that far is 1.
        Table beside = new([new NumericColumn("x", [1 + 1e-6, -1e-6])]);
        Assert.Equal([1.0, 0], Scores(Plain(sigmoid: false), Binary("0", "1"), beside));
    }

    [Fact]
    public void Classes_are_read_where_there_are_no_scores_or_where_they_are_asked_for()
    {
        byte[] only = Model(Graph(Input("x", 1, -1, 1), Output("label", 7, -1, 1), Node("Cast", "", ["x"], ["label"], One("to", 7))));
        Table two = new([new NumericColumn("x", [0, 1])]);
        Assert.Equal([0.0, 1], Scores(only, Binary("0", "1"), two));
        Assert.Equal([1.0, 0], Scores(only, Binary("1", "0"), two));
        Assert.Equal([0.0, 1, 1, 0], Scores(only, Multi("b", "a") with { ModelClasses = ["a", "b"] }, two));
        Assert.Equal([1.0, 1], Scores(Classifier(texts, true), Binary("no", "yes") with { Output = "label" }, new([new NumericColumn("x",
            [1, 2])])));
        Assert.Contains("the class '2' in row 2, and the label has '0', '1'", Problem(only, Binary("0", "1")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_outputs_one_is_to_be_named()
    {
        byte[] two = Model(Graph(Input("x", 1, -1, 1), Output("s", 1, -1, 1), Output("t", 1, -1, 1), Node("Sigmoid", "", ["x"], ["s"]),
            Node("Neg", "", ["x"], ["t"])));
        Assert.Equal("m.onnx has several outputs of scores: s, t; name the one to read with 'score'", Problem(two, Binary("0", "1")));
        Near([0.5, Two], Scores(two, Binary("0", "1") with { Score = "s" }));
        Assert.Equal("m.onnx has no output 'u'; there are: s, t", Problem(two, Binary("0", "1") with { Score = "u" }));
        var regression = new OnnxOptions(TaskType.Regression, [], ["x"]);
        Assert.Contains("several outputs of numbers: s, t; name the one to read with 'output'", Problem(two, regression),
            StringComparison.Ordinal);
        Assert.Equal([0.0, -2], Scores(two, regression with { Output = "t" }));
        Assert.Contains("2 numbers for 2 rows, where one each", Problem(Plain(width: 2), regression).Replace("4 numbers", "2 numbers",
            StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
