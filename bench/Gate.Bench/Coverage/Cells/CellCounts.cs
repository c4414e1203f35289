using System.Text.Json.Serialization;

namespace Gate.Bench.Coverage.Cells;

/// <summary>What the intervals of one question did in some runs.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Context">What was asked of it.</param>
/// <param name="Truth">The true answer.</param>
/// <param name="Method">How most of the intervals were made.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Above">Intervals that lay wholly above the truth.</param>
/// <param name="Below">Intervals that lay wholly below it.</param>
/// <param name="None">Runs without an interval.</param>
/// <param name="Widths">The sum of the widths that are finite.</param>
/// <param name="Finite">How many are.</param>
internal sealed record CellCounts(string Metric, Context Context, double Truth, string Method, int Runs, int Above, int Below, int None,
    double Widths, int Finite)
{
    /// <summary>The share of runs whose interval is not wrong. Without an interval nothing is said, and nothing is wrong.</summary>
    [JsonIgnore]
    public double Coverage => 1 - (double)(Above + Below) / Runs;

    public CellCounts Plus(CellCounts other) => this with
    {
        Runs = Runs + other.Runs,
        Above = Above + other.Above,
        Below = Below + other.Below,
        None = None + other.None,
        Widths = Widths + other.Widths,
        Finite = Finite + other.Finite,
        Method = Runs >= other.Runs ? Method : other.Method,
    };

    /// <summary>Counts the outcomes of all runs, in their order, so that threads change nothing.</summary>
    public static CellCounts Of(Question question, IReadOnlyList<(Outcome Outcome, string? Method)> runs)
    {
        int Count(Place place) => runs.Count(run => run.Outcome.Place == place);
        double[] widths = [.. runs.Where(run => run.Outcome.Place != Place.None && double.IsFinite(run.Outcome.Width))
            .Select(run => run.Outcome.Width)];
        string method = runs.Where(run => run.Method is not null).GroupBy(run => run.Method!)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "none";
        return new CellCounts(question.Metric.Name, question.Context, question.Truth, method, runs.Count, Count(Place.Above),
            Count(Place.Below), Count(Place.None), widths.Sum(), widths.Length);
    }
}
