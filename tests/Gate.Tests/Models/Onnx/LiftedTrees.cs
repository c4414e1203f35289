using Gate.Data;
using Gate.Explain;
using Gate.Explain.Choosing;
using Gate.Models;
using Gate.Models.Blending;
using Gate.Models.Calibration;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Answers;
using Gate.Models.Onnx.Feeding;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Lifting;
using Gate.Models.Onnx.Scoring;
using Gate.Models.Onnx.Sessions;
using Gate.Models.Onnx.Writing;
using Gate.Tests.Models.LightGbm;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Models.Onnx;

/// <summary>Trees in ONNX files become trees of Gate's form that say what ONNX Runtime says, or are not read, with the reason.</summary>
public sealed class LiftedTrees
{
    private static readonly float[] values = [float.NaN, -3, -1, 0, 0.1f, 0.30000001f, 0.5f, 1, 1.5f, 2, 3, 4, 100];

    /// <summary>A regressor of one tree: a split of the given mode at 1, 10 where it holds and 20 where it does not.</summary>
    private static byte[] Split(string mode, bool missingIsTrue, float split = 1, string aggregate = "SUM", string after = "NONE",
        int input = 1) => Model(Graph(Input("x", input, -1, 1), Output("y", 1, -1, 1),
            Node("TreeEnsembleRegressor", "ai.onnx.ml", ["x"], ["y"], Attribute("nodes_treeids", 0L, 0, 0),
            Attribute("nodes_nodeids", 0L, 1, 2), Attribute("nodes_featureids", 0L, 0, 0), Attribute("nodes_values", split, 0f, 0f),
            Attribute("nodes_modes", mode, "LEAF", "LEAF"),
            Attribute("nodes_truenodeids", 1L, 0, 0), Attribute("nodes_falsenodeids", 2L, 0, 0),
            Attribute("nodes_missing_value_tracks_true", missingIsTrue ? 1L : 0, 0, 0), Attribute("target_treeids", 0L, 0),
            Attribute("target_nodeids", 1L, 2), Attribute("target_ids", 0L, 0), Attribute("target_weights", 10f, 20f),
            Attribute("base_values", 0.5f), One("n_targets", 1), One("aggregate_function", aggregate), One("post_transform", after))));

    private static Table Column(params IEnumerable<double> numbers) => new([new NumericColumn("x", [.. numbers])]);

    private static OnnxOptions Regression(params string[] features) => new(TaskType.Regression, [], features);

    private static HeldTrees Lift(byte[] bytes, OnnxOptions options, Table rows)
    {
        using var model = OnnxModel.Load("m.onnx", bytes, options);
        return model.TreesFor(rows);
    }

    private static string Refused(byte[] bytes, OnnxOptions options, Table rows)
    {
        HeldTrees held = Lift(bytes, options, rows);
        Assert.Null(held.Trees);
        return Assert.IsType<string>(held.Reason);
    }

    public static TheoryData<string, bool> Modes
    {
        get
        {
            var all = new TheoryData<string, bool>();
            foreach (string mode in (string[])["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"])
            {
                all.Add(mode, false);
                all.Add(mode, true);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_mode_parts_rows_as_in_onnx_runtime(string mode, bool missingIsTrue)
    {
        byte[] bytes = Split(mode, missingIsTrue);
        Table rows = Column(values.Select(value => (double)value));
        using var model = OnnxModel.Load("m.onnx", bytes, Regression("x"));
        ITreeModel trees = Assert.IsType<ITreeModel>(model.TreesFor(rows).Trees, exactMatch: false);
        Assert.Equal(model.Score(rows), trees.Score(rows));
        Assert.Contains(10.5, trees.Score(rows));
        Assert.Contains(20.5, trees.Score(rows));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public void Numbers_are_compared_in_the_precision_of_the_input(int type)
    {
        // Rounded to single precision the first two are the threshold itself.
        double[] numbers = [0.1, 0.1f, Math.BitIncrement((double)0.1f), MathF.BitIncrement(0.1f), MathF.BitDecrement(0.1f)];
        byte[] bytes = Split("BRANCH_LT", false, 0.1f, input: type);
        using var model = OnnxModel.Load("m.onnx", bytes, Regression("x"));
        HeldTrees held = model.TreesFor(Column(numbers));
        Assert.True(held.Trees is not null, held.Reason);
        ITreeModel trees = held.Trees;
        Assert.Equal(type == 1 ? InputRule.Single : InputRule.Exact, trees.Sum.Inputs);
        Assert.Equal(model.Score(Column(numbers)), trees.Score(Column(numbers)));
    }

    [Theory]
    [InlineData("MIN")]
    [InlineData("MAX")]
    public void What_is_no_sum_is_not_read(string aggregate) =>
        Assert.Contains("not summed", Refused(Split("BRANCH_LEQ", false, aggregate: aggregate), Regression("x"), Column(1, 2)));

    [Theory]
    [InlineData(ShapMethod.Kernel, "kernel")]
    [InlineData(ShapMethod.Auto, "tree_path_dependent")]
    public void A_kind_that_calls_the_model_calls_onnx_runtime(ShapMethod method, string name)
    {
        using var model = OnnxModel.Load("m.onnx", Split("BRANCH_LEQ", false), Regression("x"));
        Assert.StartsWith(name, Shap.Explain(model, Column(0, 2), new(method) { Background = Column(0, 2) }).Method,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rows_nothing_says_that_the_trees_are_the_model() =>
        Assert.Contains("no rows", Refused(Split("BRANCH_LEQ", false), Regression("x"), Column()));

    [Fact]
    public void A_graph_without_trees_has_none_and_no_reason() =>
        Assert.Equal(new(null, null), Lift(TwoColumns(), Regression("a", "b"),
            new([new NumericColumn("a", [1]), new NumericColumn("b", [2])])));

    [Fact]
    public void Another_step_on_the_way_is_named()
    {
        byte[] scaled = Model(Graph(Input("x", 1, -1, 1), Output("y", 1, -1, 1),
            Node("Scaler", "ai.onnx.ml", ["x"], ["z"], Attribute("offset", 0f), Attribute("scale", 2f)), TreeOf("z", "y")));
        Assert.Contains("Scaler stands between its inputs and its trees", Refused(scaled, Regression("x"), Column(1, 2)));
        using var model = OnnxModel.Load("m.onnx", scaled, Regression("x"));
        Assert.Contains("which were not read: the step Scaler", Assert.Throws<ModelException>(
            () => Shap.Choose(model, new(ShapMethod.Tree) { Background = Column(1, 2) })).Message);
        ShapChoice choice = Shap.Choose(model, new() { Background = Column(1, 2) });
        Assert.Equal(ShapMethod.Kernel, choice.Method);
        Assert.Contains("which were not read: the step Scaler", choice.Why);
        byte[] squared = Model(Graph(Input("x", 1, -1, 1), Output("y", 1, -1, 1), TreeOf("x", "z"), Node("Sqrt", "", ["z"], ["y"])));
        Assert.Contains("Sqrt stands between its trees and its answer", Refused(squared, Regression("x"), Column(1, 2)));
    }

    [Fact]
    public void A_step_beside_itself_again_and_again_takes_no_time()
    {
        byte[][] doubled = [.. Enumerable.Range(0, 40).Select(i => Node("Concat", "", [$"v{i}", $"v{i}"], [$"v{i + 1}"], One("axis", 1)))];
        OnnxGraph graph = GraphReader.Read(Model(Graph([Input("v0", 1, -1, 1), Output("y", 1, -1, 1), .. doubled, TreeOf("v40", "y")])));
        OnnxOptions options = Regression("v0");
        HeldTrees held = TreeLifting.Lift(graph, InputPlan.Of(graph.Inputs, options), OutputChoice.Of(graph, options), _ => [], options,
            ["v0"]);
        Assert.Contains("more values than any table", held.Reason);
    }

    private static byte[] TreeOf(string from, string to) => Node("TreeEnsembleRegressor", "ai.onnx.ml", [from], [to],
        Attribute("nodes_treeids", 0L, 0, 0), Attribute("nodes_nodeids", 0L, 1, 2), Attribute("nodes_featureids", 0L, 0, 0),
        Attribute("nodes_values", 1f, 0f, 0f), Attribute("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF"),
        Attribute("nodes_truenodeids", 1L, 0, 0), Attribute("nodes_falsenodeids", 2L, 0, 0), Attribute("target_treeids", 0L, 0),
        Attribute("target_nodeids", 1L, 2), Attribute("target_ids", 0L, 0), Attribute("target_weights", 10f, 20f), One("n_targets", 1));

    /// <summary>A classifier of two trees with one split each.</summary>
    private static byte[] Classifier(long[] ids, float[] weights, string after, params long[] labels) => Model(Graph(Input("x", 1, -1, 1),
        Output("label", 7, -1), Output("p", 1, -1, labels.Length), Node("TreeEnsembleClassifier", "ai.onnx.ml", ["x"], ["label", "p"],
            Attribute("nodes_treeids", 0L, 0, 0, 1, 1, 1), Attribute("nodes_nodeids", 0L, 1, 2, 0, 1, 2),
            Attribute("nodes_featureids", 0L, 0, 0, 0, 0, 0), Attribute("nodes_values", 1f, 0f, 0f, 2f, 0f, 0f),
            Attribute("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF", "BRANCH_LEQ", "LEAF", "LEAF"),
            Attribute("nodes_truenodeids", 1L, 0, 0, 1, 0, 0), Attribute("nodes_falsenodeids", 2L, 0, 0, 2, 0, 0),
            Attribute("class_treeids", 0L, 0, 1, 1), Attribute("class_nodeids", 1L, 2, 1, 2), Attribute("class_ids", ids),
            Attribute("class_weights", weights), Attribute("classlabels_int64s", labels), One("post_transform", after))));

    [Theory]
    [InlineData("NONE", 0.1f)]
    [InlineData("LOGISTIC", 0.1f)]
    [InlineData("LOGISTIC", -0.1f)]
    [InlineData("SOFTMAX", 0.1f)]
    public void Two_classes_with_the_weights_of_one_are_read_as_onnx_runtime_reads_them(string after, float least)
    {
        Table rows = Column(0, 1.5, 3);
        foreach (string[] classes in new string[][] { ["0", "1"], ["1", "0"] })
            foreach (long id in new long[] { 0, 1 })
            {
                byte[] bytes = Classifier([id, id, id, id], [least, 0.4f, 0.2f, 0.3f], after, 0, 1);
                using var model = OnnxModel.Load("m.onnx", bytes, new(TaskType.BinaryClassification, classes, ["x"]));
                HeldTrees held = model.TreesFor(rows);
                // The first class has no weight of its own then: its score is the same for all rows.
                if (id == 1 && classes[1] == "0" && after != "SOFTMAX") Assert.Equal("it has no tree", held.Reason);
                else Assert.True(held.Trees is not null, $"{held.Reason} (class {id})");
            }
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("SOFTMAX")]
    public void A_margin_that_nothing_makes_a_probability_of_is_not_read(string after) => Assert.Contains("no probabilities",
        Refused(Classifier([0, 0, 0, 0], [-0.1f, 0.4f, 0.2f, 0.3f], after, 0, 1), new(TaskType.BinaryClassification, ["0", "1"], ["x"]),
            Column(0, 1.5, 3)));

    [Theory]
    [InlineData(OnnxTransform.Sigmoid)]
    [InlineData(OnnxTransform.Softmax)]
    public void Until_the_policy_says_how(OnnxTransform transform)
    {
        byte[] bytes = Classifier([0, 0, 0, 0], [-0.1f, 0.4f, 0.2f, 0.3f], "NONE", 0, 1);
        HeldTrees held = Lift(bytes, new(TaskType.BinaryClassification, ["0", "1"], ["x"]) { Transform = transform }, Column(0, 1.5, 3));
        Assert.True(held.Trees is not null, held.Reason);
        Assert.Equal(transform == OnnxTransform.Sigmoid ? new(LinkKind.Logistic) : new(LinkKind.Logistic, 2), held.Trees.Link);
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("LOGISTIC")]
    [InlineData("SOFTMAX")]
    public void Of_several_classes_each_has_its_sum(string after)
    {
        byte[] bytes = Classifier([0, 2, 1, 0], [0.1f, 0.4f, 0.2f, 0.3f], after, 0, 1, 2);
        using var model = OnnxModel.Load("m.onnx", bytes, new(TaskType.MulticlassClassification, ["2", "0", "1"], ["x"]));
        HeldTrees held = model.TreesFor(Column(0, 1.5, 3));
        Assert.True(held.Trees is not null, held.Reason);
    }

    [Fact]
    public void Trees_that_say_something_else_are_not_taken_for_the_model()
    {
        // In single precision, in which ONNX Runtime sums, the 1 is lost.
        byte[] bytes = Model(Graph(Input("x", 1, -1, 1), Output("y", 1, -1, 1), Node("TreeEnsembleRegressor", "ai.onnx.ml", ["x"], ["y"],
            Attribute("nodes_treeids", 0L, 0, 0, 1, 2), Attribute("nodes_nodeids", 0L, 1, 2, 0, 0),
            Attribute("nodes_featureids", new long[5]), Attribute("nodes_values", 1f, 0f, 0f, 0f, 0f),
            Attribute("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF", "LEAF", "LEAF"),
            Attribute("nodes_truenodeids", 1L, 0, 0, 0, 0), Attribute("nodes_falsenodeids", 2L, 0, 0, 0, 0),
            Attribute("target_treeids", 0L, 0, 1, 2), Attribute("target_nodeids", 1L, 2, 0, 0), Attribute("target_ids", new long[4]),
            Attribute("target_weights", 1e9f, 2e9f, 1f, -1e9f), One("n_targets", 1))));
        Assert.Contains("of which ONNX Runtime says", Refused(bytes, Regression("x"), Column(0)));
    }

    public static TheoryData<string> Models => SharedModels.Names.Count == 0 ? ["none"]
        : [.. SharedModels.Names.Where(name => name.Contains("rf_", StringComparison.Ordinal)
            || name.Contains("gb_", StringComparison.Ordinal) || name.Contains("xgb", StringComparison.Ordinal)
            || name.Contains("tree", StringComparison.Ordinal))];

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public void The_trees_of_others_say_what_their_files_say(string name)
    {
        TensorValues input = Assert.Single(SharedModels.Inputs(name)).Value;
        double[] numbers = input.Numbers();
        int width = (int)input.Shape[^1], count = numbers.Length / width;
        string[] columns = [.. Enumerable.Range(0, width).Select(i => $"c{i}")];
        Table rows = new([.. columns.Select((column, c) => new NumericColumn(column,
            [.. Enumerable.Range(0, count).Select(row => numbers[(row * width) + c])]))]);
        byte[] bytes = SharedModels.Bytes(name);
        using var model = OnnxModel.Load(name, bytes, OptionsOf(bytes, columns));
        HeldTrees held = model.TreesFor(rows);
        if (name.EndsWith("_min", StringComparison.Ordinal) || name.EndsWith("_max", StringComparison.Ordinal))
        {
            Assert.Contains("not summed", held.Reason);
            return;
        }
        Assert.True(held.Trees is not null, held.Reason);
        ShapValues shap = Shap.Explain(model, rows, new() { Background = rows });
        Assert.StartsWith("tree", shap.Method, StringComparison.Ordinal);
        Assert.True(shap.AdditivityError < 1e-9, $"{shap.AdditivityError}");
    }

    private static OnnxOptions OptionsOf(byte[] bytes, string[] columns)
    {
        OnnxGraph graph = GraphReader.Read(bytes);
        IReadOnlyList<string> classes = graph.Nodes.Select(node => node.ClassLabels()).FirstOrDefault(labels => labels.Count > 0) ?? [];
        return new(classes.Count == 0 ? TaskType.Regression : classes.Count == 2 ? TaskType.BinaryClassification
            : TaskType.MulticlassClassification, classes, columns);
    }

    private static void RoundTrip(IModel model, Table rows)
    {
        using var written = OnnxModel.Load("written.onnx", OnnxExport.Write(model, 0.5),
            new OnnxOptions(model.Task, model.Classes, model.Features));
        HeldTrees held = written.TreesFor(rows);
        Assert.True(held.Trees is not null, held.Reason);
        (double[] before, double[] after) = (model.Score(rows), held.Trees.Score(rows));
        for (int i = 0; i < before.Length; i++) Assert.Equal(before[i], after[i], 1e-12 * Math.Max(1, Math.Abs(before[i])));
        Table background = rows.Take([.. Enumerable.Range(0, 40)]);
        var options = new ShapOptions(ShapMethod.Tree, ExplainedOutput.Probability) { Background = background };
        Table some = rows.Take([.. Enumerable.Range(50, 30)]);
        ShapValues own = Shap.Explain(model, some, options), lifted = Shap.Explain(written, some, options);
        for (int row = 0; row < some.RowCount; row++)
            for (int feature = 0; feature < lifted.Features.Count; feature++)
            {
                int same = own.Features.ToList().IndexOf(lifted.Features[feature]);
                for (int output = 0; output < lifted.Outputs.Count; output++)
                    Assert.Equal(own[row, same, output], lifted[row, feature, output], 1e-9);
            }
    }

    [LightGbmTheory]
    [InlineData("binary", TaskType.BinaryClassification, 2)]
    [InlineData("multiclass", TaskType.MulticlassClassification, 4)]
    [InlineData("multiclassova", TaskType.MulticlassClassification, 3)]
    [InlineData("regression", TaskType.Regression, 0)]
    [InlineData("poisson", TaskType.Regression, 0)]
    public void Of_lightgbm_come_back_as_they_were(string objective, TaskType task, int classes) =>
        RoundTrip(TestData.Learner("lightgbm", ("objective", objective)).Fit(WrittenModels.Training(task, classes)),
            WrittenModels.Rows(3, 300, other: true));

    [Theory]
    [InlineData("decision_tree", TaskType.BinaryClassification, 2)]
    [InlineData("decision_tree", TaskType.MulticlassClassification, 4)]
    [InlineData("decision_tree", TaskType.Regression, 0)]
    [InlineData("fast_tree", TaskType.BinaryClassification, 2)]
    [InlineData("fast_tree", TaskType.MulticlassClassification, 3)]
    [InlineData("fast_tree", TaskType.Regression, 0)]
    [InlineData("fast_forest", TaskType.BinaryClassification, 2)]
    [InlineData("fast_forest", TaskType.MulticlassClassification, 3)]
    [InlineData("gam", TaskType.BinaryClassification, 2)]
    public void Of_gates_learners_come_back_as_they_were(string learner, TaskType task, int classes) =>
        RoundTrip(TestData.Learner(learner).Fit(WrittenModels.Training(task, classes)), WrittenModels.Rows(3, 300, other: true));

    /// <summary>A file says not how many rows came to its nodes; training rows that are routed through them are as many as came.</summary>
    [Fact]
    public void Covers_are_counted_on_the_background()
    {
        TrainingData data = WrittenModels.Training(TaskType.BinaryClassification, 2);
        IModel model = TestData.Learner("decision_tree", ("max_depth", 4)).Fit(data);
        using var written = OnnxModel.Load("written.onnx", OnnxExport.Write(model, 0.5), new(model.Task, model.Classes, model.Features));
        var options = new ShapOptions(ShapMethod.Tree) { Background = data.Features };
        ShapValues own = Shap.Explain(model, data.Features, options), lifted = Shap.Explain(written, data.Features, options);
        Assert.Contains("400 rows of the background were counted", Assert.Single(lifted.Notes), StringComparison.Ordinal);
        Assert.Equal(own.BaseValues[0], lifted.BaseValues[0], 1e-12);
        foreach ((int feature, string name) in lifted.Features.Index())
            for (int row = 0; row < data.RowCount; row++)
                Assert.Equal(own[row, own.Features.ToList().IndexOf(name)], lifted[row, feature], 1e-12);
    }

    [Fact]
    public void Calibrated_scores_are_no_function_of_the_sum_that_the_form_has()
    {
        TunedModel tuned = TunedModel.Fit(TestData.Learner("decision_tree"), WrittenModels.Training(TaskType.BinaryClassification, 2),
            new(CalibrationMethod.Isotonic, ThresholdCriterion.F1));
        byte[] bytes = OnnxExport.Write(tuned, 0.5);
        Assert.Contains("between its trees and its answer", Refused(bytes, new(tuned.Task, tuned.Classes, tuned.Features),
            WrittenModels.Rows(3, 300, other: true)));
    }
}
