using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>How the values of classes become one: scikit-learn's <c>average</c>.</summary>
internal enum Average
{
    /// <summary>Over all decisions together.</summary>
    Micro,

    /// <summary>The mean over the classes that occur among labels or predictions.</summary>
    Macro,

    /// <summary>The mean over the classes that occur among labels, weighted by how often each does.</summary>
    Weighted,
}

/// <summary>Averages a share of each class, as scikit-learn does, except that the undefined share of a class makes the average
/// undefined.</summary>
internal static class PerClass
{
    /// <summary>Hits and trials of class <paramref name="k"/> against all others.</summary>
    internal delegate (double Hits, double Trials) ClassShare(Confusion cells, int k);

    public static MetricValue Of(Average average, Confusion cells, ClassShare share, string whenNoTrials)
    {
        double sum = 0, weights = 0, allHits = 0, allTrials = 0;
        for (int k = 0; k < cells.Classes; k++)
        {
            double labelled = cells.Labelled(k);
            (double hits, double trials) = share(cells, k);
            allHits += hits;
            allTrials += trials;
            bool takesPart = average == Average.Weighted ? labelled > 0 : labelled > 0 || cells.Predicted(k) > 0;
            if (average == Average.Micro || !takesPart) continue;
            if (trials == 0) return MetricValue.Missing(whenNoTrials);
            double weight = average == Average.Weighted ? labelled : 1;
            sum += weight * (hits / trials);
            weights += weight;
        }
        return average == Average.Micro
            ? MetricValue.Ratio(allHits, allTrials, Reasons.NoRows)
            : MetricValue.Ratio(sum, weights, Reasons.NoRows);
    }

    public static string Suffix(Average average) => average switch { Average.Micro => "micro", Average.Macro => "macro", _ => "weighted" };

    public static string Words(Average average) => average switch
    {
        Average.Micro => "over all classes' decisions together",
        Average.Macro => "averaged over the classes that occur",
        _ => "averaged over the classes, weighted by how many rows each has",
    };
}
