using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class SearchSectionTests
{
    private static LeaderboardEntry Entry(int? trial, double? estimate, double? excess = null, bool chosen = false) => new()
    {
        Trial = trial, Algorithm = trial is null ? "ensemble" : "decision_tree", Parameters = [new("max_depth", "4")], Rows = 1190,
        Estimate = estimate, StandardError = estimate is null ? null : 0.0125, Excess = excess, OnFront = excess < 0, Chosen = chosen,
        Bytes = 48_210, Failed = estimate is null ? "no <usable> feature" : null,
        Conditions = excess is null ? [] : [new("four-fifths", 0.75, new(0.7, 0.8, 0.95, "wilson"), excess < 0, Verdict.Inconclusive),
            new("told", 0.5, null, null, Verdict.Inform)],
    };

    private static SearchFacts Facts(params LeaderboardEntry[] entries) => new()
    {
        PrimaryMetric = "roc_auc", Direction = "higher", Folds = 5, Rungs = [4000, 12_000, 36_000], BoundedBy = "trials",
        SubjectTo = "conditions", Leaderboard = entries,
    };

    private static GateResult With(SearchFacts? facts)
    {
        GateResult result = SampleResults.Mortgage();
        return result with { Model = result.Model with { Search = facts } };
    }

    private static readonly SearchFacts Some = Facts(Entry(null, 0.8125, -0.05, chosen: true), Entry(2, 0.75, 0.125), Entry(1, 0.7),
        Entry(3, null));

    [Fact]
    public void It_stands_on_the_page_only_where_there_was_a_search()
    {
        Assert.DoesNotContain("<section id=\"search\"", Pages.Static(HtmlReport.Render(With(null))));
        string page = Pages.Static(HtmlReport.Render(With(Some)));
        Assert.Contains("<li><a href=\"#search\">Search</a></li>", page);
        Assert.Contains("3 trials, cross-validated in 5 folds of the 36,000 training rows, first on 4,000, then on 12,000 of them, after "
            + "which the better third went on.", page);
        Assert.Contains("went before others", page);
        Assert.Contains("<bdi>ensemble</bdi> <strong>(chosen)</strong></th><td class=\"number\">0.8125 ± 0.0125</td><td class=\"number\">"
            + "1 of 1</td><td class=\"number\">-0.0500 <span class=\"small\">front</span></td>", page.Replace('−', '-'));
        Assert.Contains("<bdi>decision tree, trial 2</bdi></th><td class=\"number\">0.7500 ± 0.0125</td><td class=\"number\">0 of 1</td>"
            + "<td class=\"number\">0.1250</td>", page);
        Assert.Contains("<td class=\"number\">0.7500 <span class=\"small\">inconclusive</span></td>", page);
        Assert.Contains("failed: <bdi>no &lt;usable&gt; feature</bdi>", page);
        Assert.Contains("48.2 kB", page);
    }

    /// <summary>Two trials at the ends of both axes; the bound, 0, lies between them.</summary>
    [Fact]
    public void The_front_is_drawn_with_its_bound()
    {
        SearchFacts two = Facts(Entry(1, 0.7, -0.1, chosen: true), Entry(2, 0.8, 0.3));
        string page = Pages.Static(HtmlReport.Render(With(two)));
        Assert.Contains("<line x1=\"146\" x2=\"146\"", page);
        Assert.Contains("<circle cx=\"12\" cy=\"208\" r=\"4\" fill=\"currentColor\" fill-opacity=\"1\"/><circle cx=\"12\" "
            + "cy=\"208\" r=\"9\"", page);
        Assert.Contains("<circle cx=\"548\" cy=\"12\" r=\"4\" fill=\"currentColor\" fill-opacity=\"0.3\"/>", page);
        // Of a loss the smaller values are the better ones, so they stand higher.
        Assert.Contains("<circle cx=\"12\" cy=\"12\" r=\"4\"", Pages.Static(HtmlReport.Render(With(two with { Direction = "lower" }))));
        Assert.DoesNotContain("<figcaption", Pages.Static(HtmlReport.Render(With(Facts(Entry(1, 0.7, -0.1))))));
    }

    [Fact]
    public void Without_conditions_there_is_nothing_of_them()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts(Entry(1, 0.8, chosen: true)) with { SubjectTo = null, Rungs = [100] })));
        Assert.DoesNotContain("Conditions kept", page);
        Assert.DoesNotContain("Beyond its bounds", page);
        Assert.DoesNotContain("went before others", page);
        Assert.Contains("of the 100 training rows. The test rows had no part in it.", page);
    }

    [Fact]
    public void A_search_that_ended_by_its_time_says_so() =>
        Assert.Contains("ended by its time", HtmlReport.Render(With(Some with { BoundedBy = "time" })));

    [Fact]
    public void The_summary_has_the_best_five()
    {
        string summary = MarkdownSummary.Render(With(Facts([.. Enumerable.Range(1, 7).Select(i => Entry(i, 1 - (0.01 * i)))])));
        Assert.Contains("<details><summary>Search</summary>", summary);
        Assert.Contains("| decision tree, trial 5 | 0.9500 ± 0.0125 |", summary);
        Assert.DoesNotContain("trial 6", summary);
    }
}
