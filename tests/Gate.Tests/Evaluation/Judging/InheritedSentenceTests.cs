using Gate.Evaluation.Judging;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>Whose bound it is, of a condition that comes from a policy that another one extends.</summary>
public sealed class InheritedSentenceTests
{
    private static string Of(double? judged, bool locked = false, string key = "min") => InheritedSentence.Of(new ConditionSpec
    {
        Id = "c", Metric = "accuracy",
        Min = key == "min" ? judged : null, Max = key == "max" ? judged : null,
        MaxRegression = key == "max_regression" ? judged : null,
        MaxRelativeRegression = key == "max_relative_regression" ? judged : null,
        Lock = locked ? new() : null,
        Inherited = new(default, [new(key, 0.8, new Mark(7, 3) { File = "company.yml" })]),
    });

    [Theory]
    [InlineData("min")]
    [InlineData("max")]
    [InlineData("max_regression")]
    [InlineData("max_relative_regression")]
    public void The_same_bound_is_inherited_and_another_one_replaces_it(string key)
    {
        Assert.Equal($" Inherited: {key} 0.8 of company.yml, line 7.", Of(0.8, key: key));
        Assert.Equal($" In place of {key} 0.8 of company.yml, line 7.", Of(0.7, key: key));
        Assert.Equal($" In place of {key} 0.8 of company.yml, line 7.", Of(null, key: key));
    }

    [Fact]
    public void A_locked_bound_is_kept_or_tightened()
    {
        Assert.Equal(" Locked: min 0.8 of company.yml, line 7.", Of(0.8, locked: true));
        Assert.Equal(" Locked: min 0.8 of company.yml, line 7, here tightened.", Of(0.9, locked: true));
    }

    [Fact]
    public void Without_an_inherited_bound_nothing_is_said()
    {
        Assert.Equal("", InheritedSentence.Of(new ConditionSpec { Id = "c", Metric = "accuracy", Min = 0.8 }));
        Assert.Equal("", InheritedSentence.Of(new ConditionSpec { Id = "c", Metric = "accuracy", Inherited = new(default, []) }));
    }
}
