using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Lets a named person's waiver turn one condition's failure into a warning, until its last day.</summary>
internal static class Waivers
{
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<WaiverFacts> Facts) Apply(IReadOnlyList<Finding> findings,
        IReadOnlyList<WaiverSpec> waivers, DateOnly today)
    {
        Finding[] judged = [.. findings];
        var facts = new List<WaiverFacts>();
        foreach (WaiverSpec waiver in waivers)
        {
            int index = Array.FindIndex(judged, finding => finding.Id == waiver.Condition);
            bool blocks = index >= 0 && judged[index].Verdict is Verdicts.Fail or Verdicts.Inconclusive;
            bool expired = today > waiver.Expires;
            string until = waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (blocks)
                judged[index] = expired
                    ? judged[index] with { Sentence = $"{judged[index].Sentence} The waiver of {waiver.Owner} expired on {until}." }
                    : judged[index] with { Verdict = Verdicts.Warn, WaivedBy = waiver.Owner,
                        Sentence = $"{judged[index].Sentence} Waived by {waiver.Owner} until {until}: {waiver.Reason}" };
            facts.Add(new(waiver.Condition, waiver.Owner, waiver.Reason, waiver.Issue, until, expired ? "expired" : blocks
                ? "used" : "not needed"));
        }
        return (judged, facts);
    }
}
