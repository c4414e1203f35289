using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

/// <summary>roc_auc_ovo and roc_auc_ovo_weighted.</summary>
internal sealed class RocAucOvo(bool weighted) : OrderedMetric
{
    public override string Name => weighted ? "roc_auc_ovo_weighted" : "roc_auc_ovo";

    public override string Definition =>
        "The area under the ROC curve of each class's score between that class and each other one, averaged over all "
        + $"pairs{(weighted ? ", weighted by how many rows the two have" : "")}.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a class has no rows";

    public override string Source =>
        $"scikit-learn, roc_auc_score(multi_class='ovo', average='{(weighted ? "weighted" : "macro")}'); D. J. Hand "
        + "and R. J. Till, Mach. Learn. 45 (2001)";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override RowOrder Order => RowOrder.ClassScore;

    internal override int Terms => 3;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[0] = sample.Labels![row];
        terms[1] = code;
        terms[2] = sample.Classes.Count;
        return null;
    }

    /// <summary>Counts in one pass, from the highest score of the class down, for each other class the pairs in which the row of the class
    /// scores higher.</summary>
    internal override MetricValue Compute(OrderedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, labels = rows.Term(0);
        if (!About(rows, out int own, out int classes)) return MetricValue.Missing(Reasons.NoRows);
        double[] sizes = new double[classes], pairs = new double[classes];
        ReadOnlySpan<bool> endsTie = rows.EndsTie;
        double above = 0;
        for (int start = 0, end; start < weights.Length; start = end)
        {
            double tied = 0;
            end = start;
            do if ((int)labels[end] == own) tied += weights[end]; while (!endsTie[end++]);
            for (int i = start; i < end; i++)
            {
                if ((int)labels[i] == own) continue;
                sizes[(int)labels[i]] += weights[i];
                pairs[(int)labels[i]] += weights[i] * (above + tied / 2);
            }
            above += tied;
        }
        double sum = 0, total = 0;
        for (int k = 0; k < classes; k++)
        {
            if (k == own) continue;
            if (above == 0 || sizes[k] == 0) return MetricValue.Missing("a class has no rows");
            double weight = weighted ? above + sizes[k] : 1;
            sum += weight * pairs[k] / (above * sizes[k]);
            total += weight;
        }
        return MetricValue.Of(sum / total);
    }

    /// <summary>The sum of the weights of its pairs: with C classes, its own rows C - 1 times and every other row once.</summary>
    internal override double ClassWeight(OrderedRows rows)
    {
        if (!weighted || !About(rows, out int own, out int classes)) return 1;
        ReadOnlySpan<double> weights = rows.Weights, labels = rows.Term(0);
        double total = 0, mine = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            if ((int)labels[i] == own) mine += weights[i];
        }
        return total + (classes - 2) * mine;
    }

    /// <summary>The class in turn and the number of classes, as the first row that counts says.</summary>
    private static bool About(OrderedRows rows, out int own, out int classes)
    {
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            if (rows.Weights[i] == 0) continue;
            (own, classes) = ((int)rows.Term(1)[i], (int)rows.Term(2)[i]);
            return true;
        }
        (own, classes) = (0, 0);
        return false;
    }
}
