using System.Globalization;
using System.Text.Json;
using Gate.Data;
using Gate.Models.Blending;
using Gate.Models.Calibration;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Wire;
using Gate.Models.Serialization;

namespace Gate.Models.Onnx.Writing;

/// <summary>
/// Writes a model as one ONNX file that reads raw columns: an input of one value a row for each column that the model uses, named as the
/// column, doubles (NaN where missing) and texts (empty where missing). A classifier answers <c>label</c>, the class by the threshold or
/// the largest probability, and <c>probabilities</c>, a column for each class; a regression answers <c>prediction</c>. The operators are
/// ai.onnx 18 and ai.onnx.ml 5 (trees) or 3 (linear models); what it computes is double precision throughout.
/// </summary>
public static class OnnxExport
{
    private const int Format = 9, Opset = 18, ClassicalOpset = 3, TreeOpset = 5;

    /// <summary>Whether a model can be written.</summary>
    /// <param name="model">The model.</param>
    public static bool CanWrite(IModel model) => Parts(model).All(part => part is ILinearModel or ITreeModel);

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="threshold">From which probability on the positive class is said; read for a binary task only.</param>
    /// <param name="properties">Further properties of the file, as name and text.</param>
    /// <returns>The bytes of the file: the same for the same model and properties.</returns>
    /// <exception cref="ModelException">The model has no form that ONNX can say, or no column.</exception>
    public static byte[] Write(IModel model, double threshold, params IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(properties);
        string[] used = UsedColumns(model);
        var graph = new GraphBuilder(used);
        ColumnInputs.Declare(graph, model.Inputs, used);
        var columns = new ColumnInputs(graph, model.Inputs);
        AnswerSteps.Declare(graph, Scores(graph, columns, model, used[0]), model.Task, model.Classes, threshold);
        WireWriter file = new WireWriter().Varint(1, Format).Text(2, "gate").Message(7, graph.Build())
            .Message(8, Operators("", Opset)).Message(8, Operators("ai.onnx.ml", HasTrees(model) ? TreeOpset : ClassicalOpset));
        foreach ((string name, string text) in Properties(model, threshold).Concat(properties))
            file.Message(14, new WireWriter().Text(1, name).Text(2, text));
        return file.Written.ToArray();
    }

    private static string Scores(GraphBuilder graph, ColumnInputs columns, IModel model, string anyInput)
    {
        bool isNumber = model.Task == TaskType.Regression;
        switch (model)
        {
            case ITreeModel trees:
                string scores = TreeSteps.Scores(graph, columns, trees, anyInput);
                return isNumber ? scores : AnswerSteps.Placed(graph, scores, trees.Sum.Base.Count, trees.Codes, model.Classes.Count);
            case ILinearModel linear:
                int outputs = linear.Intercepts.Count;
                // Without a term nothing in it depends on a row.
                string margins = linear.Terms.Count > 0 ? LinearSteps.Margins(graph, columns, linear)
                    : AnswerSteps.Same(graph, anyInput, [.. linear.Intercepts]);
                return isNumber ? TreeSteps.Linked(graph, margins, linear.Link)
                    : AnswerSteps.Placed(graph, AnswerSteps.Probabilities(graph, margins, outputs), outputs,
                    linear.TrainedClasses, model.Classes.Count);
            case TunedModel tuned:
                string inner = Scores(graph, columns, tuned.Inner, anyInput);
                return tuned.Calibration is { } calibration ? CalibrationSteps.Probabilities(graph, inner, calibration) : inner;
            case BlendedModel blend:
                string? sum = null;
                foreach ((IModel member, double weight) in blend.Members)
                {
                    string scaled = graph.Step("Mul", [Scores(graph, new ColumnInputs(graph, member.Inputs), member, anyInput),
                        graph.Value(Constant.Of(new[] { weight }, 1, 1))]);
                    sum = sum is null ? scaled : graph.Step("Add", [sum, scaled]);
                }
                return sum!;
            default:
                throw new ModelException($"{model.Kind} cannot be written as ONNX; linear models and trees can");
        }
    }

    private static bool HasTrees(IModel model) => Parts(model).Any(part => part is ITreeModel);

    /// <summary>The models that a model is made of: itself where it is made of none.</summary>
    private static IEnumerable<IModel> Parts(IModel model) => model switch
    {
        TunedModel tuned => Parts(tuned.Inner),
        BlendedModel blend => blend.Members.SelectMany(member => Parts(member.Model)),
        _ => [model],
    };

    /// <summary>The columns that the model uses; where it uses none, one that says how many rows there are.</summary>
    private static string[] UsedColumns(IModel model)
    {
        if (model.Features.Count == 0) throw new ModelException("a model without columns cannot be written as ONNX");
        string[] used = model is IUsesFeatures knows ? [.. knows.UsedFeatures] : [.. model.Features];
        if (used.Length == 0) used = [model.Features[0]];
        return used.Any(name => name.Length == 0) ? throw new ModelException("a column without a name cannot be an input of an ONNX model")
            : used;
    }

    private static IEnumerable<KeyValuePair<string, string>> Properties(IModel model, double threshold)
    {
        yield return new("gate.algorithm", model.Kind);
        yield return new(GateProperties.TaskKey, model.Task.ToString());
        if (model is IDigestedModel digested) yield return new("gate.model_digest", digested.Digest);
        if (model.Classes.Count > 0) yield return new(GateProperties.ClassesKey, JsonSerializer.Serialize(model.Classes));
        if (model.Task == TaskType.BinaryClassification)
            yield return new(GateProperties.ThresholdKey, threshold.ToString("R", CultureInfo.InvariantCulture));
    }

    private static WireWriter Operators(string domain, int version) => new WireWriter().Text(1, domain).Varint(2, version);
}
