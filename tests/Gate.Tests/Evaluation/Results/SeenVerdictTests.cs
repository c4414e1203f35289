using Gate.Evaluation.Results;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Evaluation.Results;

/// <summary>A pass for which nothing was judged is no pass to people.</summary>
public sealed class SeenVerdictTests
{
    [Fact]
    public void Where_nothing_was_judged_it_is_only_a_report()
    {
        GateResult passed = SampleResults.Minimal(), reported = passed with { Counts = new(0, 0, 0, 0, 3) };
        Assert.Equal(Verdict.Pass, passed.Seen());
        Assert.Equal(Verdict.Inform, reported.Seen());
        Assert.StartsWith("## ℹ️ Reported: ", MarkdownSummary.Sections(reported)[0], StringComparison.Ordinal);
        // A policy that forbids what was loosened fails, whatever was judged.
        Assert.Equal(Verdict.Fail, (reported with { Verdict = Verdict.Fail }).Seen());
        Assert.Equal(Verdict.Pass, (reported with { Counts = new(1, 0, 0, 0, 3) }).Seen());
    }
}
