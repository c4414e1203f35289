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
    private readonly double threshold;

    /// <param name="model">The model.</param>
    /// <param name="output">Which output; raw is the margin, and of a model without one the score.</param>
    /// <param name="codes">Of several classes those that are explained, ascending.</param>
    /// <param name="threshold">For <see cref="ExplainedOutput.Decision"/>.</param>
    public ModelAnswers(IModel model, ExplainedOutput output, IEnumerable<int> codes, double threshold = 0.5)
    {
        if (output == ExplainedOutput.Decision && model.Task != TaskType.BinaryClassification)
            throw new ModelException("a decision is explained of two classes only; explain the probability or the margin");
        (this.model, this.output, this.codes, this.threshold) = (model, output, [.. codes], threshold);
        Names = model.Task switch
        {
            TaskType.Regression => ["prediction"],
            TaskType.BinaryClassification => [model.Classes[1]],
            _ => Array.ConvertAll(this.codes, code => model.Classes[code]),
        };
    }

    /// <summary>What the outputs are of.</summary>
    public string[] Names { get; }

    /// <summary>1 where a score is positive. Sums in another order differ by rounding, and scores of leaves are often the threshold
    /// itself.</summary>
    public static double Decided(double score, double threshold) => score >= threshold - 1e-12 ? 1 : 0;

    /// <summary>Rows × outputs.</summary>
    public double[] Of(Table rows, CancellationToken cancel)
    {
        double[] all = output == ExplainedOutput.Raw && model is IMarginModel margins
            ? margins.Margins(rows, cancel) : model.Score(rows, cancel);
        if (output == ExplainedOutput.Decision) return Array.ConvertAll(all, score => Decided(score, threshold));
        int classes = model.Classes.Count;
        if (model.Task != TaskType.MulticlassClassification || codes.Length == classes) return all;
        var some = new double[rows.RowCount * codes.Length];
        for (int i = 0; i < some.Length; i++) some[i] = all[i / codes.Length * classes + codes[i % codes.Length]];
        return some;
    }
}
