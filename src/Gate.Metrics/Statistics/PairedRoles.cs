using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Statistics;

/// <summary>Which rows are trials and hits of a rate, asked of one cell of the confusion matrix at a time.</summary>
internal sealed class PairedRoles(RateMetric metric, int classes)
{
    private readonly double[] one = new double[Confusion.Size(classes)];
    private readonly Dictionary<(int Label, int Prediction), (bool Hit, bool Trial)?> known = [];

    /// <summary>Whether every label × prediction has a role. Of many classes only those that occur are asked, one by one.</summary>
    public bool AreKnown => classes > Confusion.MostWhole
        || Enumerable.Range(0, classes * classes).All(cell => Of(cell / classes, cell % classes) is not null);

    /// <summary>The role of a label × prediction; null where being a trial depends on the prediction (precision), so that two models do not
    /// have the same trials.</summary>
    public (bool Hit, bool Trial)? Of(int label, int prediction)
    {
        if (known.TryGetValue((label, prediction), out (bool Hit, bool Trial)? found)) return found;
        Array.Clear(one);
        Confusion.Add(one, classes, label, prediction, 1);
        (double hits, double trials) = metric.Share(new Confusion(one, classes));
        bool isRole = hits is 0 or 1 && trials is 0 or 1;
        if (isRole && prediction != 0) isRole = Of(label, 0) is (_, bool trial) && trial == (trials == 1);
        return known[(label, prediction)] = isRole ? (hits == 1, trials == 1) : null;
    }
}
