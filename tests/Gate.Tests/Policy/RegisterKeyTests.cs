using Gate.Policy.Document;

namespace Gate.Tests.Policy;

public sealed class RegisterKeyTests
{
    [Fact]
    public void Register_is_read()
    {
        Assert.Equal(new RegisterSpec("credit", "champion", RegisterOn.Warn),
            Policies.Read(Policies.Minimal + "register: { name: credit, alias: champion, on: warn }\n").Register);
        Assert.Equal(new RegisterSpec("credit", null, RegisterOn.Pass),
            Policies.Read(Policies.Minimal + "register: { name: credit }\n").Register);
        Assert.Null(Policies.Read(Policies.Minimal).Register);
    }

    [Theory]
    [InlineData("register: { alias: champion }", "register.name: is missing")]
    [InlineData("register: { name: credit, on: pass }", "register.on: has nothing to decide without an alias")]
    [InlineData("register: { name: credit, alias: champion, on: fail }", "register.on: unknown verdict 'fail'")]
    public void What_is_wrong_is_said(string line, string said) =>
        Assert.Contains(said, Policies.Problem(Policies.Minimal + line + "\n"), StringComparison.Ordinal);
}
