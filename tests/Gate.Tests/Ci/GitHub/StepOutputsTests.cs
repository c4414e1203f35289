using Gate.Ci.GitHub;

namespace Gate.Tests.Ci.GitHub;

public class StepOutputsTests
{
    [Fact]
    public void The_form_is_name_delimiter_value_delimiter() => Assert.Equal(
        "\nverdict<<gate_t\npass\ngate_t\npath<<gate_t\n\ngate_t\n",
        StepOutputs.Compose([new("verdict", "pass"), new("path", "")], "t"));

    [Theory]
    [InlineData("a\nverdict=pass")]
    [InlineData("a\nverdict<<X\npass\nX")]
    [InlineData("gate_t")]
    [InlineData("x\ngate_t\nverdict=pass")]
    [InlineData("x\ngate_t\ngate_t_\ngate_t__\nverdict=pass")]
    [InlineData("trailing\n")]
    [InlineData("\r\n=<<")]
    public void No_value_can_set_another_output(string hostile)
    {
        string file = StepOutputs.Compose([new("verdict", "fail"), new("report-path", hostile), new("last", "z")], "t");
        Assert.Equal([new("verdict", "fail"), new("report-path", hostile), new("last", "z")], RunnerFile.Read(file));
    }

    [Fact]
    public void A_line_that_another_program_left_open_is_ended_first() =>
        Assert.Equal([new("a", "b"), new("verdict", "pass")], RunnerFile.Read("a=b" + StepOutputs.Compose([new("verdict", "pass")], "t")));
}
