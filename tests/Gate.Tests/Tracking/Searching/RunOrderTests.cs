using Gate.Tracking;
using Gate.Tracking.Searching;

namespace Gate.Tests.Tracking.Searching;

public sealed class RunOrderTests
{
    private static readonly IRun[] runs =
    [
        MemoryRun.Of("a", 1, ("m", 0.5)), MemoryRun.Of("b", 3, ("m", double.NaN)), MemoryRun.Of("c", 2, ("m", 0.9)), MemoryRun.Of("d", 3),
        MemoryRun.Of("e", 5, ("m", 0.5)),
    ];

    [Theory]
    [InlineData("", "e b d c a")]
    [InlineData("metrics.m", "e a c b d")]
    [InlineData("metrics.m ASC", "e a c b d")]
    [InlineData("metrics.m desc", "c e a b d")]
    [InlineData("start_time ASC", "a c b d e")]
    [InlineData("metrics.m, created ASC", "a e c b d")]
    [InlineData("run_name DESC", "e d c b a")]
    [InlineData("tags.t", "e b d c a")]
    public void Runs_come_as_mlflow_orders_them(string clauses, string order)
    {
        RunOrder parsed = RunOrder.Parse(clauses.Length == 0 ? [] : clauses.Split(", "));
        Assert.Equal(order, string.Join(' ', parsed.Sort(runs).Select(run => run.Info.Id)));
    }

    [Theory]
    [InlineData("metrics.m UP")]
    [InlineData("metrics.m DESC x")]
    [InlineData("'m'")]
    [InlineData("datasets.name")]
    public void What_is_no_order_is_refused(string clause) =>
        Assert.Contains("is no order", Assert.Throws<TrackingException>(() => RunOrder.Parse([clause])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("!!")]
    [InlineData("e30=")]
    [InlineData("eyJvZmZzZXQiOiAtMX0=")]
    [InlineData("eyJvZmZzZXQiOiAieCJ9")]
    public void A_token_of_another_is_refused(string token) => Assert.Throws<TrackingException>(() => PageToken.Offset(token));

    [Theory]
    [InlineData(0)]
    [InlineData(50_001)]
    public void A_page_has_a_size(int size) => Assert.Throws<TrackingException>(
        () => RunSearch.Answer(new([]) { MaxResults = size }, runs, default));

    [Fact]
    public void Pages_follow_each_other_and_end()
    {
        RunPage first = RunSearch.Answer(new([]) { MaxResults = 2 }, runs, default);
        RunPage second = RunSearch.Answer(new([]) { MaxResults = 3, PageToken = first.NextToken }, runs, default);
        Assert.Equal("eyJvZmZzZXQiOiAyfQ==", first.NextToken);
        Assert.Equal(["e", "b", "d", "c", "a"], first.Runs.Concat(second.Runs).Select(run => run.Info.Id));
        Assert.Null(second.NextToken);
    }
}
