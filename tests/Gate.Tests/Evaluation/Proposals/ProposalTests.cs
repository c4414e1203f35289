using System.Globalization;
using Gate.Evaluation.Proposals;
using Gate.Tests.Reporting;
using static Gate.Tests.Evaluation.Proposals.Proposed;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>The first policy for data of each task, whole; each can be run as it stands.</summary>
public sealed class ProposalTests
{
    [Fact]
    public void Of_two_classes() => Expectation.Matches("two-classes.yml", Propose(
        Csv("id,age,sex,race,amount,x,default", 400, i =>
            $"{i},{20 + (i * 7 % 50)},{(i % 3 == 0 ? "F" : "M")},only,{i * 37 % 101},{i * 13 % 29},{Defaulted(i)}")));

    private static string Defaulted(int i) => i % 37 == 5 ? "" : i * 37 % 101 > 55 + (i % 5) ? "yes" : "no";

    [Fact]
    public void Of_classes_without_a_favour_in_a_column_of_the_split() => Expectation.Matches("split.yml", Propose(
        Csv("part,gender,amount,size class", 300, i =>
            $"{(i % 3 == 0 ? "test" : "train")},{i % 2},{i * 37 % 307},{(i * 37 % 307 > 150 + (i % 7) ? "big" : "a \"small\" one")}"),
        "size class"));

    [Fact]
    public void Of_three_classes() => Expectation.Matches("three-classes.yml", Propose(
        Csv("amount,kind", 200, i => $"{i * 37 % 101},{(i * 37 % 101) switch { < 30 => "low", < 70 => "middle", _ => "high" }}"), "kind"));

    [Fact]
    public void Of_numbers() => Expectation.Matches("numbers.yml", Propose(
        Csv("age,size,price", 200, i => $"{18 + (i % 4)},{i * 37 % 101},{(i * 37 % 101 * 1000.0) + (i % 9)}")));

    [Fact]
    public void Of_predictions() => Expectation.Matches("predictions.yml", Propose(
        Csv("id,sex,approved,y_score,sample_weight", 400, i =>
            $"{i},{(i % 3 == 0 ? "F" : "M")},{(i * 37 % 101 > 40 + (i % 9) ? "yes" : "no")},{i * 37 % 101 / 100.0},{1 + (i % 3)}")));

    [Fact]
    public void Of_predicted_numbers() => Expectation.Matches("predicted-numbers.yml", Propose(
        Csv("sex,price,predicted,low,high", 300, i =>
            $"{(i % 3 == 0 ? "F" : "M")},{i * 37 % 101},{(i * 37 % 101) + (i % 5)},{(i * 37 % 101) - 9},{(i * 37 % 101) + 9}"), "price"));

    [Fact]
    public void Of_nothing_to_learn_from() => Expectation.Matches("nothing-to-learn.yml", Propose(
        Csv("id,sex,approved", 200, i => $"{i},{(i % 3 == 0 ? "F" : "M")},{(i * 37 % 101 > 40 ? "yes" : "no")}")));

    [Fact]
    public void A_label_that_is_not_clear_is_asked_for() => Assert.Equal(["b", "a"],
        Assert.Throws<LabelUnclearException>(() => Propose("a,b\n1,1\n7,5\n3,3\n")).Candidates.Select(candidate => candidate.Name));

    private static string Scored(string label, string score, Func<int, FormattableString> value) => Propose(
        Csv($"sex,{label},{score}", 300, i =>
            $"{(i % 3 == 0 ? "F" : "M")},{Approved(i)},{value(i).ToString(CultureInfo.InvariantCulture)}"));

    [Fact]
    public void A_score_of_the_other_class_turns_the_positive_class_and_the_rule_round()
    {
        string yaml = Scored("defaulted", "score", i => $"{i * 37 % 101 / 100.0}");
        Assert.Contains("\n  positive: \"yes\"  # a guess: the score is of this class", yaml, StringComparison.Ordinal);
        Assert.Contains("\n    compare: difference\n    max: 0.1  # a guess: the ratio of a harm", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("compare: ratio", yaml, StringComparison.Ordinal);
        string favour = Scored("approved", "score", i => $"{i * 37 % 101 / 100.0}");
        Assert.Contains("\n    compare: ratio\n    min: 0.8\n    why: \"Four-fifths rule", favour, StringComparison.Ordinal);
    }

    [Fact]
    public void The_score_of_the_favourable_class_is_taken_where_both_are_there() => Assert.Contains(
        "\n    score: p_no  # a guess: its name says that a model gave it, of 'no'",
        Propose(Csv("sex,defaulted,p_yes,p_no", 300, i =>
            $"{(i % 3 == 0 ? "F" : "M")},{(i * 37 % 101 > 44 ? "yes" : "no")},{i * 37 % 101 / 101.0},{1 - (i * 37 % 101 / 101.0)}")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(100.0, 0, "percent")]
    [InlineData(10.0, -5, "logit")]
    [InlineData(1000.0, 0, "any")]
    public void Scores_that_are_no_probabilities_are_told(double scale, double shift, string type)
    {
        string yaml = Scored("approved", "score", i => $"{(i * 37 % 101 / 101.0 * scale) + shift}");
        Assert.Contains($"\n  score_type: {type}  # a guess", yaml, StringComparison.Ordinal);
        Assert.Equal(type == "any", yaml.Contains("\n  threshold: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_models_own_decisions_need_no_threshold()
    {
        string yaml = Propose(Csv("sex,approved,score,pred", 300, i =>
            $"{(i % 3 == 0 ? "F" : "M")},{(i * 37 % 101 > 40 + (i % 9) ? 1 : 0)},{i * 37 % 101 * 7},{(i * 37 % 101 > 50 ? 1 : 0)}"));
        Assert.Contains("\n    prediction: pred  # a guess", yaml, StringComparison.Ordinal);
        Assert.Contains("\n    score: score  # a guess", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("threshold", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("score_type", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_that_cannot_be_read_as_one_is_never_learned_from() => Assert.Contains(
        "\n      - pred  # a guess: its name says that a model gave it, but its values are not those of the label\n",
        Propose(Csv("x,approved,pred", 300, i => $"{i * 37 % 101},{Approved(i)},{(i % 2 == 0 ? "A" : "B")}")),
        StringComparison.Ordinal);

    [Fact]
    public void A_copy_of_the_label_is_left_out() => Assert.Contains("\n      - again  # a guess: a copy of the label\n",
        Propose(Csv("x,again,approved", 300, i => $"{i * 37 % 101},{Approved(i)},{Approved(i)}")),
        StringComparison.Ordinal);
}
