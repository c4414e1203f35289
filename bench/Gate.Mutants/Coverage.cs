using System.Diagnostics;
using System.Globalization;

namespace Gate.Mutants;

/// <summary>How long each test takes without a mutant, and which mutants it reaches.</summary>
internal sealed class Coverage
{
    private Coverage(IEnumerable<CoveredTest> tests)
    {
        Seconds = tests.ToDictionary(test => test.Id, test => test.Seconds);
        ByMutant = tests.SelectMany(test => test.Mutants.Select(mutant => (Mutant: mutant, Test: test)))
            .GroupBy(pair => pair.Mutant, pair => pair.Test).ToDictionary(group => group.Key, Quickest);
    }

    private static IReadOnlyList<string> Quickest(IEnumerable<CoveredTest> tests) =>
        [.. tests.OrderBy(test => test.Seconds).Select(test => test.Id)];

    /// <summary>The seconds of each test.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; }

    /// <summary>The tests that reach each mutant, the quickest first.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> ByMutant { get; }

    /// <summary>Runs all tests once to warm up, then each alone, and writes a line for each that passes.</summary>
    public static void Gather(TestAssembly assembly, MutantSwitch mutants, string file)
    {
        foreach (string test in assembly.Tests.Keys) assembly.Run([test], Timeout.InfiniteTimeSpan);
        using var lines = new StreamWriter(file);
        foreach (string test in assembly.Tests.Keys)
        {
            var watch = Stopwatch.StartNew();
            bool fails = assembly.Run([test], Timeout.InfiniteTimeSpan).Failed is not null;
            double seconds = watch.Elapsed.TotalSeconds;
            // What fails without a mutant can kill none.
            if (fails) Console.Error.WriteLine($"fails without a mutant: {assembly.Tests[test].DisplayName}");
            else lines.WriteLine(new CoveredTest(test, seconds,
                mutants.Reached(() => assembly.Run([test], Timeout.InfiniteTimeSpan))).Line);
        }
    }

    /// <summary>Reads what was gathered.</summary>
    public static Coverage Read(string file) => new([.. File.ReadLines(file).Select(CoveredTest.Parse)]);

    private sealed record CoveredTest(string Id, double Seconds, IReadOnlyList<int> Mutants)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{Seconds:0.000}\t{string.Join(',', Mutants)}");

        public static CoveredTest Parse(string line)
        {
            string[] parts = line.Split('\t');
            return new(parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture), [.. parts[2]
                .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))]);
        }
    }
}
