using Gate.Bench.Coverage.Populations;

namespace Gate.Bench.Coverage.References;

/// <summary>Compares every metric on every law and weighting, and says what does not agree.</summary>
internal static class VerifyScenario
{
    public static int Run(Dictionary<string, string> options)
    {
        string only = options.Get("only", "");
        int failed = 0, compared = 0;
        foreach (NamedLaw law in Laws.All.Where(law => law.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            foreach (Weighting weighting in Enum.GetValues<Weighting>())
            {
                (IReadOnlyList<string> differences, int count) = Verification.Of($"{law.Name}, weights {weighting}",
                    Weightings.Apply(law.Main.Value, law.Apart.Value, weighting), 200);
                foreach (string difference in differences) Console.WriteLine(difference);
                (failed, compared) = (failed + differences.Count, compared + count);
            }
        Console.WriteLine($"{compared} values compared at {Verification.Tolerance:0e-0}, {failed} differ");
        return failed == 0 ? 0 : 1;
    }
}
