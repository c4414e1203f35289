using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Explain.Dependence;

/// <summary>A regression that a test gives as a function of its numbers.</summary>
internal sealed class GivenModel(string[] features, Func<double[], double> of) : IModel
{
    public string Kind => "given";

    public TaskType Task => TaskType.Regression;

    public IReadOnlyList<string> Features => features;

    public IReadOnlyList<ModelInput> Inputs => [.. features.Select(name => new ModelInput(name, InputKind.Number, [], false, null))];

    public IReadOnlyList<string> Classes => [];

    public IReadOnlyList<KeyValuePair<string, string>> Facts => [];

    public double[] Score(Table rows, CancellationToken cancel = default)
    {
        double[][] columns = [.. features.Select(name => ((NumericColumn)rows[name]).Values)];
        return [.. Enumerable.Range(0, rows.RowCount).Select(row => of(Array.ConvertAll(columns, column => column[row])))];
    }
}
