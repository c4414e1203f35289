using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>What would settle a finding is judged as the run itself judges: with as many rows it is decided, with clearly fewer it is
/// not.</summary>
public class SettlingTests
{
    [Fact]
    public void A_decided_finding_has_nothing_to_be_settled()
    {
        Finding finding = Of("{ metric: accuracy, min: 0.5 }");
        Assert.Equal(Outcome.Satisfied, finding.Outcome);
        Assert.Null(finding.WouldSettle);
    }

    [Theory]
    [InlineData("{ metric: accuracy, min: 0.79 }", Outcome.Satisfied)]
    [InlineData("{ metric: accuracy, min: 0.83 }", Outcome.Violated)]
    [InlineData("{ metric: f1, min: 0.8 }", Outcome.Satisfied)]
    [InlineData("{ metric: log_loss, max: 0.55 }", Outcome.Satisfied)]
    [InlineData("{ metric: log_loss, max: 0.5 }", Outcome.Violated)]
    public void So_many_rows_of_all_decide_it_and_clearly_fewer_do_not(string condition, Outcome expected)
    {
        Finding finding = Of(condition);
        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
        SettlingFact fact = finding.WouldSettle!;
        Assert.Equal((expected, finding.Rows, (string?)null), (fact.Outcome, fact.Present, fact.Group));
        int times = (int)Math.Ceiling((double)fact.Rows!.Value / fact.Present);
        Assert.Equal(expected, Of(condition, _ => times).Outcome);
        int fewer = (int)(fact.Rows.Value * 0.8 / fact.Present);
        if (fewer >= 1 && fewer < times) Assert.Equal(Outcome.Inconclusive, Of(condition, _ => fewer).Outcome);
        Assert.Contains($" At these values about {NumberText.Count(fact.Rows.Value)} rows in all (there are ", finding.Sentence);
    }

    [Fact]
    public void Rows_of_the_group_that_is_too_small_are_asked_for_where_they_suffice()
    {
        const string Condition = "{ metric: selection_rate, by: g, compare: difference, max: 0.1 }";
        Finding finding = Of(Condition, group => group == "a" ? 40 : group == "b" ? 40 : 1);
        SettlingFact fact = finding.WouldSettle!;
        Assert.Equal(("c", Outcome.Satisfied), (fact.Group, fact.Outcome));
        Assert.Equal(100, fact.Present);
        int times = (int)Math.Ceiling((double)fact.Rows!.Value / fact.Present);
        Assert.True(times > 1);
        Assert.Equal(Outcome.Satisfied, Of(Condition, group => group is "a" or "b" ? 40 : group == "c" ? times : 1).Outcome);
        Assert.Contains("rows of g = c (there are 100) would show that it keeps to the bound", finding.Sentence);
    }

    [Fact]
    public void A_value_on_its_bound_is_not_settled_by_any_number_of_rows()
    {
        Finding exact = Of("{ metric: accuracy, min: 0.5, max: 0.9 }");
        double value = exact.Estimate!.Value;
        Finding finding = Of(FormattableString.Invariant($"{{ metric: accuracy, min: {value:R} }}"));
        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
        SettlingFact fact = finding.WouldSettle!;
        Assert.Null(fact.Rows);
        Assert.Equal(1000 * fact.Present, fact.Looked);
        Assert.Contains("not even 462,000 rows (there are 462) would decide it", finding.Sentence);
    }

    [Fact]
    public void A_group_that_is_left_out_needs_the_rows_that_the_floor_asks_for()
    {
        Finding finding = Of("{ metric: accuracy, by: g, compare: group_min, min: 0.2, on_excluded: inconclusive }");
        Assert.Equal(Verdict.Inconclusive, finding.Verdict);
        Assert.Equal(("d", 12L), (finding.WouldSettle!.Group, finding.WouldSettle.Present));
        Assert.InRange(finding.WouldSettle.Rows!.Value, 30, 1000);
        Assert.EndsWith("rows of g = d (there are 12) would show that it misses the bound.", finding.Sentence);
    }

    [Fact]
    public void A_time_is_not_settled_by_rows()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, level: inform, min: 0.79 }"]);
        Assert.Null(run.Finding().WouldSettle);
    }

    [Fact]
    public void In_a_family_more_rows_are_asked_for_than_alone()
    {
        using TestRun family = Applicants.Run(["{ metric: accuracy, min: 0.79, family: f }", "{ metric: recall, min: 0.79, family: f }"],
            "families: { f: { method: holm } }");
        long together = family.Execute().Findings[0].WouldSettle!.Rows!.Value;
        Assert.True(together > Of("{ metric: accuracy, min: 0.79 }").WouldSettle!.Rows!.Value);
    }

    /// <summary>A log loss is measured on repeated rows, up to 100,000 of them: of 462 times 108 twice as many are tried, of 462 times 109
    /// nothing is known.</summary>
    [Fact]
    public void Of_so_many_single_rows_that_not_twice_as_many_are_tried_nothing_is_said()
    {
        double value = Of("{ metric: log_loss, max: 0.5 }").Estimate!.Value;
        string onItsBound = FormattableString.Invariant($"{{ metric: log_loss, max: {value:R} }}");
        Finding tried = Of(onItsBound, _ => 108), untried = Of(onItsBound, _ => 109);
        Assert.Equal((Outcome.Inconclusive, Outcome.Inconclusive), (tried.Outcome, untried.Outcome));
        Assert.Equal((null, 2 * 462 * 108L), (tried.WouldSettle!.Rows, tried.WouldSettle.Looked));
        Assert.Null(untried.WouldSettle);
        Assert.DoesNotContain("At these values", untried.Sentence, StringComparison.Ordinal);
    }

    /// <summary>A condition over the applicants, those of each group so many times.</summary>
    private static Finding Of(string condition, Func<string, int>? times = null)
    {
        using TestRun run = Applicants.Run([condition]);
        string[] lines = Applicants.Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        run.Folder.Write("d.csv", string.Join('\n', lines.Take(1).Concat(lines.Skip(1)
            .SelectMany(line => Enumerable.Repeat(line, times?.Invoke(line[..1]) ?? 1)))) + "\n");
        return run.Finding();
    }
}
