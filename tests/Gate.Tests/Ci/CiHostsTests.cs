using Gate.Ci;
using Gate.Ci.GitHub;

namespace Gate.Tests.Ci;

public class CiHostsTests
{
    [Fact]
    public void GitHub_Actions_is_known_by_its_variable() =>
        Assert.IsType<GitHubActionsHost>(CiHosts.Detect(new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" }));

    [Theory]
    [InlineData("GITHUB_ACTIONS", "false")]
    [InlineData("GITHUB_ACTIONS", "")]
    [InlineData("CI", "true")]
    public void Anything_else_is_a_console(string name, string value) =>
        Assert.IsType<ConsoleHost>(CiHosts.Detect(new Dictionary<string, string> { [name] = value }));

    [Fact]
    public void A_console_is_told_nothing()
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files);
        var host = new ConsoleHost();
        host.Begin(context);
        CiFakes.Publish(host, CiFakes.Result("gate.yml", CiFakes.Finding("f", "fail")),
            new Publication(["# A"], "r.html", "r.json"), context);
        host.Reject([new Annotation(AnnotationLevel.Error, "t", "m")], context);
        Assert.Equal("", context.Output.ToString());
        Assert.Empty(files.Texts);
        Assert.Same(context.Output, host.Guard(context.Output));
        Assert.Equal(RunIdentity.Unknown, host.Identify(context.Environment));
    }

    [Fact]
    public void The_token_of_a_process_is_long_and_never_the_same()
    {
        string token = CiContext.OfProcess().Token;
        Assert.Matches("^[0-9a-f]{40}$", token);
        Assert.NotEqual(token, CiContext.OfProcess().Token);
    }
}
