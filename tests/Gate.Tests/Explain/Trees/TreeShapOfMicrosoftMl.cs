using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Tests.Models;
using Gate.Tests.Models.LightGbm;

namespace Gate.Tests.Explain.Trees;

/// <summary>Models that Microsoft.ML trained are explained as any trees are.</summary>
public sealed class TreeShapOfMicrosoftMl
{
    [Theory]
    [InlineData("fast_tree", TaskType.BinaryClassification)]
    [InlineData("fast_tree", TaskType.MulticlassClassification)]
    [InlineData("fast_forest", TaskType.BinaryClassification)]
    [InlineData("fast_forest", TaskType.MulticlassClassification)]
    [InlineData("fast_forest", TaskType.Regression)]
    [InlineData("gam", TaskType.BinaryClassification)]
    [InlineData("gam", TaskType.Regression)]
    public void What_features_add_is_the_margin_or_the_score_of_trees_without_one(string learner, TaskType task)
    {
        TrainingData data = TrainingRows.Of(task, 3, 400);
        if (task == TaskType.BinaryClassification) data = TrainingRows.Binary(400);
        IModel model = TestData.Learner(learner).Fit(data);
        Table rows = TrainingRows.Columns(60, seed: 77);
        ShapValues found = new TreeShap((ITreeModel)model, new()).Explain(rows);
        Assert.Empty(found.Notes);
        Assert.InRange(found.AdditivityError, 0, 1e-9);
        double[] said = model is IMarginModel margins ? margins.Margins(rows) : model.Score(rows);
        int outputs = found.Outputs.Count;
        for (int i = 0; i < said.Length; i++)
            Assert.Equal(said[i], found.BaseValues[i % outputs] + Enumerable.Range(0, found.Features.Count)
                .Sum(feature => found[i / outputs, feature, i % outputs]), 1e-9);
        Assert.Equal(learner == "fast_forest" && task == TaskType.BinaryClassification, model is not IMarginModel);
    }

    /// <summary>Each column adds its own function and nothing else: alone it explains all of its part.</summary>
    [Fact]
    public void Columns_of_an_additive_model_do_not_interact()
    {
        var model = (ITreeModel)TestData.Learner("gam").Fit(TrainingRows.Binary(400));
        Table rows = TrainingRows.Columns(40, seed: 77);
        ShapInteractions pairs = new TreeShap(model, new()).Interactions(rows);
        for (int row = 0; row < 40; row++)
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 3; j++)
                    if (i != j) Assert.Equal(0, pairs[row, i, j], 1e-12);
        Assert.All(model.Trees, tree => Assert.Single(tree.Feature.Where(feature => feature >= 0).Distinct()));
    }
}
