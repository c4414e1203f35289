using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Judging;

public sealed class WorstGroupSentenceTests
{
    /// <summary>Groups a and b with selection rates 0.5 and 0.75, and a tiny group c in which nobody is selected.</summary>
    private static TestRun Run(string condition)
    {
        string Part(string group, int selected, int of) =>
            string.Concat(Enumerable.Range(0, of).Select(i => $"{group},{i % 2},{(i < selected ? 1 : 0)}\n"));
        return new($$"""
            version: 1
            name: floor
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions: [{{condition}}]
            """, ("d.csv", "g,y,p\n" + Part("a", 100, 200) + Part("b", 150, 200) + Part("c", 0, 20)));
    }

    [Fact]
    public void A_group_below_the_floor_neither_decides_nor_stands_in_the_sentence_as_the_lowest()
    {
        using TestRun run = Run("{ metric: selection_rate, by: g, compare: ratio, min: 0.9 }");
        Finding finding = run.Finding();
        Assert.Equal((100.0 / 150, "a"), (finding.Estimate!.Value, finding.DecidedBy));
        Assert.Contains("Lowest: g = a (0.5000, 200 rows); highest: g = b (0.7500, 200 rows). 400 rows in all. Left out for too little "
            + "evidence: g = c (20 rows, the floor is 30).", finding.Sentence, StringComparison.Ordinal);
        Assert.NotNull(finding.Groups.Single(group => group.Label == "c").Excluded);
    }

    [Theory]
    [InlineData("group_min", "max: 0.4", "It is that of g = a (0.5000, 200 rows).", "a")]
    [InlineData("group_max", "max: 0.4", "It is that of g = b (0.7500, 200 rows).", "b")]
    public void The_lowest_or_highest_of_those_with_enough_rows_is_named(string compare, string bound, string said, string decided)
    {
        using TestRun run = Run($"{{ metric: selection_rate, by: g, compare: {compare}, {bound}, vacuous: allowed }}");
        Finding finding = run.Finding();
        Assert.Contains(said, finding.Sentence, StringComparison.Ordinal);
        Assert.Equal(decided, finding.DecidedBy);
    }

    [Fact]
    public void A_policy_that_asks_for_less_evidence_lets_the_small_group_decide()
    {
        using TestRun run = Run("{ metric: selection_rate, by: g, compare: group_min, min: 0.4, evidence: { min_count: 20 } }");
        Finding finding = run.Finding();
        Assert.Equal((0.0, "c", Outcome.Violated), (finding.Estimate, finding.DecidedBy, finding.Outcome));
    }

    /// <summary>Five are named, more are counted; one row is no rows.</summary>
    [Theory]
    [InlineData(5, "g = t4 (1 row, the floor is 30).")]
    [InlineData(6, "g = t4 (1 row, the floor is 30) and 1 more.")]
    [InlineData(8, "g = t4 (1 row, the floor is 30) and 3 more.")]
    public void Of_many_groups_that_are_left_out_five_are_named(int tiny, string end)
    {
        string rows = "y,p,g\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"{i % 2},{i % 2},{(i < 40 ? "a" : "b")}\n"))
            + string.Concat(Enumerable.Range(0, tiny).Select(i => $"1,1,t{i}\n"));
        using TestRun run = new("""
            version: 1
            name: many
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: selection_rate, by: g, compare: difference, max: 0.5 }]
            """, ("d.csv", rows));
        Assert.Contains(end, run.Finding().Sentence, StringComparison.Ordinal);
    }
}
