using Gate.Data;
using Gate.Models;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Models.Onnx;

/// <summary>Which column feeds which input, and what is said where one does not fit.</summary>
public sealed class FedByColumns
{
    private static readonly Table table = new([new NumericColumn("a", [1, 2, 3]), new NumericColumn("b", [10, 20, 30]),
        new CategoryColumn("t", [0, 1, -1], ["x", "y"])]);

    private static OnnxOptions Features(params string[] names) => new(TaskType.Regression, [], names);

    private static OnnxModel Load(byte[] bytes, OnnxOptions options) => OnnxModel.Load("m.onnx", bytes, options);

    private static string Problem(byte[] bytes, OnnxOptions options, Table? rows = null) =>
        Assert.Throws<ModelException>(() => Load(bytes, options).Score(rows ?? table)).Message;

    /// <summary>The difference of two inputs: it shows which is which.</summary>
    private static byte[] Difference(string first = "a", string second = "b", int element = 1) => Model(Graph(Input(first, element, -1, 1),
        Input(second, element, -1, 1), Output("y", element, -1, 1), Node("Sub", "", [first, second], ["y"])));

    /// <summary>One input of some type, as a float.</summary>
    private static byte[] Cast(int element, params long[] dims) => Model(Graph(Input("a", element, dims), Output("y", 1, dims),
        Node("Cast", "", ["a"], ["y"], One("to", 1))));

    /// <summary>A text becomes the number of its place in x, y; the empty one 7.</summary>
    private static byte[] Texts(string name) => Model(Graph(Input(name, 8, -1, 1), Output("y", 1, -1, 1), Node("LabelEncoder", "ai.onnx.ml",
        [name], ["y"], Attribute("keys_strings", "x", "y", "1", ""), Attribute("values_floats", 0f, 1f, 5f, 7f))));

    [Fact]
    public void Inputs_take_the_features_of_their_names_in_any_order()
    {
        foreach (string[] order in (string[][])[["a", "b"], ["b", "t", "a"]])
        {
            OnnxModel model = Load(Difference(), Features(order));
            Assert.Equal([-9.0, -18, -27], model.Score(table));
            Assert.Equal(["a", "b"], model.Features);
        }
    }

    [Fact]
    public void Columns_are_named_in_the_order_of_the_inputs_or_by_their_names()
    {
        OnnxOptions options = Features("a", "b");
        Assert.Equal([9.0, 18, 27], Load(Difference(), options with { Columns = ["b", "a"] }).Score(table));
        Assert.Equal([0.0, 0, 0], Load(Difference("p", "q"), options with { Columns = ["b", "b"] }).Score(table));
        var byName = new Dictionary<string, string> { ["p"] = "b" };
        Assert.Equal([9.0, 18, 27], Load(Difference("p", "a"), options with { ColumnsByInput = byName }).Score(table));
        Assert.Contains("has no input 'p', for which a column is named; there are: a, b",
            Problem(Difference(), options with { ColumnsByInput = byName }), StringComparison.Ordinal);
        Assert.Contains("takes 2 values a row (a: 1, b: 1), and 3 columns are named",
            Problem(Difference(), options with { Columns = ["a", "b", "a"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void One_tensor_takes_all_features_in_their_order()
    {
        Assert.Equal([33.0, 65, 97], Load(TwoColumns(), Features("a", "b")).Score(table));
        Assert.Equal([24.0, 47, 70], Load(TwoColumns(), Features("b", "a")).Score(table));
        Assert.Equal([24.0, 47, 70], Load(TwoColumns(), Features("a", "b", "t") with { Columns = ["b", "a"] }).Score(table));
        Assert.Equal("m.onnx takes 2 values a row as its input 'X', and there are 3 features (a, b, t); name its columns in their order "
            + "('columns: [ … ]'), or the features (data.features.include)", Problem(TwoColumns(), Features("a", "b", "t")));
        // A width that the file leaves open is that of the features.
        byte[] open = Model(Graph(Input("X", 1, -1, -1), Output("y", 1, -1, 1), Node("ReduceSum", "", ["X", "axes"], ["y"]),
            Longs("axes", [1], 1)));
        Assert.Equal([11.0, 22, 33], Load(open, Features("a", "b")).Score(table));
    }

    [Fact]
    public void Tensors_and_columns_side_by_side_take_one_list()
    {
        byte[] bytes = Model(Graph(Input("X", 1, -1, 2), Input("z", 1, -1, 1), Output("y", 1, -1, 1),
            Node("LinearRegressor", "ai.onnx.ml", ["X"], ["l"], Attribute("coefficients", 1f, 2f)), Node("Sub", "", ["l", "z"], ["y"])));
        Assert.Equal([11.0, 22, 33], Load(bytes, Features("a", "b") with { Columns = ["a", "b", "b"] }).Score(table));
        Assert.Contains("takes 2 values a row as its input 'X', and it is not the only input; name the columns of all inputs in one list",
            Problem(bytes, Features("a", "b", "z")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named_with_the_nearest()
    {
        Assert.Equal("m.onnx reads the input 'aa', and no feature is called so; did you mean 'a'?; name its column ('columns: { aa: … "
            + "}'), or "
            + "make it a feature (data.features.include)", Problem(Difference("aa"), Features("a", "b")));
        Assert.Contains("reads the column 'b', which the data do not have",
            Problem(Difference(), Features("a", "b"), new([table["a"]])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(7)]
    [InlineData(6)]
    [InlineData(5)]
    [InlineData(3)]
    [InlineData(13)]
    [InlineData(12)]
    [InlineData(4)]
    [InlineData(2)]
    public void Numbers_become_the_type_of_the_input(int element) =>
        Assert.Equal([1.0, 2, 3], Load(Cast(element, -1, 1), Features("a")).Score(table));

    [Fact]
    public void A_list_of_values_is_one_column_and_flags_are_0_and_1()
    {
        Assert.Equal([1.0, 2, 3], Load(Cast(11, -1), Features("a")).Score(table));
        Table flags = new([new NumericColumn("a", [1, 0], ColumnType.Boolean)]);
        Assert.Equal([1.0, 0], Load(Cast(9, -1, 1), Features("a")).Score(flags));
        Assert.Contains("takes true or false as its input 'a', and finds the number 2", Problem(Cast(9, -1, 1), Features("a")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 0.5, "takes int64 as its input 'a', and the column 'a' is 0.5 in row 2; correct it in the data")]
    [InlineData(7, double.NaN, "takes int64 as its input 'a', and the column 'a' has no value in row 2; fill it in the data")]
    [InlineData(3, 128, "takes int8 as its input 'a', and the column 'a' is 128 in row 2")]
    [InlineData(2, -1, "takes uint8 as its input 'a', and the column 'a' is -1 in row 2")]
    [InlineData(1, 1e300, "takes float as its input 'a', and the column 'a' is 1E+300 in row 2")]
    [InlineData(11, double.PositiveInfinity, "takes double as its input 'a', and the column 'a' is Infinity in row 2")]
    public void A_value_without_a_place_in_the_type_is_refused(int element, double value, string message) => Assert.Contains(message,
        Problem(Cast(element, -1, 1), Features("a"), new([new NumericColumn("a", [1, value])])), StringComparison.Ordinal);

    [Fact]
    public void A_missing_number_is_not_a_number_to_the_model()
    {
        byte[] isNaN = Model(Graph(Input("a", 1, -1, 1), Output("y", 1, -1, 1), Node("IsNaN", "", ["a"], ["n"]),
            Node("Cast", "", ["n"], ["y"], One("to", 1))));
        Table gap = new([new NumericColumn("a", [1, 0], missing: [false, true])]);
        Assert.Equal([0.0, 1], Load(isNaN, Features("a")).Score(gap));
        // A column without any value is read as text, and is as missing as any.
        Assert.Equal([1.0, 1], Load(isNaN, Features("a")).Score(new([new CategoryColumn("a", [-1, -1], [])])));
    }

    [Fact]
    public void Texts_and_whole_numbers_feed_a_text_and_a_missing_one_is_empty()
    {
        Assert.Equal([0.0, 1, 7], Load(Texts("t"), Features("t")).Score(table));
        Assert.Equal([5.0], Load(Texts("t"), Features("t")).Score(new([new NumericColumn("t", [1], ColumnType.Integer)])));
        Assert.Contains("takes text as its input 't', and the column 't' is no text",
            Problem(Texts("t"), Features("t"), new([new NumericColumn("t", [1.5])])), StringComparison.Ordinal);
        Assert.Contains("takes numbers (float) as its input 'a', and the column 't' is text",
            Problem(Cast(1, -1, 1), Features("t") with { Columns = ["t"] }), StringComparison.Ordinal);
        Assert.Equal(InputKind.Category, Assert.Single(Load(Texts("t"), Features("t")).Inputs).Kind);
    }

    [Fact]
    public void Inputs_that_Gate_does_not_feed_are_refused()
    {
        Assert.Contains("takes values of the type float16 as its input 'a'", Problem(Cast(10, -1, 1), Features("a")),
            StringComparison.Ordinal);
        byte[] list = Model(Graph(Field(11, Field(1, "a"), Field(2, Field(4, Field(1, Field(1, Number(1, 1)))))), Output("y", 1, -1, 1),
            Node("SequenceAt", "", ["a"], ["y"])));
        byte[] deep = Model(Graph(Input("a", 1, -1, 3, -1), Output("y", 1, -1, 3, -1), Node("Relu", "", ["a"], ["y"])));
        Assert.Contains("leaves more open than the number of rows", Problem(deep, Features("a")), StringComparison.Ordinal);
        byte[] vast = Model(Graph(Input("a", 1, [-1, .. Enumerable.Repeat(1L << 30, 6)]), Output("y", 1, -1), Node("Relu", "", ["a"],
            ["y"])));
        Assert.Contains("takes 2147483647 values a row", Problem(vast, Features("a")), StringComparison.Ordinal);
        Assert.Contains("takes no tensor as its input 'a'", Problem(list, Features("a")), StringComparison.Ordinal);
    }
}
