using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Remote;

/// <summary>A model that is asked elsewhere: what is behind it cannot be looked into, and its parameters have no digest.</summary>
/// <param name="schema">What is sent and what the answers mean.</param>
public abstract class RemoteModel(RemoteSchema schema) : IModel
{
    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public TaskType Task => Schema.Task;

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; } = [.. schema.Columns.Select(column => column.Column)];

    /// <summary>The raw columns that are sent. What training saw of them is not known here: they have no levels and no range.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; } =
        [.. schema.Columns.Select(column => new ModelInput(column.Column, column.Kind, [], false, null))];

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Schema.Classes;

    /// <inheritdoc/>
    public abstract IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <summary>What is sent and what the answers mean.</summary>
    protected RemoteSchema Schema { get; } = schema;

    /// <summary>Scores rows. The calling thread waits for the answers.</summary>
    /// <inheritdoc/>
    /// <exception cref="RemoteUnavailableException">There is no answer.</exception>
    public double[] Score(Table features, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        var sent = new Table([.. Schema.Columns.Select(column => Find(features, column.Column).Rename(column.Name))]);
        return sent.RowCount == 0 ? [] : ScoreAsync(sent, cancel).GetAwaiter().GetResult();
    }

    /// <summary>Scores rows of the columns that are sent, under the names that they have there; at least one row.</summary>
    /// <param name="sent">The rows.</param>
    /// <param name="cancel">Stops the work.</param>
    protected abstract Task<double[]> ScoreAsync(Table sent, CancellationToken cancel);

    private static Column Find(Table table, string column) => table.TryGet(column, out Column? found) ? found : throw new ModelException(
        $"the model reads the column '{Shown.Of(column)}', which the data do not have{NearestName.Hint(column, table.Names)}");
}
