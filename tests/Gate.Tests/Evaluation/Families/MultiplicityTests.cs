using Gate.Evaluation.Families;

namespace Gate.Tests.Evaluation.Families;

public sealed class MultiplicityTests
{
    /// <summary>The fifteen p-values of Benjamini and Hochberg's example (1995): Bonferroni's and Holm's procedures reject three, theirs
    /// four.</summary>
    private static readonly double[] Published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0];

    [Fact]
    public void The_published_example_rejects_as_published()
    {
        Assert.Equal(3, Multiplicity.Holm(Published).Count(p => p <= 0.05));
        Assert.Equal(4, Multiplicity.BenjaminiHochberg(Published).Count(p => p <= 0.05));
    }

    [Fact]
    public void Adjusted_values_are_those_worked_out_by_hand()
    {
        double[] p = [0.04, 0.01, 0.05, 0.02, 0.03];
        Assert.Equal([0.09, 0.05, 0.09, 0.08, 0.09], Multiplicity.Holm(p).Select(x => Math.Round(x, 12)));
        Assert.Equal([0.05, 0.05, 0.05, 0.05, 0.05], Multiplicity.BenjaminiHochberg(p).Select(x => Math.Round(x, 12)));
        Assert.Equal([1.0, 1.0], Multiplicity.Holm([0.6, 0.9]));
        Assert.Empty(Multiplicity.Holm([]));
    }

    /// <summary>An adjusted value is at most a just where the procedure itself, run at level a, rejects.</summary>
    [Fact]
    public void Adjusted_values_agree_with_the_procedures_run_at_every_level()
    {
        var random = new Random(3);
        for (int run = 0; run < 200; run++)
        {
            double[] p = [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Math.Pow(random.NextDouble(), 3))];
            double[] holm = Multiplicity.Holm(p), bh = Multiplicity.BenjaminiHochberg(p);
            foreach (double level in (double[])[0.01, 0.05, 0.1, 0.3])
            {
                Assert.Equal(HolmRejects(p, level), holm.Select(x => x <= level));
                Assert.Equal(BenjaminiHochbergRejects(p, level), bh.Select(x => x <= level));
            }
        }
    }

    private static bool[] HolmRejects(double[] p, double level)
    {
        var rejected = new bool[p.Length];
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        for (int step = 0; step < p.Length && p[order[step]] <= level / (p.Length - step); step++) rejected[order[step]] = true;
        return rejected;
    }

    private static bool[] BenjaminiHochbergRejects(double[] p, double level)
    {
        double[] sorted = [.. p.Order()];
        int last = Array.FindLastIndex(Enumerable.Range(0, p.Length).ToArray(), k => sorted[k] <= level * (k + 1) / p.Length);
        return [.. p.Select(x => last >= 0 && x <= sorted[last])];
    }
}
