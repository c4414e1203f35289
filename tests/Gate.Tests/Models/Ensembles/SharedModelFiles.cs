using System.Globalization;
using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.Ensembles;

/// <summary>Model files beside the checkout, and rows for them.</summary>
internal static class SharedModelFiles
{
    /// <summary>The path of a file below <c>shared/models</c>; skips the running test where there is none.</summary>
    public static string File(string name)
    {
        string? path = ReferenceFiles.Beside is { } shared ? Path.Combine(shared, "models", name) : null;
        Skip.If(!System.IO.File.Exists(path), $"there is no shared/models/{name} beside the checkout");
        return path!;
    }

    public static byte[] Bytes(string name) => System.IO.File.ReadAllBytes(File(name));

    /// <summary>Rows in the format of libsvm: what is not written is missing, or zero.</summary>
    public static Table Sparse(string name, int features, double absent)
    {
        string[] lines = System.IO.File.ReadAllLines(File(name));
        double[][] columns = [.. Enumerable.Range(0, features).Select(_ => Enumerable.Repeat(absent, lines.Length).ToArray())];
        for (int row = 0; row < lines.Length; row++)
            foreach (string[] pair in lines[row].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => part.Split(':')))
                columns[int.Parse(pair[0], CultureInfo.InvariantCulture)][row] = double.Parse(pair[1], CultureInfo.InvariantCulture);
        return new Table([.. columns.Select((values, i) => new NumericColumn(Column(i), values))]);
    }

    /// <summary>Numbers, one a line.</summary>
    public static double[] Expected(string name) =>
        [.. System.IO.File.ReadLines(File(name)).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    /// <summary>The name of a column of rows without names.</summary>
    public static string Column(int feature) => string.Create(CultureInfo.InvariantCulture, $"Column_{feature}");

    /// <summary>A model fed by columns without names, in their order.</summary>
    public static IMarginModel Bind(ForeignModel model, TaskType task) => new ForeignBinding(task,
        task == TaskType.BinaryClassification ? ["no", "yes"] : [], [.. model.Features.Select((_, i) => Column(i))]).Bind(model);
}
