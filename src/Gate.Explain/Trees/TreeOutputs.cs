using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>From the sums of a tree model to the outputs that are explained: the positive class, all classes, or the prediction.</summary>
internal sealed class TreeOutputs
{
    private readonly ITreeModel model;
    // For each of the model's own sums: which explained outputs it adds to, and with which sign.
    private readonly (int Output, double Sign)[] to;

    public TreeOutputs(ITreeModel model)
    {
        this.model = model;
        int own = model.Sum.Base.Count;
        to = new (int, double)[own];
        if (model.Task == TaskType.MulticlassClassification)
        {
            int[] codes = [.. model.Codes.Order()];
            for (int i = 0; i < own; i++) to[i] = (Array.IndexOf(codes, model.Codes[i]), 1);
            Count = codes.Length;
            return;
        }
        Count = 1;
        for (int i = 0; i < own; i++) to[i] = (0, SignOf(i, own));
    }

    /// <summary>How many outputs are explained.</summary>
    public int Count { get; }

    /// <summary>What the outputs start from.</summary>
    public double[] Base
    {
        get
        {
            var start = new double[Count];
            for (int i = 0; i < to.Length; i++) start[to[i].Output] += to[i].Sign * model.Sum.Base[i] / model.Sum.Divisor;
            return start;
        }
    }

    /// <summary>Where the values of a tree go.</summary>
    public TreeTerm[] TermsOf(int tree) => [.. Enumerable.Range(0, model.Trees[tree].ValuesPerNode)
        .Select(value => (Value: value, To: to[model.Sum.Outputs[tree] + value])).Where(one => one.To.Sign != 0)
        .Select(one => new TreeTerm(one.Value, one.To.Output, one.To.Sign / model.Sum.Divisor))];

    /// <summary>From the sums of one row to its scores.</summary>
    public void Scores(Span<double> sums, Span<double> scores)
    {
        model.Link.Apply(sums);
        if (model.Task == TaskType.MulticlassClassification)
            for (int i = 0; i < sums.Length; i++) scores[to[i].Output] = sums[i];
        else if (sums.Length == 2) scores[0] = sums[IndexOfPositive];
        else scores[0] = model.Task == TaskType.BinaryClassification && IndexOfPositive < 0 ? 1 - sums[0] : sums[0];
    }

    // The place of the positive class among two sums; of one sum 0 where it is of the positive class, else -1.
    private int IndexOfPositive => model.Sum.Base.Count == 2 ? model.Codes.ToList().IndexOf(1) : model.Codes[0] == 1 ? -1 : 0;

    private double SignOf(int own, int count)
    {
        if (model.Task == TaskType.Regression) return 1;
        if (count == 1) return IndexOfPositive < 0 ? -1 : 1;
        // Shares of two classes are scores as they are; margins of two classes are compared with each other.
        if (own == IndexOfPositive) return 1;
        return model.Link.Kind == LinkKind.Identity ? 0 : -1;
    }
}
