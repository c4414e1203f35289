using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

public class VerdictsTests
{
    [Theory]
    [InlineData(Verdict.Pass, "Pass", "✅")]
    [InlineData(Verdict.Warn, "Warning", "⚠️")]
    [InlineData(Verdict.Inconclusive, "Inconclusive", "❔")]
    [InlineData(Verdict.Inform, "Reported", "ℹ️")]
    [InlineData(Verdict.Fail, "Fail", "❌")]
    [InlineData((Verdict)99, "Fail", "❌")]
    public void Each_verdict_has_a_word_and_a_sign_and_what_is_none_fails(Verdict verdict, string word, string sign) =>
        Assert.Equal((word, sign), (Verdicts.Word(verdict), Verdicts.Emoji(verdict)));

    [Fact]
    public void Counts_come_worst_first_and_zeros_are_left_out()
    {
        Assert.Equal([(Verdict.Fail, 3, "failed"), (Verdict.Inconclusive, 4, "inconclusive"), (Verdict.Warn, 2, "warnings"),
            (Verdict.Pass, 1, "passed"), (Verdict.Inform, 5, "reported")], Verdicts.Counted(new(1, 2, 3, 4, 5)));
        Assert.Equal([(Verdict.Warn, 1, "warning")], Verdicts.Counted(new(0, 1, 0, 0, 0)));
        Assert.Empty(Verdicts.Counted(new(0, 0, 0, 0, 0)));
    }

    [Fact]
    public void What_the_policy_let_pass_is_counted_apart_and_has_other_words_and_another_sign()
    {
        Assert.Equal([(Verdict.Pass, 3, "passed"), (Verdict.Pass, 2, "passed by policy, not by evidence")],
            Verdicts.Counted(new(5, 0, 0, 0, 0) { PassedByPolicy = 2 }));
        Finding passed = Samples.SampleResults.Minimal().Findings[0] with { Verdict = Verdict.Pass, PassedByPolicy = null };
        Finding let = passed with { PassedByPolicy = "on_undefined" };
        Assert.Equal(("Pass", "✅"), (Verdicts.Word(passed), Verdicts.Emoji(passed)));
        Assert.Equal(("Passed by policy", "ℹ️"), (Verdicts.Word(let), Verdicts.Emoji(let)));
    }

    [Fact]
    public void Findings_come_worst_first_and_stay_in_order_where_they_are_alike()
    {
        Finding one = Samples.SampleResults.Minimal().Findings[0];
        Verdict[] verdicts = [Verdict.Inform, Verdict.Pass, Verdict.Fail, Verdict.Warn, Verdict.Inconclusive, Verdict.Fail, Verdict.Pass];
        Assert.Equal(["2", "5", "4", "3", "1", "6", "0"],
            Verdicts.Sorted(verdicts.Select((verdict, i) => one with { Id = $"{i}", Verdict = verdict })).Select(finding => finding.Id));
    }
}
