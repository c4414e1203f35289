using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>Waivers that end soon, and those that nothing needs.</summary>
internal static class WaiverNotes
{
    /// <summary>From so many days before its end on a waiver is named.</summary>
    public const int DaysBefore = 14;

    public static IEnumerable<string> Of(IReadOnlyList<WaiverFacts> waivers, DateOnly today)
    {
        foreach (WaiverFacts waiver in waivers)
        {
            int left = DateOnly.ParseExact(waiver.Expires, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber
                - today.DayNumber;
            if (waiver.State == "used" && left < DaysBefore)
                yield return $"The waiver of '{waiver.Condition}' by {waiver.Owner} ends on {waiver.Expires}"
                    + (left == 0 ? ", today." : left == 1 ? ", tomorrow." : $", in {NumberText.Count(left)} days.");
            else if (waiver.State == "not needed")
                yield return $"The waiver of '{waiver.Condition}' by {waiver.Owner} is not needed: the condition blocks nothing. "
                    + "Remove it.";
        }
    }
}
