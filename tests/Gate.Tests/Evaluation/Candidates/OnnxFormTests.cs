using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy.Document;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>A model in an ONNX file, from the policy to the result.</summary>
public sealed class OnnxFormTests
{
    private const string Csv = "a,b,s,y\n1,2,m,9\n2,1,w,8\n3,0,m,7\n0,3,w,10\n", Classes = "x,g,y\n0.9,m,1\n0.8,w,1\n0.2,m,0\n0.1,w,0\n";

    /// <summary>What it is fed is its score: of the class yes where it says so.</summary>
    private static readonly byte[] sameScore = Model(Graph(Input("x", 1, -1, 1), Output("s", 1, -1, 1), Output("label", 7, -1, 1),
        Node("Identity", "", ["x"], ["s"]), Node("Round", "", ["x"], ["r"]), Node("Cast", "", ["r"], ["label"], One("to", 7))));

    private static TestRun Run(string onnx, string more = "", string task = "regression", string data = "sensitive: [s]",
        string metric = "{ metric: mean_absolute_error, max: 100, level: inform, evidence: { min_count: 1 } }", string csv = Csv,
            byte[]? bytes = null)
    {
        var run = new TestRun($$"""
            version: 1
            name: onnx
            task: {{task}}
            data: { source: d.csv, label: y, {{data}} }
            model: { onnx: {{onnx}} }
            {{more}}
            conditions: [{{metric}}]
            """, ("d.csv", csv));
        run.Folder.Write("m.onnx", bytes ?? TwoColumns());
        return run;
    }

    private static TestRun Binary(string onnx, string model = "", string csv = Classes) => Run(onnx + model, "", "binary_classification",
        "sensitive: [g]",
        "{ metric: accuracy, min: 0, level: inform, evidence: { min_count: 1 } }", csv, sameScore);

    private static string Problem(TestRun run)
    {
        using (run) return Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems).Message;
    }

    private static double Value(GateResult result) => Assert.Single(result.Findings).Estimate!.Value;

    [Theory]
    [InlineData("m.onnx")]
    [InlineData("{ source: m.onnx }")]
    [InlineData("{ source: m.onnx, columns: [a, b], output: y }")]
    public void The_file_alone_or_with_how_it_is_read(string onnx)
    {
        using TestRun run = Run(onnx);
        GateResult result = run.Execute();
        Assert.Equal(0, Value(result));
        Assert.Equal(("onnx", "m.onnx", (double?)null), (result.Model.Kind, result.Model.Source, result.Model.Threshold));
        Assert.Equal(["a", "b"], result.Model.Features);
        Assert.Contains(result.Model.Facts, fact => fact is { Name: "read from", Text: "y" });
        Assert.Contains("loading m.onnx", run.Stages);
    }

    [Fact]
    public void The_file_is_bound_to_the_verdict_as_is_how_it_was_read()
    {
        using TestRun run = Run("m.onnx"), turned = Run("{ source: m.onnx, columns: [b, a] }");
        NamedDigest[] Digests(TestRun of) => [.. of.Execute().Provenance.Digests.Where(digest => digest.Role == "model")];
        Assert.Equal([("m.onnx", Digest.Of(TwoColumns())), ("onnx", Digests(run)[1].Sha256)], Digests(run).Select(one => (one.Name,
            one.Sha256)));
        Assert.Equal(Digests(run)[0], Digests(turned)[0]);
        Assert.NotEqual(Digests(run)[1].Sha256, Digests(turned)[1].Sha256);
    }

    [Fact]
    public void The_columns_that_are_named_feed_it_in_their_order()
    {
        // 2 b + 3 a + 1 is by as much off as a and b differ.
        using TestRun run = Run("{ source: m.onnx, columns: [b, a] }");
        Assert.Equal((1 + 1 + 3 + 3) / 4.0, Value(run.Execute()), 1e-12);
    }

    [Fact]
    public void A_baseline_may_be_one_and_differ()
    {
        using TestRun run = Run("m.onnx", "baseline: { onnx: { source: m.onnx, columns: [b, a] } }",
            metric: "{ metric: mean_absolute_error, max_regression: 0, level: inform }");
        Assert.Equal(("onnx", "columns: b, a"), (run.Execute().Baseline!.Kind, string.Join(';', run.Execute().Baseline!.Parameters
            .Select(one => $"{one.Name}: {one.Text}"))));
        Assert.Contains("loading m.onnx (baseline)", run.Stages);
    }

    [Fact]
    public void Scores_are_cut_at_the_threshold_of_the_policy()
    {
        using TestRun half = Binary("{ source: m.onnx, score: s }"), high = Binary("{ source: m.onnx, score: s }", ", threshold: 0.85");
        Assert.Equal((1, 0.5), (Value(half.Execute()), half.Execute().Model.Threshold));
        Assert.Equal((0.75, 0.85), (Value(high.Execute()), high.Execute().Model.Threshold));
        using TestRun labels = Binary("{ source: m.onnx, output: label }");
        Assert.Equal((1, (double?)null), (Value(labels.Execute()), labels.Execute().Model.Threshold));
    }

    [Fact]
    public void Classes_of_the_label_in_the_order_of_the_model()
    {
        string csv = Classes.Replace(",1\n", ",good\n", StringComparison.Ordinal).Replace(",0\n", ",bad\n", StringComparison.Ordinal);
        TestRun Of(string classes) => Run($"{{ source: m.onnx, score: s, classes: {classes} }}", "", "binary_classification",
            "sensitive: [g], positive: good", "{ metric: accuracy, min: 0, level: inform, evidence: { min_count: 1 } }", csv, sameScore);
        using TestRun right = Of("[bad, good]"), turned = Of("[good, bad]");
        Assert.Equal((1, 0), (Value(right.Execute()), Value(turned.Execute())));
        Assert.Equal("model.onnx.classes[1]: the class 'god' does not occur in the label; did you mean 'good'?", Problem(Of("[bad, god]")));
        Assert.Equal("model.onnx.classes[1]: the class 'bad' stands there already", Problem(Of("[bad, bad]")));
    }

    [Theory]
    [InlineData("{ source: m.onnx, columns: [a, bb] }", "model.onnx.columns[1]: 'bb' is not a column of the data; did you mean 'b'?")]
    [InlineData("{ source: m.onnx, columns: { X: aa } }", "model.onnx.columns.X: 'aa' is not a column of the data; did you mean 'a'?")]
    [InlineData("{ source: m.onnx, columns: [a, s] }", "model.onnx.columns[1]: the column 's' is no feature; models read features only: "
        + "name it in data.features.include, with the others")]
    [InlineData("{ source: m.onnx, columns: [a, y] }", "model.onnx.columns: 'y' is the label, which no model may read")]
    [InlineData("{ source: m.onnx, score: y }", "model.onnx.score: regression has predicted numbers, and neither classes nor scores")]
    [InlineData("{ source: m.onnx, transform: sigmoid }", "model.onnx.transform: regression has predicted numbers")]
    [InlineData("{ columns: [a, b] }", "model.onnx.source: is missing; expected text (a path)")]
    [InlineData("[m.onnx]", "model.onnx: expected text (a path), or a map of source, columns, score, output, classes or transform, found "
        + "a list")]
    [InlineData("{ source: m.onnx, colums: [a] }", "model.onnx.colums: unknown key 'colums'; did you mean 'columns'?")]
    public void What_is_wrong_in_the_policy_is_told_with_its_key(string onnx, string message) =>
        Assert.StartsWith(message, Problem(Run(onnx)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ source: m.onnx, output: label, score: s }", "", "model.onnx.score: 'output'")]
    [InlineData("{ source: m.onnx, output: label }", ", threshold: 0.3",
        "model.threshold: has no effect where the predicted classes are read")]
    [InlineData("{ source: m.onnx, output: label, transform: sigmoid }", "", "model.onnx.transform: has no scores to act on")]
    public void What_excludes_each_other_is_told(string onnx, string model, string message)
    {
        using TestRun run = Binary(onnx, model);
        Assert.Contains(Assert.Throws<PolicyException>(() => run.Execute()).Problems, problem =>
            problem.Message.Contains(message.Split(':')[0], StringComparison.Ordinal) && problem.Message.Contains(message.Split(": ")[1],
                StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_with_the_file_is_an_error_of_the_model()
    {
        using TestRun damaged = Run("m.onnx", bytes: [1, 2, 3]), absent = Run("n.onnx"), features = Run("m.onnx",
            data: "features: { include: [a] }");
        Assert.StartsWith("m.onnx is no ONNX model, or is damaged", Assert.Throws<ModelException>(() => damaged.Execute()).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("the model file n.onnx does not exist", Assert.Throws<DataException>(() => absent.Execute()).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("m.onnx takes 2 values a row as its input 'X', and there is one feature (a)",
            Assert.Throws<ModelException>(() => features.Execute()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Importance_and_costs_are_measured_as_of_any_model()
    {
        using TestRun run = Run("m.onnx", metric: "{ metric: model_size, max: 100000, level: inform }");
        GateResult result = run.Execute();
        Assert.Equal(TwoColumns().Length, Value(result));
        Assert.Equal(["b", "a"], result.Importance!.Features.Select(feature => feature.Feature));
    }
}
