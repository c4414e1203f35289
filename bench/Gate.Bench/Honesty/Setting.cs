using Gate.Data;
using Gate.Metrics;

namespace Gate.Bench.Honesty;

/// <summary>A condition and how rows come about for which its true value is known.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Bound">The bound.</param>
/// <param name="IsMinimum">Whether the value must be at least the bound; else at most.</param>
/// <param name="Groups">The number of groups, of equal size.</param>
/// <param name="Inside">A true value well within the bound.</param>
/// <param name="Beyond">A true value well beyond it.</param>
/// <param name="Draw">Draws rows for which the true value is the given one.</param>
/// <param name="Measure">Measures them through the frame, as a run of a policy does.</param>
internal sealed record Setting(
    string Name, double Bound, bool IsMinimum, int Groups, double Inside, double Beyond, Func<Random, int, double, Sample> Draw,
        Func<MetricFrame, Measurement> Measure)
{
    /// <summary>The three truths that are simulated, in the order of the table.</summary>
    public IReadOnlyList<(Truth Truth, double Value)> Truths => [(Truth.Inside, Inside), (Truth.At, Bound), (Truth.Beyond, Beyond)];

    /// <summary>Rows to groups in turn, so that all are of the same size.</summary>
    public Grouping GroupingOf(int rows)
    {
        if (Groups == 1) return Grouping.Create([], [], rows, 1);
        int[] codes = [.. Enumerable.Range(0, rows).Select(row => row % Groups)];
        return Grouping.Create([new CategoryColumn("group", codes, [.. Enumerable.Range(0, Groups).Select(g => $"g{g}")])], [], rows, 1);
    }

    public bool Satisfies(double value) => IsMinimum ? value >= Bound : value <= Bound;
}

/// <summary>Where the true value lies.</summary>
internal enum Truth
{
    Inside,
    At,
    Beyond,
}
