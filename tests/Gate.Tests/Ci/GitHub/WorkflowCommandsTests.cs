using System.Globalization;
using Gate.Ci;
using Gate.Ci.GitHub;

namespace Gate.Tests.Ci.GitHub;

public class WorkflowCommandsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("50% a:b,c", "50%25 a:b,c")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("%0A", "%250A")]
    [InlineData("%250D", "%25250D")]
    public void Messages_escape_percent_and_line_breaks(string text, string expected) =>
        Assert.Equal(expected, WorkflowCommands.EscapeData(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a:b,c=d", "a%3Ab%2Cc=d")]
    [InlineData("C:\\x, y\n%", "C%3A\\x%2C y%0A%25")]
    [InlineData("%3A", "%253A")]
    public void Properties_escape_colons_and_commas_too(string text, string expected) =>
        Assert.Equal(expected, WorkflowCommands.EscapeProperty(text));

    [Fact]
    public void An_annotation_is_one_line_with_file_line_column_and_title() => Assert.Equal(
        "::error file=dir/gate.yml,line=12,col=5,title=four-fifths%3A fail::0.7 is below 0.8: 5%25",
        WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Error, "four-fifths: fail", "0.7 is below 0.8: 5%", "dir/gate.yml", 12,
            5)));

    [Fact]
    public void Without_a_file_there_is_no_line_either() =>
        Assert.Equal("::warning title=t::m", WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Warning, "t", "m", null, 3, 4)));

    [Fact]
    public void Without_a_line_there_is_no_column() =>
        Assert.Equal("::warning file=a,title=t::m",
            WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Warning, "t", "m", "a", 0, 4)));

    [Theory]
    [InlineData("::error::owned")]
    [InlineData("a\n::error::owned")]
    [InlineData("a\r##[error]owned")]
    [InlineData("%0A::error::owned")]
    [InlineData("x,line=99,file=other::owned")]
    [InlineData("title]##[add-mask]e")]
    [InlineData("İıß ☃ 😀")]
    public void Hostile_text_comes_out_as_text_in_exactly_one_annotation(string hostile)
    {
        var log = RunnerLog.Read(WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Error, hostile, hostile, hostile, 1, 2)));
        SeenAnnotation seen = Assert.Single(log.Annotations);
        Assert.Empty(log.OtherCommands);
        string harmless = WorkflowCommands.Neutralise(hostile.Replace('\r', ' '));
        Assert.Equal(harmless, seen.Message);
        Assert.Equal(harmless.Replace('\n', ' '), seen.Properties["title"]);
        Assert.Equal(hostile, seen.Properties["file"]);
        Assert.Equal(("1", "2"), (seen.Properties["line"], seen.Properties["col"]));
    }

    [Fact]
    public void Long_texts_are_cut_between_characters()
    {
        string faces = string.Concat(Enumerable.Repeat("😀", 3000));
        SeenAnnotation seen =
            Assert.Single(RunnerLog.Read(WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Error, "x" + faces, faces))).Annotations);
        Assert.InRange(seen.Message.Length, 1990, 2000);
        Assert.InRange(seen.Properties["title"].Length, 190, 200);
        Assert.EndsWith("😀…", seen.Message, StringComparison.Ordinal);
        Assert.EndsWith("😀…", seen.Properties["title"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u202Egnp.exe", "a\\u202egnp.exe")]
    [InlineData("x ##[error]y", "x ##\\[error]y")]
    [InlineData("x ##vso[task.complete]y", "x ##vso\\[task.complete]y")]
    [InlineData("a\u2028b", "a\\u2028b")]
    public void Directions_and_marks_are_cleaned_as_everywhere(string text, string clean) => Assert.Equal($"::error title={clean}::{clean}",
        WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Error, text, text)));

    [Fact]
    public void Control_characters_do_not_reach_the_log() =>
        Assert.Equal("::error title=a [31mb::c [2Jd",
            WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Error, "a\e[31mb", "c\e[2Jd")));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("::error file=I,line=1234,col=56,title=t::m",
                WorkflowCommands.Annotate(new Annotation(AnnotationLevel.Error, "t", "m", "I", 1234, 56)));
            Assert.Equal(":\\:INFO", WorkflowCommands.Neutralise("::INFO"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
