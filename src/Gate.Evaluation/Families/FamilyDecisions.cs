using Gate.Evaluation.Deciding;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Families;

/// <summary>Decides families of conditions together: what one of them says alone stands only if it still does when all that are tested are
/// counted.</summary>
internal static class FamilyDecisions
{
    // A p-value of just the error rate decides, also when it was rounded.
    private const double Rounding = 1e-9;

    public static IReadOnlyList<JudgedCondition> Apply(IReadOnlyList<JudgedCondition> judged, IReadOnlyList<FamilySpec> families)
    {
        JudgedCondition[] decided = [.. judged];
        foreach (FamilySpec family in families)
        {
            int[] members = [.. Enumerable.Range(0, decided.Length).Where(i => decided[i].Condition.Family == family.Name)];
            (double? PValue, string? NotTested)[] tests = [.. members.Select(i => DecisionPValue.Of(decided[i]))];
            double[] pValues = [.. tests.Select(test => test.PValue).OfType<double>()];
            var adjusted = new Queue<double>(family.Method == FamilyMethod.Holm
                ? Multiplicity.Holm(pValues) : Multiplicity.BenjaminiHochberg(pValues));
            foreach ((int i, (double? pValue, string? notTested)) in members.Zip(tests))
                decided[i] = Decide(decided[i], family, pValues.Length, pValue, pValue is null ? null : adjusted.Dequeue(), notTested);
        }
        return decided;
    }

    private static JudgedCondition Decide(JudgedCondition alone, FamilySpec family, int size, double? pValue, double? adjusted,
        string? notTested)
    {
        string method = family.Method == FamilyMethod.Holm ? "holm" : "benjamini_hochberg";
        JudgedCondition told = alone with { Family = new(family.Name, method, size, pValue, adjusted, notTested) };
        if (adjusted is not { } p || p <= 1 - alone.Condition.Confidence + Rounding) return told;
        Outcome before = alone.Outcomes.MaxBy(Decision.Rank);
        return told with
        {
            Outcomes = [.. alone.Outcomes.Select(outcome => outcome is Outcome.Satisfied or Outcome.Violated
                ? Outcome.Inconclusive : outcome)],
            Alone = before is Outcome.Satisfied or Outcome.Violated ? before : null,
        };
    }
}
