using System.Globalization;

namespace Gate.Mutants;

/// <summary>Tries mutants one after the other and writes what became of each; goes on where it was stopped.</summary>
/// <param name="assembly">The tests.</param>
/// <param name="mutants">The switch.</param>
/// <param name="coverage">Which tests reach which mutant.</param>
/// <param name="file">Where a line for each goes.</param>
internal sealed class MutantRuns(TestAssembly assembly, MutantSwitch mutants, Coverage coverage, string file)
{
    private const string Begun = "begun";

    // The first tests are few and quick: most mutants die of them.
    private const int FirstTests = 4, Growth = 3;

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(20);
    private const double Slowness = 10;

    /// <summary>Tries them.</summary>
    /// <returns>False where this process is no longer fit: a mutant did not end, or left something behind. Another one goes on.</returns>
    public bool Try(IEnumerable<int> wanted)
    {
        var known = new Dictionary<int, string>();
        foreach (string[] line in File.Exists(file) ? File.ReadLines(file).Select(line => line.Split('\t')) : [])
            known[int.Parse(line[1], CultureInfo.InvariantCulture)] = line[0];
        using var lines = new StreamWriter(file, append: true) { AutoFlush = true };
        void Write(string what, int mutant) => lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{mutant}"));
        // What ended the process was the mutant that it had begun.
        foreach (int lost in known.Where(one => one.Value == Begun).Select(one => one.Key)) Write("crashed", lost);
        foreach (int mutant in wanted.Where(mutant => !known.ContainsKey(mutant)))
        {
            Write(Begun, mutant);
            if (!coverage.ByMutant.TryGetValue(mutant, out IReadOnlyList<string>? tests))
            {
                Write("uncovered", mutant);
                continue;
            }
            mutants.Activate(mutant);
            TestRun run = Kill(tests);
            mutants.Activate(null);
            Write(!run.IsDone ? "timeout" : run.Failed is null ? "survived" : "killed", mutant);
            // A mutant may have left a wrong value in a cache: then its test fails without it.
            if (!run.IsDone || (run.Failed is { } failed && Run([failed.UniqueID]) is not { IsDone: true, Failed: null })) return false;
        }
        return true;
    }

    private TestRun Kill(IReadOnlyList<string> tests)
    {
        for (int at = 0, size = FirstTests; at < tests.Count; at += size, size *= Growth)
            if (Run([.. tests.Skip(at).Take(size)]) is { } run && (!run.IsDone || run.Failed is not null)) return run;
        return new(true, null);
    }

    private TestRun Run(string[] tests) =>
        assembly.Run(tests, Slack + TimeSpan.FromSeconds(Slowness * tests.Sum(test => coverage.Seconds[test])));
}
