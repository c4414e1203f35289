using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Models;
using Gate.Models.Onnx.Writing;
using Gate.Tests.Data;
using Gate.Tests.Models;
using Gate.Tests.Models.Onnx;

namespace Gate.Tests.Evaluation;

/// <summary>The columns that scoring a file gives.</summary>
public sealed class FileScoringTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Table Score(TrainingData data, string learner, double threshold = 0.5, params string[] keep)
    {
        string path = Path.Combine(folder.Path, "m.onnx");
        File.WriteAllBytes(path, OnnxExport.Write(TestData.Learner(learner).Fit(data), threshold));
        folder.Write("d.csv", "id,x\n7,1\n8,2\n9,3\n10,4\n");
        Table? scored = null;
        Assert.Equal(4, FileScoring.Run(path, folder.Source("d.csv"), keep, block => scored = block, new Silent(), CancellationToken.None));
        return scored!;
    }

    private static readonly Column x = TestData.Numbers("x", 1, 2, 3, 4);

    [Theory]
    [InlineData(0.3, new[] { "no", "no", "yes", "yes" })]
    [InlineData(1.0, new[] { "no", "no", "yes", "yes" })]
    [InlineData(0.0, new[] { "yes", "yes", "yes", "yes" })]
    public void Of_two_classes_the_class_by_the_files_threshold_and_the_probability(double threshold, string[] said)
    {
        Table scored = Score(TestData.Binary([0, 0, 1, 1], x), "decision_tree", threshold, "id");
        Assert.Equal(["id", "prediction", "score"], scored.Names);
        var prediction = (CategoryColumn)scored["prediction"];
        Assert.Equal(said, prediction.Codes.Select(code => prediction.Categories[code]));
        Assert.Equal([0.0, 0, 1, 1], scored.Numbers("score"));
        Assert.Equal([7.0, 8, 9, 10], scored.Numbers("id"));
    }

    [Fact]
    public void Of_several_classes_a_probability_each()
    {
        var data = new TrainingData(TaskType.MulticlassClassification, new Table([x]), ["a", "b", "c"], [0, 1, 2, 2], null, null);
        Table scored = Score(data, "decision_tree");
        Assert.Equal(["prediction", "score_a", "score_b", "score_c"], scored.Names);
        Assert.Equal([0, 1, 2, 2], ((CategoryColumn)scored["prediction"]).Codes);
        Assert.Equal([0.0, 1, 0, 0], scored.Numbers("score_b"));
    }

    [Fact]
    public void Of_numbers_the_value()
    {
        Table scored = Score(TestData.Regression([3, 5, 7, 9], x), "linear_regression");
        Assert.Equal(["prediction"], scored.Names);
        Assert.Equal(5, scored.Numbers("prediction")[1], 9);
    }

    /// <summary>A file of somebody else does not say what it predicts, and a column of the rows may not be taken for a score.</summary>
    [Fact]
    public void What_would_be_guessed_is_refused()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "other.onnx"), OnnxFile.Model(OnnxFile.Graph(OnnxFile.Input("x", 1, -1, 1),
            OnnxFile.Output("y", 1, -1, 1), OnnxFile.Node("Neg", "", ["x"], ["y"]))));
        folder.Write("d.csv", "x\n1\n");
        Assert.Contains("does not say what it predicts", Assert.Throws<ModelException>(() => FileScoring.Run(
            Path.Combine(folder.Path, "other.onnx"), folder.Source("d.csv"), [], _ => { }, new Silent(), CancellationToken.None)).Message,
            StringComparison.Ordinal);
        folder.Write("p.csv", "x,score\n1,2\n");
        string path = Path.Combine(folder.Path, "m.onnx");
        File.WriteAllBytes(path, OnnxExport.Write(TestData.Learner("decision_tree").Fit(TestData.Binary([0, 0, 1, 1], x)), 0.5));
        Assert.Contains("rename it", Assert.Throws<DataException>(() => FileScoring.Run(path, folder.Source("p.csv"), ["score"],
            _ => { }, new Silent(), CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private sealed class Silent : IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(ReadProgress progress)
        {
        }
    }
}
