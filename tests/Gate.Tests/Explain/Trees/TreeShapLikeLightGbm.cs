using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Tests.Models.LightGbm;
using Gate.Tests.Models.LightGbm.Native;

namespace Gate.Tests.Explain.Trees;

/// <summary>Models that Gate trains with LightGBM, explained by LightGBM's own <c>predict_contrib</c> on their text.</summary>
public sealed class TreeShapLikeLightGbm
{
    [LightGbmTheory]
    [InlineData(TaskType.Regression, 0)]
    [InlineData(TaskType.BinaryClassification, 2)]
    [InlineData(TaskType.MulticlassClassification, 3)]
    public void Contributions_are_those_of_lightgbm(TaskType task, int classes)
    {
        TrainingData data = TrainingRows.Of(task, classes, 800);
        ILearner learner = Gate.Evaluation.Candidates.Learners.All.First(one => one.Name == "lightgbm")
            .Create(new Dictionary<string, object?>());
        var model = (ITreeModel)learner.Fit(data);
        Table rows = TrainingRows.Columns(150, seed: 77);
        IReadOnlyList<double[]> columns = model.Read(rows);
        double[] expected = LightGbmPredictor.Contributions(((IOwnFormat)model).OwnBytes.Span, columns);
        ShapValues found = new TreeShap(model, new()).Explain(rows);
        int features = found.Features.Count, outputs = found.Outputs.Count;
        Assert.Equal(rows.RowCount * outputs * (features + 1), expected.Length);
        Assert.InRange(found.AdditivityError, 0, 1e-10);
        for (int i = 0; i < expected.Length; i++)
        {
            (int row, int output, int feature) = (i / (outputs * (features + 1)), i / (features + 1) % outputs, i % (features + 1));
            Assert.Equal(expected[i], feature == features ? found.BaseValues[output] : found[row, feature, output], 1e-6);
        }
    }
}
