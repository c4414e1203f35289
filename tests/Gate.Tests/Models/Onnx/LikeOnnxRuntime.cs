using Gate.Models.Onnx.Checks;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Sessions;

namespace Gate.Tests.Models.Onnx;

/// <summary>The files of others, with what ONNX Runtime answered when they were made: classifiers, regressors, encoders, with one tensor
/// and
/// with one input a column.</summary>
public sealed class LikeOnnxRuntime
{
    public static TheoryData<string> Models => SharedModels.Names.Count == 0 ? ["none"] : [.. SharedModels.Names];

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public void A_file_answers_what_it_answered_before(string name)
    {
        byte[] bytes = SharedModels.Bytes(name);
        OnnxGraph graph = GraphReader.Read(bytes);
        GraphCheck.Require(graph);
        IReadOnlyList<KeyValuePair<string, TensorValues>> inputs = SharedModels.Inputs(name), wanted = SharedModels.Outputs(name);
        Assert.Equal(inputs.Select(input => input.Key).Order(), graph.Inputs.Select(input => input.Name).Order());

        using var session = new OnnxSession(bytes, CancellationToken.None);
        OnnxValues[] answers = session.Run(inputs, [.. wanted.Select(output => output.Key)], CancellationToken.None);
        for (int i = 0; i < answers.Length; i++) Equal(wanted[i].Value, Assert.IsType<TensorValues>(answers[i]));
    }

    [SkippableFact]
    public void There_are_as_many_files_as_the_page_says()
    {
        Skip.If(SharedModels.Names.Count == 0, "there is no shared/models beside the checkout");
        Assert.Equal(35, SharedModels.Names.Count);
    }

    [SkippableFact]
    public void Maps_from_class_to_score_hold_the_probabilities_of_the_same_model_without_them()
    {
        using var session = new OnnxSession(SharedModels.Bytes("onnx_built/rf_binary_zipmap"), CancellationToken.None);
        OnnxGraph graph = GraphReader.Read(SharedModels.Bytes("onnx_built/rf_binary_zipmap"));
        string output = Assert.Single(graph.Outputs, port => port.Kind == PortKind.Maps).Name;
        var maps = (MapValues)session.Run(SharedModels.Inputs("onnx_built/rf_binary_zipmap"), [output], CancellationToken.None)[0];
        Assert.Equal(["<=50K", ">50K"], maps.Keys);
        Near(SharedModels.Outputs("onnx_built/rf_binary").Single(one => one.Key == "probabilities").Value.Numbers(), maps.Scores);
    }

    private static void Equal(TensorValues wanted, TensorValues found)
    {
        Assert.Equal(wanted.Shape, found.Shape);
        if (wanted.Values is string[] texts) Assert.Equal(texts, found.Values);
        else Near(wanted.Numbers(), found.Numbers());
    }

    private static void Near(double[] wanted, double[] found)
    {
        Assert.Equal(wanted.Length, found.Length);
        for (int i = 0; i < wanted.Length; i++)
            if (!double.IsNaN(wanted[i]) || !double.IsNaN(found[i])) Assert.Equal(wanted[i], found[i], 1e-6 * Math.Max(1,
                Math.Abs(wanted[i])));
    }
}
