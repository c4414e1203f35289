using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models.LightGbm;

/// <summary>Rows to train on: numbers with and without missing values, a category with missing values, and a signal in each.</summary>
internal static class TrainingRows
{
    private static readonly string?[] towns = ["Ulm", "Aachen", "Köln", "Bonn", "Jena", null];

    /// <summary>Columns a (no missing value), b (missing in a tenth of the rows), town.</summary>
    public static Table Columns(int rows, int seed = 5)
    {
        var random = new Random(seed);
        return new([
            TestData.Numbers("a", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 10)]),
            TestData.Numbers("b", [.. Enumerable.Range(0, rows).Select(_ => random.Next(10) == 0 ? double.NaN : random.Next(-20, 20))]),
            TestData.Texts("town", [.. Enumerable.Range(0, rows).Select(_ => towns[random.Next(towns.Length)])]),
        ]);
    }

    public static TrainingData Binary(int rows, int seed = 5) => Of(TaskType.BinaryClassification, 2, rows, seed);

    public static TrainingData Of(TaskType task, int classes, int rows, int seed = 5)
    {
        Table table = Columns(rows, seed);
        double[] signal = Signal(table, seed);
        if (task == TaskType.Regression) return new(task, table, [], null, signal, null);
        double[] sorted = [.. signal.Order()];
        return new(task, table, [.. Enumerable.Range(0, classes).Select(code => $"class {code}")],
            Array.ConvertAll(signal, value => Array.BinarySearch(sorted, value) * classes / rows), null, null);
    }

    /// <summary>Positive numbers that rise with a and differ by b and town.</summary>
    private static double[] Signal(Table table, int seed)
    {
        var noise = new Random(seed + 1);
        double[] a = ((NumericColumn)table["a"]).Values, b = ((NumericColumn)table["b"]).Values;
        int[] town = ((CategoryColumn)table["town"]).Codes;
        return [.. a.Select((value, row) => 1 + value + (double.IsNaN(b[row]) ? 4 : b[row] > 5 ? 3 : 0) + (town[row] * 1.5) + 2
            + (3 * noise.NextDouble()))];
    }
}
