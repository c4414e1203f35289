namespace Gate.Tests.Policy;

/// <summary>One mistake in the minimal policy each: the line that is replaced, what is written instead, and the one message.</summary>
public class SectionProblemTests
{
    [Theory]
    // Top level.
    [InlineData("version: 1", "version: 2", "1:10 version: expected 1, found 2; this Gate reads version 1 of the policy language only")]
    [InlineData("version: 1", "version: \"1\"", "1:10 version: expected 1, found the text '1'; leave out the quotes: 1")]
    [InlineData("version: 1", "version:", "1:9 version: expected 1, found nothing (null)")]
    [InlineData("version: 1", "name: x", "1:1 version: is missing; expected 1")]
    [InlineData("version: 1", "version: 1\nnaem: x", "2:1 naem: unknown key 'naem'; did you mean 'name'?")]
    [InlineData("version: 1", "version: 1\nname: 2024", "2:7 name: expected text (a name), found the number 2024; put it in quotes")]
    [InlineData("version: 1", "version: 1\nname: \"a\\nb\"", "2:7 name: expected text (a name) on one line, without control characters")]
    [InlineData("version: 1", "version: 1\nseed: -1", "2:7 seed: expected a whole number from 0, found the number -1")]
    [InlineData("version: 1", "version: 1\nseed: 1.5", "2:7 seed: expected a whole number from 0, found the number 1.5")]
    [InlineData("version: 1", "version: 1\nseed: 18446744073709551616",
        "2:7 seed: expected a whole number from 0, found the number 18446744073709551616")]
    [InlineData("version: 1", "version: 1\nconfidence: 0.5",
        "2:13 confidence: expected a number above 0.5 and below 1, found the number 0.5")]
    [InlineData("version: 1", "version: 1\nconfidence: 95",
        "2:13 confidence: expected a number above 0.5 and below 1, found the number 95")]
    [InlineData("version: 1", "version: 1\nconfidence: .nan",
        "2:13 confidence: expected a number above 0.5 and below 1, found .nan, which is not a finite number")]
    [InlineData("version: 1", "version: 1\nevidence: { min_count: -1 }",
        "2:24 evidence.min_count: expected a whole number from 0, found the number -1")]
    [InlineData("version: 1", "version: 1\nevidence: 30",
        "2:11 evidence: expected a map of min_count, min_positives, min_negatives or min_predicted_positives, found the number 30")]
    [InlineData("version: 1", "version: 1\nexplain: true",
        "2:10 explain: expected false, or a map, found true")]
    [InlineData("version: 1", "version: 1\nexplain: { repeats: 0 }",
        "2:21 explain.repeats: expected a whole number from 1 to 1000, found the number 0")]
    [InlineData("version: 1", "version: 1\nexplain: { metric: selection_rate }",
        "2:20 explain.metric: 'selection_rate' cannot show a loss; expected a metric of all rows where larger or smaller is better")]
    [InlineData("version: 1", "version: 1\nreport: { titel: x }", "2:11 report.titel: unknown key 'titel'; did you mean 'title'?")]
    [InlineData("task: binary_classification", "task: binary",
        "2:7 task: unknown task 'binary'; did you mean 'binary_classification'?")]
    [InlineData("task: binary_classification", "task: [regression]",
        "2:7 task: expected binary_classification, multiclass_classification or regression, found a list")]
    // Data.
    [InlineData("  label: deny", "  lable: deny", "4:3 data.label: is missing; expected text (a column name)",
        "6:3 data.lable: unknown key 'lable'; did you mean 'label'?")]
    [InlineData("  label: deny", "  label: [deny]", "6:10 data.label: expected text (a column name), found a list")]
    [InlineData("  label: deny", "  label: 3", "6:10 data.label: expected text (a column name), found the number 3; put it in quotes")]
    [InlineData("  label: deny", "  label: \"\"", "6:10 data.label: expected text (a column name), found an empty text")]
    [InlineData("  label: deny", "  label: deny\n  positive: [a]", "7:13 data.positive: expected a value of the label, found a list")]
    [InlineData("  label: deny", "  label: deny\n  weight: deny", "7:3 data.weight: the label cannot be the weight too")]
    [InlineData("  label: deny", "  label: deny\n  features: { include: [deny] }",
        "7:25 data.features.include[0]: the label cannot be a feature")]
    [InlineData("  label: deny", "  label: deny\n  features: { include: [a, b], exclude: b }",
        "7:28 data.features.include[1]: the column 'b' is included and excluded")]
    [InlineData("  label: deny", "  label: deny\n  features: { include: [] }",
        "7:24 data.features.include: expected at least 1 entry, each text (a column name)")]
    [InlineData("  label: deny", "  label: deny\n  na_values: [[a]]",
        "7:15 data.na_values[0]: expected a text that means missing, found a list")]
    [InlineData("  label: deny", "  label: deny\n  test: hold.csv",
        "7:3 data.test: 'split' (line 5) and 'test' exclude each other; keep one")]
    [InlineData("  source: rows.csv\n", "", "4:3 data.source: is missing; expected the file with the rows, such as 'source: rows.csv'")]
    [InlineData("  source: rows.csv", "  source: { sqll: x }", "4:13 data.source.sqll: unknown key 'sqll'; did you mean 'sql'?",
        "4:13 data.source.sql: is missing; expected text (an SQL query)")]
    [InlineData("  source: rows.csv", "  source: []", "4:11 data.source: expected at least 1 entry, each text (a path or glob)")]
    [InlineData("split: { test: 0.3 }", "split: { test: 1 }",
        "5:18 data.split.test: expected a number above 0 and below 1, found the number 1")]
    [InlineData("split: { test: 0.3 }", "split: { test: 30% }",
        "5:18 data.split.test: expected a number above 0 and below 1, found the text '30%'; a share is written as a number: 0.3")]
    [InlineData("split: { test: 0.3 }", "split: { test: 0.3, column: part }",
        "5:23 data.split.column: 'test' (line 5) and 'column' exclude each other; keep one")]
    [InlineData("split: { test: 0.3 }", "split: { seed: 1 }", "5:12 data.split: expected exactly one of test, column")]
    [InlineData("split: { test: 0.3 }", "split: { column: part, seed: 1 }",
        "5:26 data.split.seed: 'column' (line 5) and 'seed' exclude each other; keep one")]
    [InlineData("split: { test: 0.3 }", "split: { column: deny }", "5:3 data.split.column: the label cannot say the part of a row too")]
    [InlineData("bins: [25, 45]", "bins: [45, 25]", "7:46 data.sensitive[1].bins[1]: edges must ascend, and 25 does not lie above 45")]
    [InlineData("bins: [25, 45]", "bins: [25, .inf]",
        "7:46 data.sensitive[1].bins[1]: expected a number, found .inf, which is not a finite number")]
    [InlineData("bins: [25, 45]", "bins: []", "7:41 data.sensitive[1].bins: expected at least 1 entry, each a number")]
    [InlineData("as: age_band", "as: sex", "7:20 data.sensitive[1]: the sensitive column 'sex' is declared on line 7 already; give one of "
        + "them another name with 'as'")]
    // Model.
    [InlineData("train: {", "onnx: {", "9:3 model.onnx: 'onnx' is a word of the policy language that this version of Gate does not serve "
        + "yet; it serves: train, predictions")]
    [InlineData("train: {", "trian: {", "9:3 model.trian: unknown key 'trian'; did you mean 'train'?",
        "9:3 model: expected exactly one of train, predictions")]
    [InlineData("max_depth: 4 }", "max_depth: 4 }\n  predictions: { score: s }",
        "10:3 model.predictions: 'train' (line 9) and 'predictions' exclude each other; keep one")]
    [InlineData("max_depth: 4 }", "max_depth: 4 }\n  threshold: 1.1",
        "10:14 model.threshold: expected a number from 0 to 1, found the number 1.1")]
    [InlineData("algorithm: decision_tree, ", "", "9:12 model.train.algorithm: is missing; expected decision_tree, "
        + "logistic_regression or auto")]
    [InlineData("algorithm: decision_tree", "algorithm: decision_tre",
        "9:23 model.train.algorithm: unknown algorithm 'decision_tre'; did you mean 'decision_tree'?")]
    [InlineData("max_depth: 4", "max_dept: 4", "9:38 model.train.max_dept: unknown key 'max_dept'; did you mean 'max_depth'?")]
    [InlineData("max_depth: 4", "max_depth: 4.5", "9:49 model.train.max_depth: expected a whole number from 1 to 64, found the number 4.5")]
    [InlineData("max_depth: 4", "max_depth: 0", "9:49 model.train.max_depth: expected a whole number from 1 to 64, found the number 0")]
    [InlineData("max_depth: 4", "min_samples_leaf: null",
        "9:56 model.train.min_samples_leaf: expected a whole number, at least 1, found nothing (null)")]
    [InlineData("max_depth: 4", "criterion: ginni", "9:49 model.train.criterion: unknown criterion 'ginni'; did you mean 'gini'?")]
    [InlineData("decision_tree, max_depth: 4", "logistic_regression, fit_intercept: yes",
        "9:59 model.train.fit_intercept: expected true or false, found the text 'yes'")]
    [InlineData("  split: { test: 0.3 }\n", "", "8:3 model.train: a model that the run trains must be measured on rows that it has not "
        + "seen; add 'split: { test: 0.3 }' or 'test: holdout.csv' to data")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: {}",
        "9:16 model.predictions: expected at least one of prediction, score")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { score: s, key: id }",
        "9:28 model.predictions.key: 'key' has no meaning without 'source'")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { score: [a, b] }",
        "9:25 model.predictions.score: expected text (a column name), or a map from each class to text (a column name), found a list")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { score: { yes: a, no: b } }",
        "9:25 model.predictions.score: for binary_classification the score is one column, that of the positive class")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { prediction: deny }",
        "9:18 model.predictions.prediction: 'deny' is the label, so it says nothing about the model")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { prediction: p }\n  threshold: 0.4",
        "10:3 model.threshold: a threshold has nothing to act on without a score column")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { prediction: p, score: s }\n  threshold: 0.4",
        "10:3 model.threshold: has no effect, because the predicted classes are read from the column named as 'prediction'; remove one of "
        + "the two")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { prediction: p }\nbaseline: { onnx: old.onnx }",
        "10:13 baseline.onnx: 'onnx' is a word of the policy language that this version of Gate does not serve yet; it serves: train, "
        + "predictions")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "threshold: 0.5",
        "9:3 model: expected exactly one of train, predictions")]
    public void A_mistake_is_reported_where_it_stands(string line, string instead, params string[] expected)
    {
        Assert.Contains(line, Policies.Minimal, StringComparison.Ordinal);
        Assert.Equal(expected, Policies.Problems(Policies.Minimal.Replace(line, instead, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("regression", "r2", "  threshold: 0.5", "10:3 model.threshold: has a meaning for binary_classification only, and the task "
        + "is regression")]
    [InlineData("regression", "accuracy", "",
        "11:13 conditions[0].metric: 'accuracy' does not serve regression; there are: mean_absolute_error, r2")]
    [InlineData("multiclass_classification", "roc_auc", "",
        "11:13 conditions[0].metric: 'roc_auc' does not serve multiclass_classification; there are: accuracy, "
        + "brier_score_loss")]
    public void What_belongs_to_another_task_is_reported(string task, string metric, string inModel, string expected)
    {
        string yaml = Policies.Minimal.Replace("binary_classification", task, StringComparison.Ordinal)
            .Replace("accuracy", metric, StringComparison.Ordinal);
        if (inModel.Length > 0) yaml = yaml.Replace("max_depth: 4 }", "max_depth: 4 }\n" + inModel, StringComparison.Ordinal);
        Assert.Equal(expected, Policies.Problem(yaml));
    }

    [Fact]
    public void One_column_with_the_scores_of_two_classes_is_reported() =>
        Assert.Equal(
            "9:37 model.predictions.score.b: the column 'p0' holds the scores of 'a' already; every class has a column of its own",
            Policies.Problem(Policies.Minimal.Replace("binary_classification", "multiclass_classification", StringComparison.Ordinal)
                .Replace("train: { algorithm: decision_tree, max_depth: 4 }", "predictions: { score: { a: p0, b: p0 } }",
                    StringComparison.Ordinal)));

    [Fact]
    public void A_learner_of_another_task_is_reported() =>
        Assert.Equal(
            "9:23 model.train.algorithm: 'logistic_regression' does not serve regression; there are: decision_tree",
            Policies.Problem(Policies.Minimal.Replace("binary_classification", "regression", StringComparison.Ordinal)
                .Replace("accuracy", "r2", StringComparison.Ordinal)
                .Replace("decision_tree, max_depth: 4", "logistic_regression", StringComparison.Ordinal)));
}
