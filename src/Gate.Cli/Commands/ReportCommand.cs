using System.CommandLine;
using System.Text.Json;
using Gate.Evaluation.Results;
using Gate.Reporting.Output;
using Gate.Reporting.Templating;

namespace Gate.Cli.Commands;

/// <summary><c>gate report RESULT</c>: renders a result again, without recomputing anything.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Result = new("result") { Description = "A result.json." };
    private static readonly Option<string?> Output =
        new("--output", "-o") { Description = "Where the files go; the result's own directory by default.", HelpName = "directory" };
    private static readonly Option<string> Format =
        new("--format") { Description = "What to write: any of html, json, md, junit, separated by commas.",
        DefaultValueFactory = _ => "html,md,junit" };
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
        string path = parsed.GetValue(Result)!;
        if (!File.Exists(path)) throw new UsageException($"there is no file {path}; a result.json is written by 'gate run'");
        string[] formats = OutputDirectory.ParseFormats(parsed.GetValue(Format)!);
        string? template = parsed.GetValue(Template) is { } file ? TemplateFile.Named(file) : null;
        string output = OutputDirectory.Require(parsed.GetValue(Output) ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
        GateResult result = Read(path);
        OutputPaths written = OutputDirectory.Write(output, result, formats, template);
        foreach (string name in written.All) session.Out.WriteLine(name);
        return ExitCodes.Pass;
    }

    private static GateResult Read(string path)
    {
        string text = File.ReadAllText(path);
        try
        {
            return ResultJson.Read(text);
        }
        catch (JsonException error)
        {
            string why = error.Message.Replace(" Consider updating its nullability annotation.", "", StringComparison.Ordinal);
            throw new JsonException(IsJson(text, out bool hasFindings) && hasFindings ? $"{path} is not a result of this Gate: {why}"
                : $"{path} is no result of Gate: it is {(IsJson(text, out _) ? "JSON of something else" : "no JSON")}; gate report takes "
                + "the result.json that 'gate run' writes", error);
        }
    }

    private static bool IsJson(string text, out bool hasFindings)
    {
        hasFindings = false;
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            hasFindings = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("findings", out _);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
