using Gate.Data;
using Gate.Models;

namespace Gate.Explain;

/// <summary>What a model says of rows, in the outputs that are explained: the positive class, all classes that training had, or the
/// prediction.</summary>
internal sealed class ModelAnswers
{
    private readonly IModel model;
    private readonly ExplainedOutput output;
    private readonly int[] codes;

    /// <param name="model">The model.</param>
    /// <param name="output">Which output; raw is the margin, and of a model without one the score.</param>
    /// <param name="codes">Of several classes those that are explained, ascending.</param>
    public ModelAnswers(IModel model, ExplainedOutput output, IEnumerable<int> codes)
    {
        (this.model, this.output, this.codes) = (model, output, [.. codes]);
        Names = model.Task switch
        {
            TaskType.Regression => ["prediction"],
            TaskType.BinaryClassification => [model.Classes[1]],
            _ => Array.ConvertAll(this.codes, code => model.Classes[code]),
        };
    }

    /// <summary>What the outputs are of.</summary>
    public string[] Names { get; }

    /// <summary>Rows × outputs.</summary>
    public double[] Of(Table rows, CancellationToken cancel)
    {
        double[] all = output == ExplainedOutput.Raw && model is IMarginModel margins
            ? margins.Margins(rows, cancel) : model.Score(rows, cancel);
        int classes = model.Classes.Count;
        if (model.Task != TaskType.MulticlassClassification || codes.Length == classes) return all;
        var some = new double[rows.RowCount * codes.Length];
        for (int i = 0; i < some.Length; i++) some[i] = all[i / codes.Length * classes + codes[i % codes.Length]];
        return some;
    }
}
