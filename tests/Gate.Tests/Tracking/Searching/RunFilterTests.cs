using Gate.Tracking;
using Gate.Tracking.Searching;

namespace Gate.Tests.Tracking.Searching;

public sealed class RunFilterTests
{
    private static readonly MemoryRun run = MemoryRun.Of("a1", 1000, ("roc_auc", 0.8), ("group/sex/Female/recall", 0.5),
        ("nothing", double.NaN)) with
    {
        Parameters = [new("depth", "4"), new("with space", "x")],
        Tags = [new("verdict", "pass"), new("mlflow.source.name", "gate.yml"), new("owner", "O'Neil")],
        Inputs = [new("adult.csv", "5b00", "local", "{}", null, "training")],
    };

    [Theory]
    [InlineData("", true)]
    [InlineData("metrics.roc_auc > 0.8", false)]
    [InlineData("metrics.roc_auc >= 0.8", true)]
    [InlineData("metrics.roc_auc < 0.8", false)]
    [InlineData("metrics.roc_auc <= 8e-1", true)]
    [InlineData("metrics.roc_auc = 0.8", true)]
    [InlineData("metrics.roc_auc != 0.8", false)]
    [InlineData("metrics.roc_auc > -1 and tags.verdict = 'pass'", true)]
    [InlineData("metrics.roc_auc > -1 AND tags.verdict = 'fail'", false)]
    [InlineData("tags.verdict = \"pass\"", true)]
    [InlineData("tags.verdict != 'pass'", false)]
    [InlineData("tag.verdict LIKE 'p%s'", true)]
    [InlineData("tag.verdict LIKE 'P%'", false)]
    [InlineData("tag.verdict ilike 'P__S'", true)]
    [InlineData("tag.verdict LIKE 'a'", false)]
    [InlineData("tags.\"mlflow.source.name\" = 'gate.yml'", true)]
    [InlineData("tags.mlflow.source.name = 'gate.yml'", true)]
    [InlineData("tags.owner = \"O'Neil\"", true)]
    [InlineData("metrics.`group/sex/Female/recall` = 0.5", true)]
    [InlineData("metrics.group/sex/Female/recall = 0.5", true)]
    [InlineData("params.`with space` = 'x'", true)]
    [InlineData("parameters.depth = '4' and param.depth = '4' and parameter.depth != '5'", true)]
    [InlineData("status = 'RUNNING'", true)]
    [InlineData("attributes.status = 'FINISHED'", false)]
    [InlineData("run_name LIKE 'run %'", true)]
    [InlineData("attribute.`Run name` = 'run a1'", true)]
    [InlineData("created >= 1000", true)]
    [InlineData("start_time > 1000", false)]
    [InlineData("end_time > 0", false)]
    [InlineData("run_id IN ('a1', 'b2')", true)]
    [InlineData("run_id NOT IN ('a1')", false)]
    [InlineData("run_id NOT IN ('b2')", true)]
    [InlineData("datasets.name = 'adult.csv' and dataset.context = 'training'", true)]
    [InlineData("datasets.digest = '0'", false)]
    public void A_comparison_holds_or_not(string filter, bool holds) => Assert.Equal(holds, RunFilter.Parse(filter).Matches(run));

    [Theory]
    [InlineData("metrics.absent != 1")]
    [InlineData("metrics.absent < 1")]
    [InlineData("tags.absent != 'x'")]
    [InlineData("params.absent NOT LIKE 'x'", true)]
    [InlineData("metrics.nothing > 0")]
    [InlineData("metrics.nothing <= 0")]
    public void What_a_run_does_not_have_meets_no_comparison(string filter, bool refused = false)
    {
        if (refused) Assert.Throws<TrackingException>(() => RunFilter.Parse(filter));
        else Assert.False(RunFilter.Parse(filter).Matches(run));
    }

    [Theory]
    [InlineData("nonsense ~ 1", "'~ 1' has no meaning")]
    [InlineData("nonsense = 'x'", "'nonsense' is no attribute")]
    [InlineData("statsu = 'x'", "did you mean 'status'?")]
    [InlineData("metrix.x > 1", "did you mean 'metrics'?")]
    [InlineData("datasets.size = '1'", "nothing that a data set has")]
    [InlineData("metrics.x > '1'", "compared with a number")]
    [InlineData("metrics.x > y", "compared with a number")]
    [InlineData("metrics.x > 1.2.3", "compared with a number")]
    [InlineData("metrics.x LIKE '1'", "'LIKE' is nothing that metrics.x can be compared by")]
    [InlineData("params.x > '1'", "can be compared by")]
    [InlineData("params.x IN ('1')", "can be compared by")]
    [InlineData("params.x = 1", "put '1' in quotes")]
    [InlineData("params.x = 'a' or params.y = 'b'", "'and' is expected before 'or'")]
    [InlineData("params.x = 'a' and", "after 'and'")]
    [InlineData("params.x", "a comparison is expected after 'params.x'")]
    [InlineData("params.x =", "a value is expected")]
    [InlineData("params.x = 'a", "is not closed")]
    [InlineData("metrics.`x > 1", "is not closed")]
    [InlineData("run_id IN 'a'", "a list such as")]
    [InlineData("run_id IN ()", "a list such as")]
    [InlineData("run_id IN ('a'", "a list such as")]
    [InlineData("'a' = 'a'", "a name such as")]
    public void What_is_no_filter_is_said_with_its_place(string filter, string said)
    {
        TrackingException error = Assert.Throws<TrackingException>(() => RunFilter.Parse(filter));
        Assert.Equal(TrackingFault.Asked, error.Fault);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_of_many_wildcards_ends()
    {
        string text = new('a', 5000), pattern = string.Concat(Enumerable.Repeat("%a", 500)) + "b";
        Assert.False(LikePattern.Matches(pattern, text, StringComparison.Ordinal));
        Assert.True(LikePattern.Matches("%%a%", text, StringComparison.Ordinal));
        Assert.False(LikePattern.Matches("_", "", StringComparison.Ordinal));
    }
}
