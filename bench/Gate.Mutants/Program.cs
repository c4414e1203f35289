using System.Globalization;
using System.Reflection;

namespace Gate.Mutants;

/// <summary>
/// Tries the mutants that Stryker made, in a process that stays: <c>coverage</c>, then <c>try</c> as often as it ends with 3, then
/// <c>score</c>. eng/mutate.sh calls it, from the folder of the tests' assembly.
/// </summary>
internal static class Program
{
    private const int GoOn = 3;

    public static int Main(string[] arguments) => arguments switch
    {
        ["coverage", var mutated, var prefixes, var folder] => Gather(mutated, prefixes, folder),
        ["try", var mutated, var prefixes, var folder, var report, var most, var share, var shares] =>
            Try(mutated, prefixes, folder, MutantList.Sample(MutantList.Read(report), Number(most)).Select(mutant => mutant.Id)
                .Where((_, i) => i % Number(shares) == Number(share)), $"results-{share}.tsv"),
        ["score", var folder, var report] => Print(folder, report),
        _ => Usage(),
    };

    private static int Gather(string mutated, string prefixes, string folder)
    {
        (TestAssembly tests, MutantSwitch mutants) = Load(mutated, prefixes);
        Coverage.Gather(tests, mutants, CoverageFile(folder));
        return 0;
    }

    private static int Try(string mutated, string prefixes, string folder, IEnumerable<int> wanted, string results)
    {
        (TestAssembly tests, MutantSwitch mutants) = Load(mutated, prefixes);
        bool all = new MutantRuns(tests, mutants, Coverage.Read(CoverageFile(folder)), Path.Combine(folder, results)).Try(wanted);
        // A mutant that does not end keeps a thread: it goes with the process.
        Environment.Exit(all ? 0 : GoOn);
        return 0;
    }

    private static int Print(string folder, string report)
    {
        Score.Write(MutantList.Read(report), Directory.GetFiles(folder, "results-*.tsv"), Console.Out);
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: Gate.Mutants coverage MUTATED.dll CLASSES FOLDER | try MUTATED.dll CLASSES FOLDER REPORT MOST "
            + "SHARE SHARES | score FOLDER REPORT");
        return 64;
    }

    private static (TestAssembly Tests, MutantSwitch Mutants) Load(string mutated, string prefixes)
    {
        static Assembly Of(string name) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, name));
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        var mutants = new MutantSwitch(Of(mutated));
        return (new TestAssembly(Of("Gate.Tests.dll"), prefixes.Split('|')), mutants);
    }

    private static string CoverageFile(string folder) => Path.Combine(folder, "coverage.tsv");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
