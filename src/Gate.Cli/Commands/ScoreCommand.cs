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
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The file to write: parquet where its name ends "
        + "so, else "
        + "csv; csv on standard output by default.", HelpName = "file" };
    private static readonly Option<string[]> Keep = new("--keep") { Description = "A column of the rows that is carried over. May be "
        + "repeated.", HelpName = "column", DefaultValueFactory = _ => [] };
    private static readonly Option<int> Threads = CommonOptions.Threads("The scores are");

    public static Command Create()
    {
        var command = new Command("score", "Scores the rows of a file by a model that Gate has written, block by block.")
            { Model, Rows, Output, Keep, Threads, CommonOptions.Timeout, CommonOptions.Memory };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => ScoreAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> ScoreAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        var source = new SourceOptions { Paths = parsed.GetValue(Rows)!, Threads = parsed.GetValue(Threads),
            Memory = CommonOptions.MemoryOf(parsed) };
        Task<long> Score(Action<Table> block) => ConsoleProgress.ShowAsync(session.Error, session.Interactive(Console.IsErrorRedirected),
            progress => Task.FromResult(FileScoring.Run(parsed.GetValue(Model)!, source, parsed.GetValue(Keep)!, block, progress, cancel)));
        if (parsed.GetValue(Output) is not { } file) await Score(Lines(session, cancel));
        else if (file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
            WholeFile.Write(file, stream =>
            {
                ParquetWriter? writer = null;
                Score(block => (writer ??= ParquetWriter.Begin(block, stream)).Append(block)).GetAwaiter().GetResult();
                writer!.End();
            });
        else
            WholeFile.Write(file, stream =>
            {
                bool begun = false;
                Score(block =>
                {
                    CsvWriter.Write(block, stream, header: !begun, cancel);
                    begun = true;
                }).GetAwaiter().GetResult();
            });
        return ExitCodes.Pass;
    }

    private static Action<Table> Lines(Session session, CancellationToken cancel)
    {
        bool begun = false;
        return block =>
        {
            using var text = new MemoryStream();
            CsvWriter.Write(block, text, header: !begun, cancel);
            begun = true;
            text.Position = 0;
            using var reader = new StreamReader(text);
            while (reader.ReadLine() is { } line) session.Out.WriteLine(line);
        };
    }
}
