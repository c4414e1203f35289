using Gate.Bench.Coverage;
using Gate.Bench.Coverage.Cells;
using Gate.Bench.Coverage.Issue;
using Gate.Bench.Coverage.Populations;
using Gate.Metrics;

namespace Gate.Tests.Bench;

/// <summary>What the intervals of one cell of the sample did, in percent of the runs.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Coverage">Runs whose interval was not wrong.</param>
/// <param name="Above">Runs whose interval lay wholly above the truth.</param>
/// <param name="Below">Runs whose interval lay wholly below it.</param>
/// <param name="None">Runs without an interval: never wrong, and never of use.</param>
internal sealed record SampleOutcome(string Cell, double Coverage, double Above, double Below, double None);

/// <summary>Some cells of the simulations that are drawn together.</summary>
/// <param name="Name">Its name in the test's.</param>
/// <param name="Cells">The names of its cells.</param>
/// <param name="Simulate">Simulates the cells.</param>
internal sealed record SamplePart(string Name, IReadOnlyList<string> Cells, Func<IReadOnlyList<SampleOutcome>> Simulate)
{
    /// <summary>Enough for a method that is broken to be seen, few enough for a minute.</summary>
    private const int Runs = 200;

    /// <summary>A cell that was once found too sure.</summary>
    public static SamplePart Of(IssueLine line) => new(line.Name, [line.Name], () =>
    {
        Outcome[] outcomes = [.. IssueScenario.Simulate(line, Runs, Environment.ProcessorCount)
            .Select(interval => Outcome.Of(interval, line.Truth))];
        int Count(Place place) => outcomes.Count(outcome => outcome.Place == place);
        return [Of(line.Name, Count(Place.Above), Count(Place.Below), Count(Place.None))];
    });

    /// <summary>Cells of the catalogue that share their test sets.</summary>
    public static SamplePart Of(string law, int groups, Weighting weighting, int rows, params (string Metric, Context Context)[] questions)
    {
        var group = new CellGroup(Laws.All.Single(known => known.Name == law), groups, weighting, rows);
        string Cell(string metric, Context context) => $"{metric}, {Contexts.Name(context, groups)}, {group.Name}";
        return new SamplePart(group.Name, [.. questions.Select(q => Cell(q.Metric, q.Context))], () =>
        {
            World world = group.Make();
            Question[] asked = [.. group.Questions(world, metric => questions.Any(q => q.Metric == metric.Name))
                .Where(q => questions.Contains((q.Metric.Name, q.Context)))];
            return [.. Simulation.Run(group, world, asked, 0, Runs, Environment.ProcessorCount, CancellationToken.None)
                .Select(cell => Of(Cell(cell.Metric, cell.Context), cell.Above, cell.Below, cell.None))];
        });
    }

    private static SampleOutcome Of(string cell, int above, int below, int none) => new(cell, 100.0 * (Runs - above - below) / Runs,
        100.0 * above / Runs, 100.0 * below / Runs, 100.0 * none / Runs);
}
