using System.IO.Compression;
using System.Text;
using Gate.AcceptanceTests.Running;
using Microsoft.ML;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A zip that ML.NET saved, judged by the built tool, which scores it in another process.</summary>
public sealed class MlNetModels
{
    private const string Policy = """
        version: 1
        name: loans
        task: binary_classification
        data: { source: test.csv, label: paid, positive: yes, features: { include: [income, town] } }
        model: { mlnet: { source: model.zip, columns: { Income: income, Town: town }, classes: [no, yes] } }
        explain: false
        conditions: [{ metric: roc_auc, min: 0.9 }]

        """;

    private sealed class Row
    {
        public float Income { get; set; }

        public string Town { get; set; } = "";

        public bool Label { get; set; }
    }

    private static Row[] Rows(int first, int count) => [.. Enumerable.Range(first, count).Select(i => new Row
    {
        Income = i % 11 == 0 ? float.NaN : i * 37 % 90, Town = i % 3 == 0 ? "Ulm" : "Bonn",
        Label = (i % 11 == 0 ? 30 : i * 37 % 90) + (i % 3 == 0 ? 15 : 0) > 50,
    })];

    private static string Csv() => "income,town,paid\n" + string.Concat(Rows(1000, 300).Select(row => FormattableString.Invariant(
        $"{(float.IsNaN(row.Income) ? "" : row.Income)},{row.Town},{(row.Label ? "yes" : "no")}\n")));

    private static byte[] Model()
    {
        var context = new MLContext(seed: 1);
        IDataView view = context.Data.LoadFromEnumerable(Rows(0, 600));
        ITransformer model = context.Transforms.ReplaceMissingValues("Income")
            .Append(context.Transforms.Categorical.OneHotEncoding("Town"))
            .Append(context.Transforms.Concatenate("Features", "Income", "Town"))
            .Append(context.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(view);
        using var stream = new MemoryStream();
        context.Model.Save(model, view.Schema, stream);
        return stream.ToArray();
    }

    private static Workspace Work(byte[] model)
    {
        Workspace work = new Workspace().With("test.csv", Csv()).With("gate.yml", Policy);
        File.WriteAllBytes(work["model.zip"], model);
        return work;
    }

    [Fact]
    public void Is_judged_with_the_same_bytes_for_any_number_of_threads()
    {
        using Workspace work = Work(Model());
        GateOutcome one = work.Gate("run", "--threads", "1", "--output", "one", "--reproducible");
        Assert.True(one.ExitCode == 0, one.Output + one.Error);
        Assert.Equal(0, work.Gate("run", "--threads", "3", "--output", "three", "--reproducible").ExitCode);
        string result = File.ReadAllText(work["one/result.json"]);
        Assert.Equal(result, File.ReadAllText(work["three/result.json"]));
        Assert.Contains("\"kind\": \"mlnet\"", result, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_asks_for_a_foreign_assembly_is_refused_by_its_name()
    {
        byte[] from = Encoding.Unicode.GetBytes("Microsoft.ML.FastTree,"), to = Encoding.Unicode.GetBytes("Evil.Plugin.Payload   ");
        to[^6] = (byte)',';
        using var changed = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(Model())))
        using (var target = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (Stream stream = entry.Open()) stream.CopyTo(content);
                if (content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(from) is >= 0 and int at) to.CopyTo(content.GetBuffer(), at);
                using Stream written = target.CreateEntry(entry.FullName).Open();
                written.Write(content.GetBuffer(), 0, (int)content.Length);
            }
        using Workspace work = Work(changed.ToArray());
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(65, outcome.ExitCode);
        Assert.Contains("gate: model.zip asks for the assembly 'Evil.Plugin.Payload', which Gate does not load", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_and_files_of_something_else_are_errors_of_the_model()
    {
        byte[] model = Model();
        foreach (byte[] bad in new[] { model[..(model.Length / 2)], [.. "not a zip"u8] })
        {
            using Workspace work = Work(bad);
            GateOutcome outcome = work.Gate("run");
            Assert.True(outcome.ExitCode == 65, outcome.Output + outcome.Error);
            Assert.Contains("gate: model.zip is ", outcome.Error, StringComparison.Ordinal);
        }
        using Workspace other = Work(model);
        other.With("gate.yml", Policy.Replace("mlnet: { source: model.zip, columns: { Income: income, Town: town }, classes: [no, yes] }",
            "onnx: model.zip", StringComparison.Ordinal));
        Assert.Contains("is a model of ML.NET: 'mlnet: model.zip' reads it", other.Gate("run").Error, StringComparison.Ordinal);
    }
}
