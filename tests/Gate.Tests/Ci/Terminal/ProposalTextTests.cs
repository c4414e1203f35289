using Gate.Ci.Terminal;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Ci.Terminal;

public sealed class ProposalTextTests
{
    private const string NoGroups = "\nNo groups are compared: name the columns whose groups must be treated alike under data.sensitive, "
        + "and ask conditions of them.\n";

    private static string Written(FirstRunFacts first, params Guess[] more)
    {
        var text = new StringWriter { NewLine = "\n" };
        ProposalText.Write(new("yaml", [new("label", "y", "the last column"), new("left out", "i\u001bd", "two values"), .. more], first),
            "gate.yml", text);
        return text.ToString();
    }

    private static Standing Undefined(string condition) => new(condition, "not defined", "too few rows", "must be at least 0.6");

    [Fact]
    public void Guesses_have_reasons_and_bounds_a_standing() => Assert.Equal("""
        gate.yml written. What is guessed, and why:
          label      y         the last column
          left out   i\u001bd  two values
          sensitive  sex       its name

        The bounds, of which a first run passes 1 of 2 today:
          passes  auc  0.9; must be at least 0.6
          fails   di   0.5; must be at least 0.8
        Note: a note

        Read it, change what is wrong, then: gate check gate.yml, gate run gate.yml

        """.ReplaceLineEndings("\n"), Written(new([new("auc", "passes", "0.9", "must be at least 0.6"), new("di", "fails", "0.5",
            "must be at least 0.8")], ["a note"], null), new Guess("sensitive", "sex", "its name")));

    [Theory]
    [InlineData(1, "; 1 not defined today only informs:\n")]
    [InlineData(2, "; 2 not defined today only inform:\n")]
    public void What_is_not_defined_is_not_judged_and_that_is_said(int undefined, string said)
    {
        string text = Written(new([new("auc", "passes", "0.9", "must be at least 0.6"), .. Enumerable.Repeat(Undefined("di"), undefined)],
            [], null));
        Assert.Contains($"\nThe bounds, of which a first run passes 1 of {undefined + 1} today{said}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("judges nothing", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add what is missing", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_judges_nothing_says_so_and_what_to_add()
    {
        string text = Written(new([Undefined("auc"), Undefined("di")], [], null));
        Assert.Contains("\nThis policy judges nothing: no metric is defined on these data, so that every condition has 'level: inform', "
            + "and 'gate run' passes whatever a model does. What the bounds would be, and what each lacks:\n"
            + "  not defined  auc  too few rows; must be at least 0.6\n", text, StringComparison.Ordinal);
        Assert.Contains("\nAdd what is missing, most often rows, and write the policy anew with --force; or keep it, and remove "
            + "'report_only: true' and 'level: inform' once a metric is defined.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The bounds,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_groups_are_compared_it_says_so()
    {
        var first = new FirstRunFacts([new("auc", "passes", "0.9", "must be at least 0.6")], [], null);
        Assert.Contains(NoGroups, Written(first), StringComparison.Ordinal);
        Assert.Contains(NoGroups, Written(new([], [], "no run")), StringComparison.Ordinal);
        Assert.DoesNotContain("No groups", Written(first, new Guess("sensitive", "sex", "its name")), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_pass_it_says_so() => Assert.Contains("\nThe bounds, all of which a first run passes today:\n",
        Written(new([new("auc", "passes", "0.9", "must be at least 0.6")], [], null)), StringComparison.Ordinal);

    [Fact]
    public void Without_a_first_run_the_reason_is_there()
    {
        string text = Written(new([], [], "one\ntwo"));
        Assert.Contains("\nNo first run could be made, and so no bound says how a model stands to it:\n  one\n  two\n", text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("The bounds", text, StringComparison.Ordinal);
    }
}
