using System.Text.Json;
using CsCheck;
using Gate.Ci.GitHub;
using Gate.Tests.Properties;

namespace Gate.Tests.Ci.GitHub;

public class GuardedWriterTests
{
    [Theory]
    [InlineData("::error::x", ":\\:error::x")]
    [InlineData("  \t::error::x", "  \t:\\:error::x")]
    [InlineData("\u00A0\u2003::error::x", "\u00A0\u2003:\\:error::x")]
    [InlineData("\uFEFF\u200B::error::x", "\uFEFF\u200B:\\:error::x")]
    [InlineData("a\n::set-output name=verdict::pass", "a\n:\\:set-output name=verdict::pass")]
    [InlineData("a\r::add-mask::e", "a\r:\\:add-mask::e")]
    [InlineData("a\r\n::stop-commands::t", "a\r\n:\\:stop-commands::t")]
    [InlineData("##[error]x", "##\\[error]x")]
    [InlineData("middle of a line ##[add-matcher]x", "middle of a line ##\\[add-matcher]x")]
    [InlineData("#####[error]x", "#####\\[error]x")]
    [InlineData("##vso[task.setvariable]x", "##vso\\[task.setvariable]x")]
    [InlineData("##VsO[task.complete]", "##VsO\\[task.complete]")]
    [InlineData("##vs##[error]x", "##vs##\\[error]x")]
    [InlineData(":::", ":\\::")]
    public void Marks_of_commands_are_broken(string text, string expected) => Assert.Equal(expected, WorkflowCommands.Neutralise(text));

    [Theory]
    [InlineData("std::vector")]
    [InlineData(": :error::x")]
    [InlineData("a[0] # b ## c [d]")]
    [InlineData("##vsx[task]")]
    [InlineData("# [error]")]
    [InlineData("[::1]")]
    [InlineData("é ☃ 😀 |─┼─|")]
    [InlineData("")]
    public void Other_text_passes_unchanged(string text) => Assert.Equal(text, WorkflowCommands.Neutralise(text));

    [Theory]
    [InlineData("  ::error::x\n##[error]y ##vso[z]\r::debug::")]
    public void A_mark_split_over_writes_is_seen(string text)
    {
        using var plain = new StringWriter();
        using var guard = new GuardedWriter(plain);
        foreach (char c in text) guard.Write(c);
        AssertNoCommand(plain.ToString());
        Assert.Contains("##vso\\[z]", plain.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_somebody_else_ended_is_a_new_line()
    {
        using var plain = new StringWriter();
        using var guard = new GuardedWriter(plain);
        guard.Write("no line break");
        plain.Write("\n");
        guard.WriteLine("::error::x");
        AssertNoCommand(plain.ToString());
    }

    [Fact]
    public async Task Every_way_of_writing_is_guarded()
    {
        using var plain = new StringWriter { NewLine = "\n" };
        using var guard = new GuardedWriter(plain);
        guard.WriteLine("::error::1");
        guard.WriteLine("::error::{0}", 2);
        guard.WriteLine("::error::3".ToCharArray());
        guard.WriteLine("::error::4".AsSpan());
        guard.WriteLine(new System.Text.StringBuilder("::error::5"));
        guard.WriteLine((object)"::error::6");
        await guard.WriteLineAsync("::error::7");
        guard.Write("x\n::error::8\n".ToCharArray(), 1, 12);
        AssertNoCommand(plain.ToString());
        Assert.Equal(8, plain.ToString().Split(":\\:error::").Length - 1);
    }

    [Fact]
    public void No_mixture_of_marks_gets_through()
    {
        string[] pieces = ["::", ":", "##[", "##", "#", "[", "vso", "error", "::error::x", "##[error]y", " ", "\t", "\r", "\n", "\r\n",
            "\u200B", "%0A", "]", "a", "\e[0m"];
        RandomCases.Hold(Gen.OneOf(pieces).Array[1, 8].Select(string.Concat), 20_000,
            text => AssertNoCommand(WorkflowCommands.Neutralise(text)), text => JsonSerializer.Serialize(text), seed: 7);
    }

    private static void AssertNoCommand(string output)
    {
        var log = RunnerLog.Read(output);
        Assert.Empty(log.Annotations);
        Assert.Empty(log.OtherCommands);
        Assert.False(log.IsStopped);
    }
}
