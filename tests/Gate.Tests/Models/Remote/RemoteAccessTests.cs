using Gate.Models.Remote;

namespace Gate.Tests.Models.Remote;

/// <summary>Which hosts may be asked.</summary>
public sealed class RemoteAccessTests
{
    [Theory]
    [InlineData("models.example.com", "https://models.example.com/x", true)]
    [InlineData("Models.Example.com.", "https://MODELS.example.COM/x", true)]
    [InlineData("models.example.com", "http://models.example.com/x", true)]
    [InlineData("models.example.com:443", "https://models.example.com/x", true)]
    [InlineData("models.example.com", "https://models.example.com:8443/x", false)]
    [InlineData("models.example.com", "https://example.com/x", false)]
    [InlineData("example.com", "https://models.example.com/x", false)]
    [InlineData("example.com", "https://example.com.evil.org/x", false)]
    [InlineData("localhost:5001", "http://localhost:5001/invocations", true)]
    [InlineData("localhost:5001", "http://127.0.0.1:5001/invocations", false)]
    [InlineData("127.0.0.1", "http://0x7f.0.0.1/", true)]
    [InlineData("[::1]:80", "http://[::1]:8080/", false)]
    [InlineData("[::1]:8080", "http://[0:0::1]:8080/", true)]
    [InlineData("bücher.example", "https://xn--bcher-kva.example/", true)]
    public void A_host_is_allowed_exactly(string allowed, string address, bool may) =>
        Assert.Equal(may, new RemoteAccess { Hosts = [RemoteAccess.Parse(allowed)!] }.Allows(new(address)));

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData("example.com/x")]
    [InlineData("user@example.com")]
    [InlineData("*.example.com")]
    [InlineData("a b")]
    [InlineData("example.com:port")]
    [InlineData("a,b")]
    public void What_is_no_host_is_none(string text) => Assert.Null(RemoteAccess.Parse(text));

    [Fact]
    public void Nothing_is_allowed_by_default()
    {
        Assert.False(RemoteAccess.None.Allows(new("https://example.com")));
        Assert.False(RemoteAccess.None.AllowsCommands);
    }
}
