using Gate.Data;
using Gate.Models;
using Gate.Models.Features;
using Gate.Models.MicrosoftMl;
using Gate.Models.MicrosoftMl.Columns;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.MicrosoftMl.Training;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Tests.Models.MicrosoftMl;

/// <summary>What Microsoft.ML itself says: trained with the same parameters on the same rows, and scored by its own transformer.</summary>
internal static class MicrosoftMlPredictor
{
    /// <summary>Probabilities of the positive class, of a forest the mean share of it in the leaves; or predictions.</summary>
    public static float[] Scores(string learner, TrainingData data, Table rows, int positive, params (string Name, object? Value)[] given)
    {
        TrainingRows kept = TrainingRows.Of(data);
        double[] labels = data.Targets ?? Array.ConvertAll(data.Labels!, label => label == positive ? 1.0 : 0);
        SlotLayout layout = learner != "gam" ? SlotLayout.OfTrees(kept.Inputs)
            : SlotLayout.OfFunctions(kept.Inputs, LevelRanks.Of(kept.Inputs, kept.Columns, labels));
        TrainingView train = View(layout, data.Features, labels, data.Labels is not null, kept),
            other = View(layout, rows, new double[rows.RowCount], data.Labels is not null, kept);
        var context = new MLContext(seed: 0);
        string? weight = data.Weights is null ? null : TrainingNames.Weight;
        IDataView said = Transformer(context, learner, data.Labels is not null, weight, given, train).Transform(other);
        string column = data.Labels is null || learner == "fast_forest" ? "Score" : "Probability";
        float[] scores = [.. said.GetColumn<float>(column)];
        if (data.Labels is null || learner != "fast_forest") return scores;
        // The sum over the trees of 2 × share - 1.
        int trees = (int)given.First(pair => pair.Name == "number_of_trees").Value!;
        return Array.ConvertAll(scores, score => ((score / trees) + 1) / 2);
    }

    private static ITransformer Transformer(MLContext context, string learner, bool classes, string? weight, (string, object?)[] given,
        IDataView train)
    {
        var values = new ParameterValues(learner, TestLearner(learner).Parameters,
            given.ToDictionary(pair => pair.Item1, pair => pair.Item2 is int whole ? (double)whole : pair.Item2));
        BinaryClassificationCatalog.BinaryClassificationTrainers binary = context.BinaryClassification.Trainers;
        RegressionCatalog.RegressionTrainers numbers = context.Regression.Trainers;
        switch (learner, classes)
        {
            case ("fast_tree", true):
                var boosted = TreeSettings.Boosting<FastTreeBinaryTrainer.Options>(values, weight);
                boosted.UnbalancedSets = values.Flag("unbalanced_sets");
                return binary.FastTree(boosted).FitAlone(train);
            case ("fast_tree", false):
                return numbers.FastTree(TreeSettings.Boosting<FastTreeRegressionTrainer.Options>(values, weight)).FitAlone(train);
            case ("fast_forest", true):
                return binary.FastForest(TreeSettings.Of<FastForestBinaryTrainer.Options>(values, weight)).FitAlone(train);
            case ("fast_forest", false):
                return numbers.FastForest(TreeSettings.Of<FastForestRegressionTrainer.Options>(values, weight)).FitAlone(train);
            case (_, true):
                return binary.Gam(new GamBinaryTrainer.Options
                {
                    ExampleWeightColumnName = weight, NumberOfIterations = values.Integer("number_of_iterations"),
                    LearningRate = values.Number("learning_rate"),
                }).FitAlone(train);
            default:
                return numbers.Gam(new GamRegressionTrainer.Options
                {
                    ExampleWeightColumnName = weight, NumberOfIterations = values.Integer("number_of_iterations"),
                    LearningRate = values.Number("learning_rate"),
                }).FitAlone(train);
        }
    }

    private static LearnerInfo TestLearner(string name) => Gate.Evaluation.Candidates.Learners.Find(name)!;

    private static TrainingView View(SlotLayout layout, Table table, double[] labels, bool areClasses, TrainingRows kept)
    {
        double[][] columns = [.. kept.Inputs.Select(input => FeatureBinding.Codes(table, input))];
        float[]? weights = kept.Weights is null ? null : labels.Length == kept.Weights.Length ? kept.Weights : new float[labels.Length];
        return TrainingView.Of(new FeatureRows(layout, columns), labels, areClasses, weights);
    }
}
