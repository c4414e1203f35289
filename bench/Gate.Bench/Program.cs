using System.Globalization;
using System.Runtime.InteropServices;
using Gate.Bench;
using Gate.Bench.Coverage;
using Gate.Bench.Honesty;
using Gate.Bench.Speed;

// Usage: dotnet run -c Release --project bench/Gate.Bench -- SCENARIO [--gate PATH] [--data adult.csv] [--python python3] [--times 5] …
// (see bench/README.md) Runs Gate and its peer in turn, in one run on one machine, and prints times, memory and their ratios.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Dictionary<string, string> options = Options.Parse(args);
// A table of results says itself what it was measured with.
if (args is not ["coverage", "table", ..])
    Console.WriteLine($"machine: {Environment.ProcessorCount} cores, {Machine.Processor()}, {RuntimeInformation.OSDescription}, "
    + $"{RuntimeInformation.FrameworkDescription}");
switch (args.FirstOrDefault())
{
    case "startup": Scenarios.Startup(options); break;
    case "adult": Scenarios.Adult(options); break;
    case "read": Scenarios.Read(options); break;
    case "frame": FrameScenario.Run(options); break;
    case "bootstrap": BootstrapScenario.Run(options); break;
    case "auc": AucScenario.Run(options); break;
    case "report": ReportScenario.Run(options); break;
    case "ensemble": EnsembleScenario.Run(options); break;
    case "treeshap": TreeShapScenario.Run(options); break;
    case "boost": BoostScenario.Run(options); break;
    case "shap": ShapScenario.Run(options); break;
    case "shap-stream": ShapStreamScenario.Run(options); break;
    case "lightgbm": LightGbmScenario.Run(options); break;
    case "verdict-honesty": HonestyScenario.Run(options); break;
    case "coverage": return CoverageScenario.Run(args);
    default:
        Console.Error.WriteLine(
            "say which scenario: startup, adult, read, frame, bootstrap, auc, report, ensemble, "
            + "boost, lightgbm, treeshap, shap, shap-stream, verdict-honesty or coverage (see bench/README.md)");
        return 64;
}
return 0;
