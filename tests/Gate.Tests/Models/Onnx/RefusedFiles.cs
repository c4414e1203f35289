using Gate.Data;
using Gate.Models;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using Gate.Models.Onnx.Checks;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Sessions;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Models.Onnx;

/// <summary>What Gate does not hand to ONNX Runtime, and what it says instead.</summary>
public sealed class RefusedFiles
{
    private static readonly OnnxOptions numbers = new(TaskType.Regression, [], ["a", "b"]);

    private static readonly byte[] input = Input("X", 1, -1, 2), output = Output("y", 1, -1, 2);

    private static void Refused(string message, byte[] bytes)
    {
        string said = Assert.Throws<ModelException>(() => OnnxModel.Load("m.onnx", bytes, numbers)).Message;
        Assert.StartsWith("m.onnx ", said, StringComparison.Ordinal);
        Assert.Contains(message, said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    private static byte[] Graphs(params ReadOnlySpan<byte[]> parts) => Model(Graph([input, output, .. parts]));

    private static byte[] Step(string kind, string domain = "") => Graphs(Node(kind, domain, ["X"], ["y"]));

    [Fact]
    public void A_file_that_is_no_model_or_was_cut_off()
    {
        byte[] good = TwoColumns();
        Assert.Equal([9.0], OnnxModel.Load("m.onnx", good, numbers).Score(new([new NumericColumn("a", [1]), new NumericColumn("b", [2])])));
        Refused("it has no graph", []);
        Refused("is no ONNX model, or is damaged", "PK\u0003\u0004 a zip"u8.ToArray());
        Refused("may have been cut off", good[..^3]);
        for (int length = 0; length < good.Length; length++)
            Assert.Throws<ModelException>(() => OnnxModel.Load("m.onnx", good[..length], numbers));
        Refused("a number has more than ten bytes", [8, .. Enumerable.Repeat((byte)0xFF, 11)]);
        Refused("a field is of an unknown kind", [0x0B]);
        Refused("a field has no number", [0x00, 0x00]);
    }

    [Fact]
    public void Values_in_another_file_wherever_they_hide()
    {
        byte[] located = Join(Number(1, 1), Number(2, 1), Field(8, "w"), Number(14, 1));
        byte[] named = Join(Number(1, 1), Number(2, 1), Field(8, "w"), Field(13, Field(1, "location"), Field(2, "/etc/passwd")));
        byte[] constant(byte[] tensor) => Node("Constant", "", [], ["c"], Field(5, Field(1, "value"), Field(5, tensor), Number(20, 4)));
        byte[] inner = Node("If", "", ["X"], ["y"], Field(5, Field(1, "then_branch"), Field(6, Field(5, named)), Number(20, 5)));
        byte[] deeper = Node("If", "", ["X"], ["y"], Field(5, Field(1, "then_branch"), Field(6, constant(named)), Number(20, 5)));
        foreach (byte[] part in (byte[][])[Field(5, located), Field(5, named), constant(located), constant(named), inner, deeper])
            Refused("keeps values in another file (external data)", Graphs(part));
        // A number that protobuf cuts to its lower half is the same to it.
        Refused("external data", Graphs(Field(5, Field(8, "w"), Number(14, 0x1_0000_0001))));
    }

    [Fact]
    public void Operators_that_are_not_the_standards_also_inside_others()
    {
        Refused("the operator 'Attack' of 'evil', which is no operator of the ONNX standard", Step("Attack", "evil"));
        Refused("of 'com.microsoft'", Step("FusedMatMul", "com.microsoft"));
        Refused("of 'evil'", Graphs(Node("If", "", ["X"], ["y"], Field(5, Field(1, "else_branch"),
            Field(6, Node("Attack", "evil", ["X"], ["z"])), Number(20, 5)))));
        Refused("has a loop ('Loop')", Step("Loop"));
        Refused("has a loop ('Scan')", Step("Scan"));
        Refused("draws random numbers ('RandomUniformLike')", Step("RandomUniformLike"));
        Refused("defines functions of its own", Join(Step("Relu"), Field(25, Field(1, "f"))));
        Refused("training_info", Join(Step("Relu"), Field(20, Field(1, ""))));
        Refused("sparse tensors", Graphs(Field(15, Field(1, ""))));
        Assert.NotEmpty(GraphReader.Read(Step("Relu", "ai.onnx")).Nodes);
    }

    [Theory]
    [InlineData(27, 1, 8, "uses version 27 of the operators of ai.onnx (opset); this version of Gate serves 7 to 26")]
    [InlineData(17, 6, 8, "uses version 6 of the operators of ai.onnx.ml (opset); this version of Gate serves 1 to 5")]
    [InlineData(17, 1, 14, "has version 14 of the file format (ir_version); this version of Gate reads 3 to 13")]
    [InlineData(17, 1, 2, "has version 2 of the file format")]
    public void Versions_that_are_not_served(int opset, int classical, int format, string message) =>
        Refused(message, TwoColumns(opset, classical, format));

    /// <summary>The limits are those of the library: one further it refuses too, and up to there it does not.</summary>
    [Fact]
    public void The_versions_are_those_of_the_library()
    {
        foreach ((int opset, int classical, int format) in ((int, int, int)[])[(GraphCheck.NewestOpset, 1, 8),
            (17, GraphCheck.NewestClassicalOpset, 8), (17, 1, GraphCheck.NewestFormat), (GraphCheck.OldestOpset, 1, 3)])
        {
            using var session = new OnnxSession(TwoColumns(opset, classical, format), CancellationToken.None);
            GraphCheck.Require(GraphReader.Read(TwoColumns(opset, classical, format)));
        }
        foreach (byte[] next in (byte[][])[TwoColumns(GraphCheck.NewestOpset + 1), TwoColumns(17, GraphCheck.NewestClassicalOpset + 1),
            TwoColumns(17, 1, GraphCheck.NewestFormat + 1)])
            Assert.Throws<ModelException>(() => new OnnxSession(next, CancellationToken.None));
    }

    [Fact]
    public void Parts_that_protobuf_would_join()
    {
        byte[] tensor = Tensor("w", [1], 1f);
        Refused("it has the graph twice", Join(Step("Relu"), Field(7, Graph())));
        Refused("twice", Graphs(Node("Constant", "", [], ["c"], Field(5, Field(1, "value"), Field(5, tensor), Field(5, tensor)))));
        Refused("twice", Model(Graph(output, Field(11, Field(1, "X"), Field(2, Field(1, Number(1, 1))), Field(2, Field(1, Number(1,
            1)))))));
        Refused("the attribute 'axis' of a step twice", Graphs(Node("Gather", "ai.onnx.ml", ["X"], ["y"], One("axis", 1), One("axis", 2))));
    }

    [Fact]
    public void Tensors_that_claim_more_than_they_have()
    {
        Refused("the tensor 'w' claims more values than the file has", Graphs(Floats("w", [1_000_000, 1_000_000], 1f)));
        Refused("claims more values", Graphs(Floats("w", [-1], 1f)));
        Refused("claims more values", Graphs(Floats("w", [1L << 62, 4], 1f)));
    }

    [Fact]
    public void Graphs_in_graphs_have_an_end()
    {
        byte[] inside = Node("Relu", "", ["X"], ["y"]);
        for (int depth = 0; depth < 8; depth++) inside = Node("If", "", ["X"], ["y"], Field(5, Field(1, "then_branch"), Field(6, inside)));
        Assert.Equal(8, GraphReader.Read(Graphs(inside)).InnerNodes.Count);
        Refused("has graphs in graphs, more than 8 deep",
            Graphs(Node("If", "", ["X"], ["y"], Field(5, Field(1, "then_branch"), Field(6, inside)))));
    }

    [Fact]
    public void Trees_whose_nodes_make_no_trees()
    {
        string[] modes = ["BRANCH_LEQ", "BRANCH_LEQ", "LEAF", "LEAF", "LEAF"];
        long[] left = [1, 3, 0, 0, 0], right = [2, 4, 0, 0, 0];
        GraphCheck.Require(GraphReader.Read(Tree(left, right, modes)));
        Refused("the nodes of a tree form a circle", Tree([1, 0, 0, 0, 0], right, modes));
        Refused("a node of a tree is the child of two", Tree([2, 3, 0, 0, 0], right, modes));
        Refused("nodes_truenodeids names the node 9, which its tree does not have", Tree([1, 9, 0, 0, 0], right, modes));
        Refused("nodes_falsenodeids names the node -1", Tree(left, [2, -1, 0, 0, 0], modes));
        Refused("nodes_falsenodeids has 4 entries where there are 5 nodes", Tree(left, right[..4], modes));
        Refused("a tree has the same node twice", Tree(left, right, modes, ids: [0, 1, 2, 3, 3]));
        Refused("a node asks for the feature -1", Tree(left, right, modes, [0, -1, 0, 0, 0]));
        Refused("a node asks for the feature 1000000000", Tree(left, right, modes, [0, 1_000_000_000, 0, 0, 0]));
    }

    [Fact]
    public void Trees_are_as_deep_as_the_stack_of_the_library_bears()
    {
        Assert.Contains("more than 4000 splits deep", Assert.Throws<ModelException>(() => GraphCheck.Require(GraphReader.Read(Chain(4001))))
            .Message, StringComparison.Ordinal);
        byte[] deepest = Chain(4000);
        GraphCheck.Require(GraphReader.Read(deepest));
        using var session = new OnnxSession(deepest, CancellationToken.None);
    }

    /// <summary>A tree whose splits hang one below the other.</summary>
    private static byte[] Chain(int splits)
    {
        long[] Side(int to) => [.. Enumerable.Range(0, (2 * splits) + 1).Select(i => i >= splits ? 0L : to == 0 ? splits + i
            : i == splits - 1
            ? 2 * splits : i + 1)];
        return Tree(Side(1), Side(0), [.. Enumerable.Range(0, (2 * splits) + 1).Select(i => i < splits ? "BRANCH_LEQ" : "LEAF")]);
    }

    [Fact]
    public void Support_vectors_that_do_not_fit_their_numbers()
    {
        byte[] Machine(params ReadOnlySpan<byte[]> more) => Model(Graph(Input("X", 1, -1, 2), Output("l", 7, -1), Output("p", 1, -1, -1),
            Node("SVMClassifier", "ai.onnx.ml", ["X"], ["l", "p"], [Attribute("classlabels_ints", 0, 1), .. more])));
        Refused("do not make", Machine(Attribute("vectors_per_class", 5, 5), Attribute("support_vectors", 1f, 2f),
            Attribute("coefficients", 1f, 1f), Attribute("rho", 1f)));
        Refused("the classes or their numbers of vectors make no sense", Machine(Attribute("vectors_per_class", -1, 1)));
        Refused("coefficients do not fit 2 classes", Machine(Attribute("coefficients", 1f, 1f, 1f), Attribute("rho", 1f)));
        Refused("kernel_params", Machine(Attribute("vectors_per_class", 1, 1), Attribute("support_vectors", 1f, 2f),
            Attribute("coefficients", 1f, 1f), Attribute("rho", 1f), Attribute("kernel_params", 1f)));
    }

    [Fact]
    public void What_asks_for_more_memory_than_all_models_together_may_take()
    {
        foreach (long count in (long[])[10_000_000_000, 2_000_000_000])
        {
            byte[] bytes = Model(Graph(Input("X", 1, -1, 1), Output("y", 1, -1, -1), Longs("s", [1], count),
                Node("ConstantOfShape", "", ["s"], ["c"]), Node("Add", "", ["X", "c"], ["y"])));
            var model = OnnxModel.Load("m.onnx", bytes, numbers with { Features = ["a"] });
            Assert.Contains("more memory than the 2 GB that all models together may take", Assert.Throws<ModelException>(
                () => model.Score(new([new NumericColumn("a", [1])]))).Message, StringComparison.Ordinal);
        }
    }
}
