using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Search;

/// <summary>How the candidate was found: the trials, the best first, with what the policy's conditions say of each.</summary>
internal sealed class SearchSection : ReportSection
{
    private const int InSummary = 5;

    /// <inheritdoc/>
    internal override string Name => "search";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Search";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Model.Search is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        SearchFacts search = result.Model.Search!;
        string[] conditions = Conditions(search);
        model["search"] = new Node(
            ("lead", Lead(search)),
            ("metric", search.PrimaryMetric),
            ("judged", conditions.Length > 0),
            ("front", search.Leaderboard.Any(entry => entry.OnFront)),
            ("chart", FrontChart.Of(search)),
            ("conditions", conditions.ToList()),
            ("rows", search.Leaderboard.Select(entry => Row(entry, conditions)).ToList()));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (result.Model.Search is not { } search) return [];
        string table = new MarkdownTable("Model", ">" + MarkdownText.Escape(search.PrimaryMetric), ">Beyond its bounds").Add(
            search.Leaderboard.Take(InSummary).Select(entry => (string[])[
                MarkdownText.Escape(Model(entry) + (entry.Chosen ? " (chosen)" : "")), Value(entry),
                NumberText.Estimate(entry.Excess)])).Text;
        return [Folded("Search", $"{MarkdownText.Escape(Lead(search))}\n\n{table}")];
    }

    /// <summary>The conditions that trials were measured by, in the policy's order.</summary>
    private static string[] Conditions(SearchFacts search) =>
        [.. search.Leaderboard.SelectMany(entry => entry.Conditions).Where(condition => condition.Verdict != Verdict.Inform)
            .Select(condition => condition.Id).Distinct(StringComparer.Ordinal)];

    private static string Lead(SearchFacts search)
    {
        int trials = search.Leaderboard.Count(entry => entry.Trial is not null);
        string fewer = string.Join(", then on ", search.Rungs.SkipLast(1).Select(NumberText.Count));
        string rungs = fewer.Length == 0 ? "" : $", first on {fewer} of them, after which the better third went on";
        return $"{NumberText.Count(trials)} trials, cross-validated in {NumberText.Count(search.Folds)} folds of the "
            + $"{NumberText.Count(search.Rungs[^1])} training rows{rungs}. The test rows had no part in it. The best of many looks a "
            + "little better here than on new rows; the verdict stands on the test rows."
            + (search.SubjectTo is null ? "" : " Models that satisfy the policy's conditions on these rows went before others.")
            + (search.BoundedBy == "time" ? " It ended by its time, so that another run may find another model." : "");
    }

    private static string Model(LeaderboardEntry entry) =>
        Phrases.Spaced(entry.Algorithm) + (entry.Trial is { } number ? $", trial {NumberText.Count(number)}" : "");

    private static string Value(LeaderboardEntry entry) => entry.Estimate is null ? NumberText.Estimate(null)
        : $"{NumberText.Estimate(entry.Estimate)} ± {NumberText.Estimate(entry.StandardError)}";

    private static Node Row(LeaderboardEntry entry, string[] conditions) => new(
        ("model", Model(entry)),
        ("chosen", entry.Chosen),
        ("parameters", entry.Parameters.Count == 0 ? "as it comes"
            : string.Join(", ", entry.Parameters.Select(parameter => $"{parameter.Name} {parameter.Text}"))),
        ("value", Value(entry)),
        ("kept", entry.Conditions.Count == 0 ? NumberText.Estimate(null) : $"{NumberText.Count(entry.Conditions.Count(Keeps))} of "
            + NumberText.Count(conditions.Length)),
        ("rows", NumberText.Count(entry.Rows)),
        ("failed", entry.Failed),
        ("conditions", entry.Conditions.Count == 0 ? null
            : conditions.Select(id => Condition(entry.Conditions.FirstOrDefault(one => one.Id == id))).ToList()),
        ("excess", NumberText.Estimate(entry.Excess)),
        ("on_front", entry.OnFront),
        ("size", Phrases.Bytes(entry.Bytes)));

    private static bool Keeps(TrialCondition condition) => condition.Verdict != Verdict.Inform && condition.Keeps == true;

    private static Node Condition(TrialCondition? condition) => new(
        ("value", condition is null ? NumberText.Estimate(null) : NumberText.Estimate(condition.Estimate, condition.Interval)),
        ("verdict", condition?.Verdict.ToString().ToLowerInvariant()));
}
