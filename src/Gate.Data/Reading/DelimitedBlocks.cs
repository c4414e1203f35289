using Gate.Data.Building;
using Gate.Data.DuckDb;
using Gate.Data.Parsing;

namespace Gate.Data.Reading;

/// <summary>
/// Csv and tsv files block by block, in two passes: the first finds the kinds of the columns from all rows, as reading them whole does, the
/// second hands the blocks out.
/// </summary>
/// <param name="scan">The SQL that reads them.</param>
/// <param name="engine">The engine that may.</param>
/// <param name="na">Fields that stand for a missing value.</param>
internal sealed class DelimitedBlocks(DelimitedScan scan, Engine engine, NaTexts na)
{
    public void Read(IReadOnlyList<string> names, int rows, Action<Table> block, IProgress<ReadProgress>? progress,
        CancellationToken cancel)
    {
        Dictionary<string, int> places = scan.Names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        int[] columns = [.. names.Select(name => places[name])];
        FieldKind[] kinds = Kinds(columns, names, rows, cancel);
        Pass(columns, rows, () => [.. kinds.Select((kind, c) => new FieldColumnBuilder(names[c], na, !IsNumber(kind)))],
            built => block(new([.. built.Select((builder, c) => builder.FinishAs(kinds[c]))])), progress, cancel);
    }

    private FieldKind[] Kinds(int[] columns, IReadOnlyList<string> names, int rows, CancellationToken cancel)
    {
        var kinds = new FieldKind?[columns.Length];
        var big = new bool[columns.Length];
        Pass(columns, rows, () => [.. names.Select(name => new FieldColumnBuilder(name, na))], built =>
        {
            for (int c = 0; c < built.Length; c++)
            {
                if (built[c].IsBig) big[c] = true;
                else if (built[c].NeedsText) kinds[c] = FieldKind.Text;
                else if (built[c].Finish() is { } field && field.Column.MissingCount < field.Column.Count)
                    kinds[c] = Together(kinds[c], field.Kind);
            }
        }, null, cancel);
        return [.. kinds.Select((kind, c) => big[c] && kind != FieldKind.Real ? FieldKind.Text : kind ?? FieldKind.Text)];
    }

    private void Pass(int[] columns, int rows, Func<FieldColumnBuilder[]> start, Action<FieldColumnBuilder[]> end,
        IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        FieldColumnBuilder[] builders = start();
        int held = 0;
        using Statement statement = engine.Prepare(scan.Select(columns));
        engine.Run(statement, Append, progress, cancel);
        if (held > 0) end(builders);

        void Append(Chunk chunk)
        {
            for (int c = 0; c < builders.Length; c++) builders[c].Append(chunk[c]);
            held += chunk.Count;
            if (held < rows) return;
            end(builders);
            (builders, held) = (start(), 0);
        }
    }

    private static bool IsNumber(FieldKind kind) => kind is FieldKind.Integer or FieldKind.Real;

    private static FieldKind Together(FieldKind? one, FieldKind other) => one is not { } known || known == other ? other
        : IsNumber(known) && IsNumber(other) ? FieldKind.Real : FieldKind.Text;
}
