using System.CommandLine;
using Gate.Ci.Terminal;
using Gate.Data;
using Gate.Data.Writing;
using Gate.Evaluation;
using Gate.Reporting.Output;

namespace Gate.Cli.Commands;

/// <summary><c>gate score MODEL DATA</c>: scores the rows of a file by a model that Gate has written.</summary>
internal static class ScoreCommand
{
    private static readonly Argument<string> Model = new("model") { Description = "A model.onnx that 'gate train' or 'gate run "
        + "--save-model' wrote." };
    private static readonly Argument<string[]> Rows = new("data") { Description = "Files of rows: csv, tsv, json, ndjson or parquet, also "
        + "with .gz or .zst.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The csv file to write; standard output by "
        + "default.", HelpName = "file" };
    private static readonly Option<string[]> Keep = new("--keep") { Description = "A column of the rows that is carried over. May be "
        + "repeated.", HelpName = "column", DefaultValueFactory = _ => [] };
    private static readonly Option<int> Threads = CommonOptions.Threads("The scores are");

    public static Command Create()
    {
        var command = new Command("score", "Scores the rows of a file by a model that Gate has written, as csv.")
            { Model, Rows, Output, Keep, Threads, CommonOptions.Timeout, CommonOptions.Memory };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => ScoreAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> ScoreAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        var source = new SourceOptions { Paths = parsed.GetValue(Rows)!, Threads = parsed.GetValue(Threads),
            Memory = CommonOptions.MemoryOf(parsed) };
        Table scored = await ConsoleProgress.ShowAsync(session.Error, session.Interactive(Console.IsErrorRedirected),
            progress => Task.FromResult(FileScoring.Run(parsed.GetValue(Model)!, source, parsed.GetValue(Keep)!, progress, cancel)));
        using var text = new MemoryStream();
        CsvWriter.Write(scored, text, cancel);
        if (parsed.GetValue(Output) is { } file) WholeFile.WriteAll([(file, text.ToArray())]);
        else
        {
            text.Position = 0;
            using var reader = new StreamReader(text);
            while (await reader.ReadLineAsync(cancel) is { } line) session.Out.WriteLine(line);
        }
        return ExitCodes.Pass;
    }
}
