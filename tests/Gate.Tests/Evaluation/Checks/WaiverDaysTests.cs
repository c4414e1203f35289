using Gate.Evaluation.Facts;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Tests.Policy;

namespace Gate.Tests.Evaluation.Checks;

/// <summary>How long waivers last, who may answer for one, and what is said before the end. Test runs take place on 2026-01-01.</summary>
public sealed class WaiverDaysTests
{
    private static TestRun Run(string expires, string terms) => Applicants.Run(["{ id: a, metric: accuracy, min: 0.99 }"], $$"""
        policy: { waivers: {{terms}} }
        waivers:
          - { condition: a, owner: "@risk", reason: new data, expires: {{expires}} }
        """);

    [Theory]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-01", false)]
    public void A_waiver_holds_for_so_many_days_at_most(string expires, bool allowed)
    {
        using TestRun run = Run(expires, "{ max_days: 30 }");
        if (allowed) Assert.Equal(Verdict.Warn, run.Execute().Verdict);
        else
            Assert.Contains("waivers: that of 'a' holds until 2026-02-01, and policy.waivers.max_days is 30: the last day may be "
                + "2026-01-31",
                Assert.Throws<PolicyException>(() => run.Execute()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01", "The waiver of 'a' by @risk ends on 2026-01-01, today.")]
    [InlineData("2026-01-02", "The waiver of 'a' by @risk ends on 2026-01-02, tomorrow.")]
    [InlineData("2026-01-14", "The waiver of 'a' by @risk ends on 2026-01-14, in 13 days.")]
    [InlineData("2026-01-15", null)]
    public void Its_end_is_told_two_weeks_before(string expires, string? note)
    {
        using TestRun run = Run(expires, "{ max_days: 300 }");
        IEnumerable<string> notes = run.Execute().Notes.Where(text => text.StartsWith("The waiver", StringComparison.Ordinal));
        Assert.Equal(note is null ? [] : [note], notes);
    }

    [Fact]
    public void One_that_nothing_needs_is_named() =>
        Assert.Equal("The waiver of 'a' by me is not needed: the condition blocks nothing. Remove it.",
            Assert.Single(WaiverNotes.Of([new("a", "me", "so", null, "2026-01-05", "not needed")], new DateOnly(2026, 1, 1))));

    [Fact]
    public void Only_those_who_may_answer_for_one()
    {
        const string policy = Policies.Minimal + """
            policy: { waivers: { owners: ["@risk", "@board"] } }
            waivers:
              - { condition: accuracy, owner: "@intern", reason: so, expires: 2027-01-31 }

            """;
        Assert.EndsWith("waivers[0].owner: '@intern' may not answer for a waiver; policy.waivers.owners names @risk or @board",
            Policies.Problem(policy), StringComparison.Ordinal);
        Assert.Equal(["@risk", "@board"], Policies.Read(policy.Replace("@intern", "@board", StringComparison.Ordinal)).WaiverTerms.Owners);
    }
}
