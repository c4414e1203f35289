using Gate.Ci.Terminal;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Ci.Terminal;

public sealed class ProposalTextTests
{
    private static string Written(FirstRunFacts first)
    {
        var text = new StringWriter { NewLine = "\n" };
        ProposalText.Write(new("yaml", [new("label", "y", "the last column"), new("left out", "i\u001bd", "two values")], first),
            "gate.yml", text);
        return text.ToString();
    }

    [Fact]
    public void Guesses_have_reasons_and_bounds_a_standing() => Assert.Equal("""
        gate.yml written. What is guessed, and why:
          label     y         the last column
          left out  i\u001bd  two values

        The bounds, of which a first run passes 1 of 2 today:
          passes  auc  0.9; must be at least 0.6
          fails   di   0.5; must be at least 0.8
        Note: a note

        Read it, change what is wrong, then: gate check gate.yml, gate run gate.yml

        """.ReplaceLineEndings("\n"), Written(new([new("auc", "passes", "0.9", "must be at least 0.6"), new("di", "fails", "0.5",
            "must be at least 0.8")], ["a note"], null)));

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
