using Gate.Data;
using Gate.Data.Writing;
using Gate.Models.Predictions;
using Gate.Wording;

namespace Gate.Models.Remote.Commands;

/// <summary>
/// A model that a program scores: it is given the features of rows as csv with a header and answers with csv, a row for each row in the
/// same order. The program is started anew for each call.
/// </summary>
/// <param name="options">The program.</param>
/// <param name="schema">What is sent, and the columns of the answer (<see cref="RemoteSchema.Fields"/>).</param>
public sealed class CommandModel(CommandOptions options, RemoteSchema schema) : RemoteModel(schema)
{
    /// <summary>How many bytes an answer may have besides those for its rows.</summary>
    public const int AnswerBytes = 1 << 20;

    /// <summary>How many bytes an answer may have for each row and number.</summary>
    public const int ValueBytes = 1 << 10;

    /// <inheritdoc/>
    public override string Kind => "command";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Facts { get; } = [new("run", Shown.Of(options.Line))];

    /// <inheritdoc/>
    protected override async Task<double[]> ScoreAsync(Table sent, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sent);
        string folder = Directory.CreateTempSubdirectory("gate-command-").FullName;
        try
        {
            string rows = Path.Combine(folder, "rows.csv"), answers = Path.Combine(folder, "answers.csv"),
                printed = Path.Combine(folder, "printed.csv");
            bool byFile = Names(CommandOptions.RowsFile), toFile = Names(CommandOptions.AnswersFile);
            if (byFile)
                await using (FileStream file = File.Create(rows)) CsvWriter.Write(sent, file, cancel);
            string[] words = [.. options.Run.Select(word => word.Replace(CommandOptions.RowsFile, rows, StringComparison.Ordinal)
                .Replace(CommandOptions.AnswersFile, answers, StringComparison.Ordinal))];
            long most = AnswerBytes + ((long)ValueBytes * sent.RowCount * Schema.Width);
            await using (FileStream file = File.Create(printed))
                await ProgramRun.RunAsync(options, words, byFile ? _ => { } : stream => CsvWriter.Write(sent, stream, cancel), file, most,
                    cancel).ConfigureAwait(false);
            return Read(toFile ? answers : printed, most, sent.RowCount, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private bool Names(string placeholder) => options.Run.Any(word => word.Contains(placeholder, StringComparison.Ordinal));

    private double[] Read(string path, long most, int rows, CancellationToken cancel)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null) throw Wrong("has written no file of answers");
        if (file.Length == 0) throw Wrong("has written nothing");
        if (file.Length > most) throw Wrong(FormattableString.Invariant($"has written more than {most >> 10} KB, too much for its rows"));
        try
        {
            Table table = TableReader.Read(new SourceOptions { Paths = [path] }, null, cancel);
            return table.RowCount == rows ? Scores(table)
                : throw new ModelException(FormattableString.Invariant($"there are {table.RowCount} answers for {rows} rows"));
        }
        catch (Exception error) when (error is ModelException or DataException)
        {
            throw Wrong("has written what is no answer: " + Shown.OneLine(error.Message.Replace(path, "its csv",
                StringComparison.Ordinal)));
        }
    }

    private double[] Scores(Table table)
    {
        bool isPrediction = Schema.Task == TaskType.Regression || Schema.Meaning == AnswerMeaning.Classes;
        string[] columns = Schema.Fields is [{ Key: "", Value: var only }] ? [only] : [.. Schema.Classes.Select((_, code) =>
            Schema.Fields.FirstOrDefault(field => Answers.ClassTexts.IndexOf(Schema.Classes, field.Key) == code).Value
                ?? throw new ModelException($"no column is named for the class '{Shown.Of(Schema.Classes[code])}'"))];
        PredictionSet said = PredictionColumns.Read(table, Schema.Task, Schema.Classes, isPrediction ? columns[0] : null,
            isPrediction ? [] : columns);
        if (said.Labels is not { } codes) return said.Values ?? said.Scores!;
        if (Schema.Width == 1) return Array.ConvertAll(codes, code => (double)code);
        var scores = new double[codes.Length * Schema.Width];
        for (int row = 0; row < codes.Length; row++) scores[(row * Schema.Width) + codes[row]] = 1;
        return scores;
    }

    private ModelException Wrong(string what) => new($"'{Shown.Of(options.Line)}' {what}");
}
