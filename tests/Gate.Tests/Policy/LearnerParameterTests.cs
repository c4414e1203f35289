using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy;

/// <summary>Parameters of a learner with several names, and those that are maps and lists.</summary>
public sealed class LearnerParameterTests
{
    private static PolicyDocument Read(string parameters) => PolicyReader.Read(Encoding.UTF8.GetBytes(Policies.Minimal.Replace(
        "algorithm: decision_tree, max_depth: 4", $"algorithm: logistic_regression, {parameters}", StringComparison.Ordinal)), "gate.yml",
        FakeVocabulary.Small);

    private static TrainSpec Spec(string parameters) => (TrainSpec)Read(parameters).Model;

    private static string Problem(string parameters) =>
        Assert.Single(Assert.Throws<PolicyException>(() => Read(parameters)).Problems).Message;

    [Fact]
    public void Another_name_gives_the_same_parameter_and_its_place()
    {
        TrainSpec spec = Spec("intercept: false");
        Assert.Equal(false, Assert.Contains("fit_intercept", spec.Parameters));
        Assert.Contains("intercept", spec.Marks.Keys);
        Assert.Equal("model.train.fit_intercept: fit_intercept and intercept are one parameter; give it once",
            Problem("intercept: false, fit_intercept: true"));
        Assert.StartsWith("model.train.intercept: expected true or false", Problem("intercept: 3"), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_by_name()
    {
        TrainSpec spec = Spec("signs: { age: 1, \"a b\": -1 }");
        var signs = Assert.IsAssignableFrom<IReadOnlyDictionary<string, double>>(spec.Parameters["signs"]);
        Assert.Equal([("age", 1.0), ("a b", -1.0)], signs.Select(pair => (pair.Key, pair.Value)));
        Assert.Null(Assert.Contains("signs", Spec("signs: null").Parameters));
        Assert.DoesNotContain("signs", Spec("l2: 2").Parameters.Keys);
        Assert.Contains("from -1 to 1", Problem("signs: { age: 2 }"), StringComparison.Ordinal);
        Assert.Contains("model.train.signs", Problem("signs: 1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_may_stand_for_numbers_by_name()
    {
        Assert.Equal("balanced", Spec("class_weight: balanced").Parameters["class_weight"]);
        Assert.IsAssignableFrom<IReadOnlyDictionary<string, double>>(Spec("class_weight: { 1: 3 }").Parameters["class_weight"]);
        Assert.Contains("model.train.class_weight", Problem("class_weight: balance"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_names()
    {
        TrainSpec spec = Spec("together: [[age, income], [sex]]");
        var lists = Assert.IsAssignableFrom<IReadOnlyList<IReadOnlyList<string>>>(spec.Parameters["together"]);
        Assert.Equal(["age,income", "sex"], lists.Select(list => string.Join(',', list)));
        Assert.Contains("together[0][1]", spec.Marks.Keys);
        Assert.Contains("model.train.together", Problem("together: [age]"), StringComparison.Ordinal);
    }
}
