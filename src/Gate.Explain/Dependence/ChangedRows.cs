using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Dependence;

/// <summary>What a model says of rows in which some columns are replaced.</summary>
internal sealed class ChangedRows
{
    private readonly ModelAnswers answers;
    private readonly ParallelOptions parallel;
    private readonly Table rows;

    public ChangedRows(IModel model, Table rows, DependenceOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        if (rows.RowCount == 0) throw new ModelException("there are no rows to look at the model with");
        answers = new(model, options.Output, Enumerable.Range(0, model.Classes.Count));
        parallel = InParallel.Options(options.Threads, cancel);
        this.rows = rows.Select(model.Features);
    }

    public int Rows => rows.RowCount;

    public int Outputs => answers.Names.Length;

    public Table Table => rows;

    /// <summary>Does something with the answers to each of several changes: rows × outputs.</summary>
    public void ForEach(int changes, Func<int, Column[]> columnsOf, Action<int, double[]> take) =>
        InParallel.For(0, changes, parallel, change =>
        {
            Table changed = columnsOf(change).Aggregate(rows, Replaced);
            take(change, answers.Of(changed, parallel.CancellationToken));
        });

    /// <summary>The answers to one change.</summary>
    public double[] Of(params Column[] columns) => answers.Of(columns.Aggregate(rows, Replaced), parallel.CancellationToken);

    // In its own place: a model may read columns by their order.
    private static Table Replaced(Table table, Column column) =>
        new([.. table.Columns.Select(own => own.Name == column.Name ? column : own)]);
}
