using System.Text;
using Gate.Ci.GitHub;

namespace Gate.Tests.Ci.GitHub;

public class StepSummaryTests
{
    [Fact]
    public void Everything_is_shown_where_it_fits() =>
        Assert.Equal("# A\n\na\n\n# B\n\nb\n", StepSummary.Compose(["# A\n\na", "# B\n\nb\n\n"], null, 0));

    [Fact]
    public void What_the_file_holds_already_stays_apart() => Assert.Equal("\n\n# A\n", StepSummary.Compose(["# A"], null, 10));

    [Fact]
    public void Without_sections_nothing_is_written() => Assert.Equal("", StepSummary.Compose([], "r", 0));

    [Fact]
    public void A_summary_that_is_too_large_is_cut_between_sections_and_says_so()
    {
        string summary = StepSummary.Compose([Section("One", 400_000), Section("Two", 400_000), Section("Three", 400_000),
            Section("Four", 10)], "out/report.html", 0);
        Assert.Contains("# Two", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("# Three", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("# Four", summary, StringComparison.Ordinal);
        Assert.EndsWith("> **Cut.** A summary holds at most 1 MiB, so 2 of 4 sections are left out here (`Three`, `Four`). They are in the "
            + "report, `out/report.html`.\n", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("☃")]
    [InlineData("😀")]
    public void The_limit_counts_bytes_of_UTF8_to_the_last_one(string character)
    {
        int unit = Encoding.UTF8.GetByteCount(character);
        // "# S", two line breaks, the body, and the line break that ends the section.
        string body = string.Concat(Enumerable.Repeat(character, (StepSummary.LimitBytes - 6) / unit));
        string fits = "# S\n\n" + body + new string('.', StepSummary.LimitBytes - 6 - (Encoding.UTF8.GetByteCount(body)));
        Assert.Equal(fits + "\n", StepSummary.Compose([fits], null, 0));
        Assert.StartsWith("> **Cut.**", StepSummary.Compose([fits + "."], null, 0), StringComparison.Ordinal);
        Assert.StartsWith("\n\n> **Cut.**", StepSummary.Compose([Section("S", 1_000_000)], null, 100_000), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500_000)]
    [InlineData(1_048_000)]
    [InlineData(1_048_500)]
    [InlineData(1_048_576)]
    [InlineData(2_000_000)]
    public void The_file_never_passes_the_limit_because_of_us(long alreadyThere)
    {
        string[] sections = [.. Enumerable.Range(0, 40).Select(i => Section($"Größe {i}", 30_000))];
        string summary = StepSummary.Compose(sections, "report.html", alreadyThere);
        Assert.True(summary.Length == 0 || alreadyThere + Encoding.UTF8.GetByteCount(summary) <= StepSummary.LimitBytes);
        Assert.Equal(alreadyThere >= 1_048_500, summary.Length == 0);
    }

    [Fact]
    public void A_heading_or_path_cannot_leave_the_notice()
    {
        string summary = StepSummary.Compose([new string('x', StepSummary.LimitBytes) + "`\n# Verdict: pass", "# a`b <img>\n"],
            "r`\n# pass", 0);
        Assert.Equal("> **Cut.**", Assert.Single(summary.TrimEnd('\n').Split('\n'))[..10]);
        Assert.Contains("`a'b <img>`", summary, StringComparison.Ordinal);
        Assert.Contains("`r' # pass`", summary, StringComparison.Ordinal);
    }

    private static string Section(string heading, int bytes) => $"# {heading}\n\n{new string('x', bytes)}\n";
}
