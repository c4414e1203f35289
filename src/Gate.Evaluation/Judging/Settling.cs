using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>
/// How many rows would decide a condition that is not decided, at the values that were measured. The rows are judged as this run judges:
/// the same intervals, the same decision. One group's rows are tried first, for they are the fewest that can help; where its own do not
/// suffice, those of all groups, in the shares in which they stand now. In a family the confidence is that of its least favourable case.
/// </summary>
internal sealed class Settling
{
    // Beyond this a number of rows is no plan. Metrics that read single rows are measured on repeated rows, which takes time with each.
    private const double MostTimes = 1000;
    private const long MostRepeated = 100_000;

    // Bisected to this share, then rounded up to two digits.
    private const double Precision = 1.02;

    // A value that moves by more than this is not "at the values that were measured": rows of one group change that of all rows.
    private const double Rounding = 1e-9;

    private readonly JudgedCondition judged;
    private readonly ConditionSpec asked;
    private readonly MoreRows more;
    private readonly bool[] takesPart;

    private Settling(JudgedCondition judged, MoreRows more, bool floor)
    {
        (this.judged, this.more) = (judged, more);
        int size = judged.Family is { PValue: not null } family ? Math.Max(1, family.Size) : 1;
        asked = judged.Condition with { Confidence = 1 - ((1 - judged.Condition.Confidence) / size) };
        // A group that is left out stays so unless it is what leaves the condition undecided.
        takesPart = [.. more.Groups.Select(group => floor || !group.IsExcluded)];
    }

    /// <summary>What would settle it; null where it is decided or no number of rows has a say.</summary>
    /// <param name="judged">The condition.</param>
    /// <param name="outcome">What was measured.</param>
    /// <param name="verdict">What that means for the run.</param>
    public static Settled? Of(JudgedCondition judged, Outcome outcome, Verdict verdict)
    {
        bool floor = outcome is Outcome.Satisfied or Outcome.Violated && verdict == Verdict.Inconclusive;
        if (judged.Evidence.More is not { } more || judged.Condition.Level == Level.Inform || !(outcome == Outcome.Inconclusive || floor))
            return null;
        return new Settling(judged, more, floor).Search();
    }

    private Settled? Search()
    {
        int[] members = [.. Enumerable.Range(0, takesPart.Length).Where(g => takesPart[g])];
        long present = members.Sum(g => more.Groups[g].Count);
        (double Times, Outcome Outcome)? all = Least(members, Most(present));
        // Rows of one group that outnumber what all groups would need together are no help.
        double fewest = all is { } whole ? (whole.Times - 1) * present : double.PositiveInfinity;
        (int Group, double Times, Outcome Outcome)? one = null;
        foreach (int g in Alone(members))
        {
            long own = more.Groups[g].Count;
            if (Least([g], Math.Min(Most(own), 1 + (fewest / own))) is not { } found) continue;
            (one, fewest) = ((g, found.Times, found.Outcome), (found.Times - 1) * own);
        }
        if (one is { } few) return Of(more.Groups[few.Group], few.Times, few.Outcome);
        if (all is { } every) return Of(new(null, null, null, present, false), every.Times, every.Outcome);
        // Of so many single rows not even twice as many were tried, so that nothing is known.
        double tried = Most(present);
        return tried < 2 ? null : new(new(null, present, null, null, null, (long)(tried * present)), null);
    }

    /// <summary>The groups whose rows alone are tried: the ends of a comparison, the smallest, and those that are left out.</summary>
    private int[] Alone(int[] members) => members.Length < 2 ? []
        : [.. more.Ends.Where(g => takesPart[g]).Append(members.MinBy(g => more.Groups[g].Count))
            .Concat(members.Where(g => more.Groups[g].IsExcluded)).Distinct()];

    private static Settled Of(RowsOfGroup group, double times, Outcome outcome)
    {
        long rows = TwoDigits(times * group.Count);
        return new(new(rows, group.Count, outcome, group.Label, group.ControlLevel, rows), group.Name);
    }

    /// <summary>Rounded up to two digits, so that it is not told to a row what rests on estimates.</summary>
    private static long TwoDigits(double rows)
    {
        long step = 1, whole = (long)Math.Ceiling(rows);
        while (whole / step >= 100) step *= 10;
        return (whole + step - 1) / step * step;
    }

    /// <summary>The least multiple of some groups' rows that decides; null where none does up to the most that is tried.</summary>
    private (double Times, Outcome Outcome)? Least(int[] groups, double most)
    {
        if (more.IsWhole) most = Math.Floor(most);
        // Counts cost the same however many they are, so that what never decides is found out at once.
        if (!more.IsWhole && At(groups, most) is null) return null;
        double low = 1, high = 1;
        Outcome? decided = null;
        while (decided is null && high < most)
        {
            (low, high) = (high, Math.Min(most, high * 2));
            decided = At(groups, high);
        }
        if (decided is not { } outcome) return null;
        while (more.IsWhole ? high - low > 1 : high / low > Precision)
        {
            double middle = more.IsWhole ? Math.Floor((low + high) / 2) : Math.Sqrt(low * high);
            if (At(groups, middle) is { } here) (high, outcome) = (middle, here);
            else low = middle;
        }
        return (high, outcome);
    }

    private double Most(long rows)
    {
        if (!more.IsWhole) return MostTimes;
        long others = more.Groups.Sum(group => group.Count) - rows;
        return Math.Max(1, Math.Floor(Math.Min(MostTimes, (double)(MostRepeated - others) / Math.Max(1, rows))));
    }

    /// <summary>What so many rows would show, where they decide at the values that were measured.</summary>
    private Outcome? At(int[] groups, double times)
    {
        Evidence found = more.Measure(asked, [.. more.Groups.Select((_, g) => groups.Contains(g) ? times : 1)]);
        if (Moved(found)) return null;
        Outcome[] outcomes = [.. found.Parts.Select(part => part.Outcome(judged.Basis))];
        (Outcome outcome, Verdict verdict) = Verdicts.Of(outcomes, judged.Condition, found.Groups.Any(group => group.Excluded is not null));
        return outcome is Outcome.Satisfied or Outcome.Violated && verdict != Verdict.Inconclusive ? outcome : null;
    }

    private bool Moved(Evidence found) => found.Groups.Select(group => group.Excluded is null)
            .SequenceEqual(judged.Evidence.Groups.Select(group => group.Excluded is null))
        && judged.Evidence.Parts.Zip(found.Parts).Any(pair => !Same(pair.First.Measured.Value, pair.Second.Measured.Value));

    private static bool Same(MetricValue before, MetricValue after) => before.IsDefined == after.IsDefined
        && (!before.IsDefined || Math.Abs(before.Number - after.Number) <= Rounding * Math.Max(1, Math.Abs(before.Number)));
}

/// <summary>What would settle a condition, and the group in full.</summary>
/// <param name="Fact">The result's form.</param>
/// <param name="Group">The group in full; null for all rows.</param>
internal sealed record Settled(SettlingFact Fact, string? Group)
{
    /// <summary>As a clause: <c>about 430 rows of afam = yes (there are 169) would show that it keeps to the bound</c>.</summary>
    public string Clause => Fact.Rows is { } rows
        ? $"about {NumberText.Count(rows)} {(Group is null ? "rows in all" : $"rows of {Group}")} (there {Are(Fact.Present)}) would "
            + (Fact.Outcome == Outcome.Satisfied ? "show that it keeps to the bound" : "show that it misses the bound")
        : $"not even {NumberText.Count(Fact.Looked)} rows (there {Are(Fact.Present)}) would decide it";

    /// <summary>A sentence with a space before it.</summary>
    public string Sentence => $" At these values {Clause}.";

    private static string Are(long rows) => $"{(rows == 1 ? "is" : "are")} {NumberText.Count(rows)}";
}
