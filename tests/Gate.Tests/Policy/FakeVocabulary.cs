using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Tests.Policy;

/// <summary>A few metrics and learners; the language itself knows none.</summary>
internal static class FakeVocabulary
{
    private static readonly PolicyTask[] Binary = [PolicyTask.BinaryClassification];
    private static readonly PolicyTask[] Classes = [PolicyTask.BinaryClassification, PolicyTask.MulticlassClassification];
    private static readonly PolicyTask[] Numbers = [PolicyTask.Regression];
    private static readonly PolicyTask[] Any = [.. Classes, .. Numbers];

    private static readonly AlgorithmWord[] Algorithms =
    [
        new("decision_tree", "A tree of yes-no questions.", Any,
        [
            new("max_depth", "integer", null, "The most questions in a row.", 1, 64, null, true),
            new("min_samples_leaf", "integer", 1.0, "The least rows of a leaf.", 1, null, null, false),
            new("criterion", "choice", "gini", "How splits are rated.", null, null, ["gini", "entropy", "squared_error"], false),
        ]),
        new("logistic_regression", "A linear model of log-odds.", Classes,
        [
            new("l2", "number", 1.0, "The strength of the penalty.", 0, null, null, false),
            new("fit_intercept", "boolean", true, "Whether there is a constant.", null, null, null, false) { Aliases = ["intercept"] },
            new("signs", "numbers by name", null, "Signs of columns.", -1, 1, null, true) { Named = "column" },
            new("class_weight", "numbers by name", null, "Weights of classes.", 0, null, ["balanced"], true) { Named = "class" },
            new("together", "name lists", null, "Columns that go together.", null, null, null, true) { Named = "column" },
        ]),
    ];

    public static PolicyVocabulary Small { get; } = new(
        [
            new("accuracy", ["accuracy_score"], "The share of right predictions.", Classes, false, true, 0, 1),
            new("roc_auc", [], "The area under the ROC curve.", Binary, false, true, 0, 1),
            new("selection_rate", [], "The share of rows that are predicted positive.", Binary, false, null, 0, 1),
            new("mean_absolute_error", ["mae"], "The mean distance between label and prediction.", Numbers, false, false, 0,
                double.PositiveInfinity),
            new("r2", [], "The share of variance that is explained.", Numbers, false, true, double.NegativeInfinity, 1),
            new("recall", [], "The share of positives that are found.", Binary, false, true, 0, 1) { ServesClasses = true },
            new("fbeta", [], "A mean of precision and recall.", Binary, false, true, 0, 1)
            {
                Parameters = [new("beta", "number", 1.0, "The weight of recall.", 0, null, null, false),
                    new("bins", "integer", 10.0, "The bins.", 1, 100, null, false)],
            },
            new("brier_score_loss", [], "A mean squared distance.", Classes, false, false, 0, 2) { HighOfTwoClasses = 1 },
            new("dpl", [], "A signed difference.", Binary, true, null, -1, 1) { Methods = [MethodSpec.ToReference, MethodSpec.ToRest],
                OwnReference = true },
            new("between_group_entropy", [], "One number of all groups.", Binary, true, false, 0, double.PositiveInfinity) { Methods = [],
                NeedsControl = true },
            new("proxy_auc", [], "How well columns tell a group.", Binary, true, false, 0, 1) { Methods = [], OptionalFeatures = true,
                OnlyBy = true },
            new("equalized_odds_difference", [], "The larger of the differences of true and false positive rate.", Binary, true, false,
                0, 1),
        ],
        Algorithms, [TrainForm.Of(Algorithms, new("roc_auc", Binary), new("r2", Numbers), new("accuracy", Classes)), PredictionsForm.Form]);
}
