using Gate.Bench.Coverage.Cells;
using Gate.Bench.Coverage.Issue;
using Gate.Bench.Coverage.References;

namespace Gate.Bench.Coverage;

/// <summary>
/// How often intervals hold the truth, simulated. <c>coverage</c> is the whole catalogue, <c>coverage table FILE</c> its table,
/// <c>coverage issue</c> the cells that were once found too sure, <c>coverage verify</c> the formulas behind the truths.
/// </summary>
internal static class CoverageScenario
{
    public static int Run(string[] args)
    {
        string part = args.ElementAtOrDefault(1) ?? "";
        switch (part)
        {
            case "issue": return IssueScenario.Run(Options.Parse(args[1..]));
            case "verify": return VerifyScenario.Run(Options.Parse(args[1..]));
            case "table": return TableScenario.Run(args.ElementAtOrDefault(2), Options.Parse(args[2..]));
            case "" or ['-', '-', ..]: return CatalogueScenario.Run(Options.Parse(args));
            default:
                Console.Error.WriteLine(
                    "coverage knows issue, verify and table FILE; alone it is the whole catalogue (see bench/README.md)");
                return 64;
        }
    }
}
