using System.Globalization;
using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Reference;

namespace Gate.Tests.Metrics.Golden;

/// <summary>A reference file of predictions.</summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, string[]> columns;

    private GoldenTable(Dictionary<string, string[]> columns) => this.columns = columns;

    public int Rows => columns.Values.First().Length;

    public static GoldenTable Read(string file)
    {
        string[][] lines = [.. File.ReadLines(ReferenceFiles.Path($"golden/{file}")).Select(line => line.Split(','))];
        return new(lines[0].Select((name, c) => (name, c)).ToDictionary(x => x.name, x => lines.Skip(1).Select(line => line[x.c])
            .ToArray()));
    }

    public string[] Texts(string name) => columns[name];

    public double[] Numbers(string name) => Array.ConvertAll(columns[name], text => double.Parse(text, CultureInfo.InvariantCulture));

    public int[] Codes(string name) => Array.ConvertAll(columns[name], text => int.Parse(text, CultureInfo.InvariantCulture));

    public CategoryColumn Column(string name) => Samples.Column(name, columns[name]);

    /// <summary>y_true, y_pred and y_score.</summary>
    public Sample Binary(double[]? weights) => Samples.Binary(Codes("y_true"), Codes("y_pred"), Numbers("y_score"), weights);
}
