using System.Globalization;
using Gate.Tests.House;

namespace Gate.Tests.Bench;

/// <summary>
/// What the sample's cells did when they were recorded, and how much worse they may do: one line a cell in <c>coverage-sample.txt</c>.
/// <c>GATE_UPDATE_COVERAGE=1</c> writes it anew. <c>GATE_UPDATE_DOCS</c> does not: an interval that has become worse should be seen.
/// </summary>
internal static class SampleTolerances
{
    private const double Slack = 2, SideSlack = 1.5, NoneSlack = 5, Nominal = 95, NominalSide = 2.5;
    private const string Head = "# cell | coverage | above the truth | below it | no interval | least coverage | most above | most below "
        + "| most without (percent of 200 runs)";

    private static readonly string path = Checkout.Path("tests/Gate.Tests/Bench/coverage-sample.txt");

    public static bool AreWritten => Environment.GetEnvironmentVariable("GATE_UPDATE_COVERAGE") == "1";

    /// <summary>The least coverage, and the most above, below and without an interval of each cell.</summary>
    public static Dictionary<string, (double Least, double Above, double Below, double None)> Read() => Lines().ToDictionary(
        line => line.Key, line => (Number(line.Value, 5), Number(line.Value, 6), Number(line.Value, 7), Number(line.Value, 8)));

    /// <summary>Writes the lines of some cells, and leaves those of the others. A cell that holds more than is asked for may lose that; one
    /// that holds less may not lose more than chance.</summary>
    public static void Write(IEnumerable<SampleOutcome> outcomes)
    {
        Dictionary<string, string> lines = File.Exists(path) ? Lines() : [];
        foreach (SampleOutcome outcome in outcomes)
            lines[outcome.Cell] = string.Create(CultureInfo.InvariantCulture,
                $"{outcome.Cell} | {outcome.Coverage:0.0} | {outcome.Above:0.0} | {outcome.Below:0.0} | {outcome.None:0.0} | "
                + $"{Math.Min(outcome.Coverage, Nominal) - Slack:0.0} | {Math.Max(outcome.Above, NominalSide) + SideSlack:0.0} | "
                + $"{Math.Max(outcome.Below, NominalSide) + SideSlack:0.0} | {outcome.None + NoneSlack:0.0}");
        // In the order of the sample; cells that are no longer in it go.
        File.WriteAllLines(path, [Head, .. CoverageSample.Parts.SelectMany(part => part.Cells).Where(lines.ContainsKey)
            .Select(cell => lines[cell])]);
    }

    private static Dictionary<string, string> Lines() => File.ReadAllLines(path).Where(line => !line.StartsWith('#'))
        .ToDictionary(line => line.Split(" | ")[0]);

    private static double Number(string line, int part) => double.Parse(line.Split(" | ")[part], CultureInfo.InvariantCulture);
}
