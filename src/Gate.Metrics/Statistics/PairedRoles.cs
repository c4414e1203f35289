using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Statistics;

/// <summary>Which rows are trials and hits of a rate, asked of one cell of the confusion matrix at a time.</summary>
internal static class PairedRoles
{
    /// <summary>The role of each label × prediction; null where being a trial depends on the prediction (precision), so that two models do
    /// not have the same trials.</summary>
    public static (bool Hit, bool Trial)[]? Of(RateMetric metric, int classes)
    {
        var roles = new (bool Hit, bool Trial)[classes * classes];
        var one = new double[roles.Length];
        for (int c = 0; c < roles.Length; c++)
        {
            one[c] = 1;
            (double hits, double trials) = metric.Share(new Confusion(one, classes));
            one[c] = 0;
            if ((hits != 0 && hits != 1) || (trials != 0 && trials != 1)) return null;
            roles[c] = (hits == 1, trials == 1);
            if (roles[c].Trial != roles[c / classes * classes].Trial) return null;
        }
        return roles;
    }
}
