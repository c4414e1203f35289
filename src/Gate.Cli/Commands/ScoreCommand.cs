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
        + "so, else csv; csv on standard output by default.", HelpName = "file" };
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
        if (parsed.GetValue(Output) is not { } file) await Score(FirstOrNot((block, isFirst) => Print(session, block, isFirst, cancel)));
        else
            WholeFile.Write(file, stream =>
            {
                if (!file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
                {
                    Score(FirstOrNot((block, isFirst) => CsvWriter.Write(block, stream, isFirst, cancel))).GetAwaiter().GetResult();
                    return;
                }
                ParquetWriter? writer = null;
                Score(block => (writer ??= ParquetWriter.Begin(block, stream)).Append(block)).GetAwaiter().GetResult();
                writer!.End();
            });
        return ExitCodes.Pass;
    }

    /// <summary>Takes blocks and says of each whether it is the first.</summary>
    private static Action<Table> FirstOrNot(Action<Table, bool> take)
    {
        bool isFirst = true;
        return block =>
        {
            take(block, isFirst);
            isFirst = false;
        };
    }

    private static void Print(Session session, Table block, bool header, CancellationToken cancel)
    {
        using var text = new MemoryStream();
        CsvWriter.Write(block, text, header, cancel);
        text.Position = 0;
        using var reader = new StreamReader(text);
        while (reader.ReadLine() is { } line) session.Out.WriteLine(line);
    }
}
