namespace Gate.Bench.Coverage.References;

/// <summary>One step down a ranking: all rows of one score.</summary>
/// <param name="Positives">The weight of the positives of that score.</param>
/// <param name="Negatives">The weight of the others.</param>
/// <param name="Found">The weight of the positives of that score or a higher one.</param>
/// <param name="Wrong">The weight of the others of that score or a higher one.</param>
internal sealed record Step(double Positives, double Negatives, double Found, double Wrong)
{
    public double Seen => Found + Wrong;

    public double Precision => Found / Seen;
}

/// <summary>Rows by falling score.</summary>
internal static class Ranking
{
    public static Step[] Of(WeightedRows rows, Func<int, double> score, Func<int, bool> positive, Func<int, bool>? takesPart = null)
    {
        var steps = new List<Step>();
        double found = 0, wrong = 0;
        foreach (IGrouping<double, int> tied in Enumerable.Range(0, rows.Count).Where(takesPart ?? (static _ => true)).GroupBy(score)
            .OrderByDescending(group => group.Key))
        {
            double positives = tied.Where(positive).Sum(i => rows.Weights[i]), all = tied.Sum(i => rows.Weights[i]);
            (found, wrong) = (found + positives, wrong + all - positives);
            steps.Add(new Step(positives, all - positives, found, wrong));
        }
        return [.. steps];
    }

    /// <summary>The probability that a positive row scores higher than another one, ties counting half.</summary>
    public static double Area(Step[] steps) =>
        steps.Sum(step => step.Negatives * (step.Found - step.Positives / 2)) / (steps[^1].Found * steps[^1].Wrong);

    public static double AveragePrecision(Step[] steps) => steps.Sum(step => step.Positives * step.Precision) / steps[^1].Found;
}
