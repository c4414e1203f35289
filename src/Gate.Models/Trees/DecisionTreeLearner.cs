using Gate.Data;
using Gate.Models.Features;
using Gate.Models.Training;

namespace Gate.Models.Trees;

/// <summary>Learns a decision tree.</summary>
internal sealed class DecisionTreeLearner(DecisionTreeOptions options) : ILearner
{
    public static LearnerInfo Info { get; } = new(
        "decision_tree", "A binary tree of exact greedy splits (CART), for classes and for numbers.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification, TaskType.Regression],
        DecisionTreeOptions.Parameters, values => new DecisionTreeLearner(DecisionTreeOptions.From(values)));

    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        string criterion = Criterion(data.Task);
        ModelInput[] schema = FeatureSchema.Learn(kept.Features);
        var features = new SplitFeature?[schema.Length];
        Parallel.For(0, schema.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            if (schema[i].Dropped is null)
                features[i] = SplitFeature.Of(FeatureBinding.Bind(kept.Features.Columns[i], schema[i]), schema[i]);
        });

        TreeTarget target = kept.Task == TaskType.Regression
            ? new ValueTarget(kept.Targets!, kept.Weights)
            : new ClassTarget(kept.Labels!, kept.Weights, kept.Classes.Count, criterion == "entropy");
        FlatTree grown = new TreeGrower(features, target, options, cancel).Grow(kept.Labels?.Length ?? kept.Targets!.Length);
        FlatTree tree = CostComplexityPruning.Prune(grown, options.CcpAlpha);
        return new DecisionTreeModel(kept.Task, kept.Classes, schema, tree, criterion, grown.LeafCount - tree.LeafCount);
    }

    private string Criterion(TaskType task)
    {
        string criterion = options.Criterion switch
        {
            null => task == TaskType.Regression ? "squared_error" : "gini",
            "log_loss" => "entropy",
            var named => named,
        };
        if (task == TaskType.Regression == (criterion == "squared_error")) return criterion;
        throw new ModelException(task == TaskType.Regression
            ? $"decision_tree: the criterion '{options.Criterion}' is for classes; for a regression use squared_error, or leave it out"
            : "decision_tree: the criterion 'squared_error' is for numbers; for classes use gini or entropy, or leave it out");
    }
}
