using Gate.Tracking;
using Gate.Tracking.Logging;

namespace Gate.Tests.Tracking.Logging;

public sealed class MetricNamesTests
{
    [Theory]
    [InlineData("roc_auc", "roc_auc")]
    [InlineData("group|sex|Female|recall", "group/sex/Female/recall")]
    [InlineData("condition|précision (é)", "condition/précision _é_")]
    [InlineData("group|a/b|c:d#e|x", "group/a_b/c_d_e/x")]
    [InlineData("group|..|.| |x", "group/_/_/_/x")]
    public void What_mlflow_does_not_allow_is_replaced(string parts, string name)
    {
        string given = new MetricNames().Of(parts.Split('|'));
        Assert.Equal(name, given);
        Assert.Equal(given, StoredNames.Key(given));
    }

    [Fact]
    public void No_two_things_share_a_name_and_the_same_keeps_its_own()
    {
        var names = new MetricNames();
        string[] given = [names.Of("g", "a:b"), names.Of("g", "a#b"), names.Of("g", "A#B"), names.Of("g/a", "b"), names.Of("g", "a/b")];
        Assert.Equal(["g/a_b", "g/a_b_2", "g/A_B_3", "g_a/b", "g/a_b_4"], given);
        Assert.Equal("g/a_b_2", names.Of("g", "a#b"));
        Assert.Equal("g/a#b", names.Changed["g/a_b_2"]);
    }

    [Fact]
    public void Long_names_are_cut_and_stay_apart()
    {
        var names = new MetricNames();
        string one = names.Of("group", new string('x', 400) + "1"), two = names.Of("group", new string('x', 400) + "2");
        Assert.NotEqual(one, two);
        Assert.True(one.Length <= StoredNames.LongestKey);
        Assert.Equal(2, names.Changed.Count);
    }
}
