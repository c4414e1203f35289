using Gate.Ci;
using Gate.Evaluation.Results;

namespace Gate.Tests.Ci;

public class PublishingTests
{
    private static readonly Publication Nothing = new([], null, null);

    [Fact]
    public async Task One_publisher_that_fails_keeps_no_other_from_publishing()
    {
        var told = new List<string>();
        IPublisher[] publishers = [new Fake("a", () => told.Add("a")), new Fake("b", () => throw new IOException("disk full")),
            new Fake("c", () => told.Add("c"))];
        var error = await Assert.ThrowsAsync<PublishException>(
            () => Publishing.PublishAsync(publishers, CiFakes.Result("gate.yml"), Nothing, CiFakes.Context(), CancellationToken.None));
        Assert.Equal(["a", "c"], told);
        Assert.Equal("there is a verdict, and its files are written, but b could not be written: disk full", error.Message);
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_a_publisher() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Publishing.PublishAsync(
            [new Fake("a", () => throw new OperationCanceledException())], CiFakes.Result("gate.yml"), Nothing, CiFakes.Context(),
            CancellationToken.None));

    private sealed class Fake(string name, Action publish) : IPublisher
    {
        public string Name => name;

        public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel)
        {
            publish();
            return Task.CompletedTask;
        }
    }
}
