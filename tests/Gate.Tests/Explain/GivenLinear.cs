using Gate.Data;
using Gate.Data.Numerics;
using Gate.Models;

namespace Gate.Tests.Explain;

/// <summary>A logistic regression that a test gives, on columns of numbers.</summary>
internal sealed class GivenLinear(string[] features, double[] coefficients, double intercept) : ILinearMargin
{
    public string Kind => "given";

    public TaskType Task => TaskType.BinaryClassification;

    public IReadOnlyList<string> Features => features;

    public IReadOnlyList<ModelInput> Inputs => [.. features.Select(name => new ModelInput(name, InputKind.Number, [], false, null))];

    public IReadOnlyList<string> Classes => ["no", "yes"];

    public IReadOnlyList<KeyValuePair<string, string>> Facts => [];

    public IReadOnlyList<LinearTerm> Terms => [.. coefficients.Select((value, i) => new LinearTerm(i, 0, [value]))];

    public IReadOnlyList<double> Intercepts => [intercept];

    public IReadOnlyList<int> TrainedClasses => [0, 1];

    public IReadOnlyList<double[]> Read(Table rows) => [.. features.Select(name => ((NumericColumn)rows[name]).Values)];

    public double[] Score(Table rows, CancellationToken cancel = default) =>
        Array.ConvertAll(Margins(rows, cancel), margin => 1 / (1 + Portable.Exp(-margin)));

    public double[] Margins(Table rows, CancellationToken cancel = default)
    {
        IReadOnlyList<double[]> columns = Read(rows);
        return [.. Enumerable.Range(0, rows.RowCount).Select(row => intercept + coefficients.Select((value, i) => value * columns[i][row])
            .Sum())];
    }
}
