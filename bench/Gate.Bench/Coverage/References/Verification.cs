using Gate.Bench.Coverage.Populations;
using Gate.Metrics;

namespace Gate.Bench.Coverage.References;

/// <summary>Holds the formulas and the code under test against each other, on the laws themselves.</summary>
internal static class Verification
{
    public const double Tolerance = 1e-9;

    /// <summary>The metrics of the catalogue that a law is asked.</summary>
    public static IEnumerable<Metric> MetricsOf(Population law) => MetricCatalogue.All.Where(metric =>
        !ReferenceMetrics.Left.ContainsKey(metric.Name) && metric.Tasks.Contains(law.Candidate.Truth.Task));

    /// <summary>What does not agree, as sentences; and how many numbers were compared.</summary>
    public static (IReadOnlyList<string> Differences, int Compared) Of(string name, Population law, int rows)
    {
        var differences = new List<string>();
        int compared = 0;
        foreach ((string side, Sample sample) in ((string, Sample)[])[("candidate", law.Candidate), ("baseline", law.Baseline)])
        {
            Sample expected = law.Expected(sample, rows);
            MetricFrame frame = MetricFrame.Gather(expected, GroupsOf.One(expected.Rows), new FrameOptions(Threads: 1));
            foreach (Metric metric in MetricsOf(law))
            {
                MetricValue gate = frame.Estimate(metric);
                double? reference = ReferenceMetrics.Of(metric.Name, expected);
                compared++;
                if (!Agree(gate, reference))
                    differences.Add(FormattableString.Invariant($"{name}, {side}, {metric.Name}: Gate {gate}, reference {reference:R}"));
            }
        }
        return (differences, compared);
    }

    /// <summary>Whether both are the same number, or neither is one.</summary>
    public static bool Agree(MetricValue gate, double? reference)
    {
        double? number = gate.NumberOrNull is double value && double.IsFinite(value) ? value : null;
        if (number is null || reference is null) return number is null && reference is null;
        return Math.Abs(number.Value - reference.Value) <= Tolerance * Math.Max(1, Math.Abs(reference.Value));
    }
}
