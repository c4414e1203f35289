using System.CommandLine;
using Gate.Evaluation.Results;
using Gate.Reporting.Output;
using Gate.Reporting.Templating;

namespace Gate.Cli.Commands;

/// <summary><c>gate report RESULT</c>: renders a result again, without recomputing anything.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Result = new("result") { Description = "A result.json, or the directory that it is in." };
    private static readonly Option<string?> Output =
        new("--output", "-o") { Description = "Where the files go; the result's own directory by default.", HelpName = "directory" };
    private static readonly Option<string> Format = CommonOptions.Format("html,md,junit");
    private static readonly Option<string?> Template =
        new("--template") { Description = "A Scriban template of your own for the HTML report.", HelpName = "file" };

    public static Command Create()
    {
        var command = new Command("report", "Renders a result.json again: HTML, Markdown, JUnit.") { Result, Output, Format, Template };
        command.SetAction((parsed, _) => Session.RunAsync(session => Task.FromResult(Render(session, parsed))));
        return command;
    }

    private static int Render(Session session, ParseResult parsed)
    {
        string path = ResultFile.Find(parsed.GetValue(Result)!);
        string[] formats = OutputDirectory.ParseFormats(parsed.GetValue(Format)!);
        string? template = parsed.GetValue(Template) is { } file ? TemplateFile.Named(file) : null;
        string output = OutputDirectory.Require(parsed.GetValue(Output) ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
        GateResult result = ResultFile.Read(path);
        OutputPaths written = OutputDirectory.Write(output, result, formats, template);
        foreach (string name in written.All) session.Out.WriteLine(name);
        return ExitCodes.Pass;
    }
}
