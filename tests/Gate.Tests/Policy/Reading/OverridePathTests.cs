namespace Gate.Tests.Policy.Reading;

/// <summary>Where the path of an override leads, and what it makes on its way.</summary>
public class OverridePathTests
{
    [Theory]
    [InlineData("conditions[0]min", "0.7")]
    [InlineData("conditions[0].min", "0.7")]
    [InlineData("conditions.accuracy.min", "0.7")]
    [InlineData("conditions", "[{ metric: accuracy, min: 0.7 }]")]
    [InlineData("conditions[0]", "{ metric: accuracy, min: 0.7 }")]
    [InlineData("conditions.accuracy", "{ metric: accuracy, min: 0.7 }")]
    public void Many_paths_lead_to_one_value(string path, string value) =>
        Assert.Equal(0.7, Assert.Single(Policies.Read(Policies.Minimal, (path, value)).Conditions).Min);

    [Fact]
    public void An_entry_within_an_entry_is_reached_and_its_neighbours_stay()
    {
        Assert.Equal([30, 45], Policies.Read(Policies.Minimal, ("data.sensitive[1].bins[0]", "30")).Data.Sensitive[1].Bins!);
        Assert.Equal(["sex", "old"], Policies.Read(Policies.Minimal, ("data.sensitive[1].as", "old")).Data.Sensitive.Select(s => s.As));
        Assert.Equal(["race", "age_band"], Policies.Read(Policies.Minimal, ("data.sensitive[0]", "race")).Data.Sensitive.Select(s => s.As));
    }

    [Fact]
    public void They_are_applied_in_their_order_and_a_wrong_one_leaves_the_others()
    {
        Assert.Equal("b", Policies.Read(Policies.Minimal, ("name", "a"), ("name", "b")).Name);
        Assert.Equal(["11:3 conditions[7]: does not exist; 'conditions' has 1 entries, counted from 0 (from --set conditions[7].min=1)",
            "12:10 conditions[0].min: 80 always fails: accuracy is never above 1 (from --set conditions[0].min=80)"],
            Policies.Problems(Policies.Minimal, ("conditions[7].min", "1"), ("conditions[0].min", "80")));
    }

    [Theory]
    [InlineData("data.sensitive.x", "1", "7:14 data.sensitive: is a list; name an entry, such as data.sensitive[0]")]
    [InlineData("data.sensitive[]", "1", "7:14 data.sensitive: is a list; name an entry, such as data.sensitive[0]")]
    [InlineData("data.sensitive[-1]", "1", "7:14 data.sensitive: is a list; name an entry, such as data.sensitive[0]")]
    [InlineData("data.sensitive[ 1]", "1", "7:14 data.sensitive: is a list; name an entry, such as data.sensitive[0]")]
    [InlineData("data.sensitive[1", "1", "7:14 data.sensitive: is a list; name an entry, such as data.sensitive[0]")]
    [InlineData("data.sensitive[2]", "1", "7:14 data.sensitive[2]: does not exist; 'data.sensitive' has 2 entries, counted from 0")]
    [InlineData("data.sensitive[99999999999]", "1", "7:14 data.sensitive: is a list; name an entry, such as data.sensitive[0]")]
    [InlineData("conditions.", "1", "11:3 conditions.: there is no condition with the id ''; there are: accuracy")]
    [InlineData("conditions.accurac", "1", "11:3 conditions.accurac: there is no condition with the id 'accurac'; did you mean "
        + "'accuracy'?")]
    [InlineData("conditions.accuracyx.min", "1", "11:3 conditions.accuracyx.min: there is no condition with the id 'accuracyx'; did you "
        + "mean 'accuracy'?")]
    [InlineData("conditions..min", "1", "11:3 conditions..min: there is no condition with the id '.min'; there are: accuracy")]
    [InlineData("data[0]", "1", "4:3 data[0]: is no path; write keys with dots between, such as model.threshold or conditions[0].max")]
    [InlineData("data.", "1", "4:3 data.: is no path; write keys with dots between, such as model.threshold or conditions[0].max")]
    [InlineData(".data", "1", "1:1 .data: is no path; write keys with dots between, such as model.threshold or conditions[0].max")]
    [InlineData("data.label[0]", "1", "6:10 data.label: holds the text 'deny', which has no keys; set 'data.label' itself")]
    [InlineData("version.x", "1", "1:10 version: holds the number 1, which has no keys; set 'version' itself")]
    [InlineData("evidence", "{ min_cuont: 3 }", "1:1 evidence.min_cuont: unknown key 'min_cuont'; did you mean 'min_count'?")]
    public void A_path_that_leads_nowhere_says_where_it_ends(string path, string value, string expected) =>
        Assert.Equal($"{expected} (from --set {path}={value})", Policies.Problem(Policies.Minimal, (path, value)));

    [Fact]
    public void A_value_is_YAML_and_asks_for_quotes_where_YAML_does() => Assert.EndsWith(
        "; put the value in quotes, as YAML asks (from --set name=[)", Policies.Problem(Policies.Minimal, ("name", "[")),
        StringComparison.Ordinal);

    [Fact]
    public void Sections_are_made_below_what_is_null() => Assert.Equal(7, Policies.Read(
        Policies.Minimal.Replace("version: 1", "version: 1\nevidence: null", StringComparison.Ordinal), ("evidence.min_count", "7"))
        .Evidence.MinCount);
}
