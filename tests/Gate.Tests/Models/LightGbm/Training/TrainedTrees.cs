using Gate.Data;
using Gate.Data.Numerics;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.LightGbm;
using Gate.Models.Serialization;
using Gate.Tests.Models.LightGbm.Native;

namespace Gate.Tests.Models.LightGbm.Training;

/// <summary>Models that LightGBM trained say through Gate what they say through LightGBM.</summary>
public sealed class TrainedTrees
{
    public static TheoryData<string, TaskType, int, string> Objectives => new()
    {
        { "binary", TaskType.BinaryClassification, 2, "Logistic" },
        { "multiclass", TaskType.MulticlassClassification, 3, "Softmax" },
        { "multiclassova", TaskType.MulticlassClassification, 4, "LogisticEach" },
        { "regression", TaskType.Regression, 0, "Identity" },
        { "regression_l1", TaskType.Regression, 0, "Identity" },
        { "huber", TaskType.Regression, 0, "Identity" },
        { "fair", TaskType.Regression, 0, "Identity" },
        { "quantile", TaskType.Regression, 0, "Identity" },
        { "mape", TaskType.Regression, 0, "Identity" },
        { "poisson", TaskType.Regression, 0, "Exp" },
        { "gamma", TaskType.Regression, 0, "Exp" },
        { "tweedie", TaskType.Regression, 0, "Exp" },
    };

    /// <summary>The values as the model was trained on them: levels in the order of their texts, a missing one not a number.</summary>
    private static double[][] Values(IModel model, Table rows) => [.. model.Inputs.Select(input => rows[input.Name] switch
    {
        NumericColumn numbers => numbers.Values,
        CategoryColumn texts => Array.ConvertAll(texts.Codes, code => code < 0 ? double.NaN
            : input.Categories.ToList().IndexOf(texts.Categories[code])),
        _ => throw new InvalidOperationException(),
    })];

    /// <summary>LightGBM's raw margins are sums, and what it makes a probability of is their mean where trees are averaged.</summary>
    private static double[] Margins(IModel model, Table rows) =>
        Array.ConvertAll(LightGbmPredictor.Margins(((IOwnFormat)model).OwnBytes.Span, Values(model, rows)),
            sum => sum / ((ITreeModel)model).Sum.Divisor);

    /// <summary>Other rows than those of training, with values that training did not have.</summary>
    private static Table Other()
    {
        Table rows = TrainingRows.Columns(200, seed: 77);
        double[] a = [.. ((NumericColumn)rows["a"]).Values
            .Select((value, row) => row % 9 == 0 ? double.NaN : row % 11 == 0 ? 1e-36 : value)];
        var town = (CategoryColumn)rows["town"];
        string?[] towns = [.. town.Codes.Select((code, row) => row % 7 == 0 ? "Paris" : code < 0 ? null : town.Categories[code])];
        return rows.With(TestData.Numbers("a", a)).With(TestData.Texts("town", towns));
    }

    [LightGbmTheory]
    [MemberData(nameof(Objectives))]
    public void Margins_are_LightGBMs_bit_for_bit_for_every_objective(string objective, TaskType task, int classes, string link)
    {
        TrainingData data = TrainingRows.Of(task, classes, 900);
        IModel model = TestData.Learner("lightgbm", ("objective", objective), ("num_iterations", 30)).Fit(data);
        Assert.Equal(link, ((ITreeModel)model).Link.Kind.ToString());
        Assert.All(((ITreeModel)model).Trees, tree => Assert.True(tree.LeafCount > 2));
        foreach (Table rows in new[] { data.Features, Other() })
            Assert.Equal(Margins(model, rows), ((IMarginModel)model).Margins(rows));
    }

    [LightGbmTheory]
    [InlineData("boosting", "dart", null, null)]
    [InlineData("boosting", "rf", "bagging_freq", "bagging_fraction")]
    [InlineData("data_sample_strategy", "goss", null, null)]
    [InlineData("extra_trees", null, null, null)]
    [InlineData("zero_as_missing", null, null, null)]
    [InlineData("max_cat_to_onehot", "40", null, null)]
    public void Margins_are_LightGBMs_bit_for_bit_for_every_kind_of_trees(string name, string? word, string? freq, string? fraction)
    {
        object? value = word switch { null => true, "40" => 40, _ => word };
        (string, object?)[] parameters = [(name, value), ("num_iterations", 25), ("learning_rate", 0.3),
            .. freq is null ? [] : new (string, object?)[] { (freq, 1), (fraction!, 0.6) }];
        TrainingData data = TrainingRows.Binary(900);
        IModel model = TestData.Learner("lightgbm", parameters).Fit(data);
        Assert.NotEqual(((IDigestedModel)TestData.Learner("lightgbm", ("num_iterations", 25), ("learning_rate", 0.3)).Fit(data)).Digest,
            ((IDigestedModel)model).Digest);
        foreach (Table rows in new[] { data.Features, Other() })
            Assert.Equal(Margins(model, rows), ((IMarginModel)model).Margins(rows));
    }

    [SkippableFact]
    public void Adult_with_all_features_reaches_what_boosting_reaches_there()
    {
        Skip.If(TheLibrary.WhyNot is not null, TheLibrary.WhyNot);
        (TrainingData train, TrainingData test) = TestData.Adult(["sex", "race", "fnlwgt"]);
        IModel model = TestData.Learner("lightgbm").Fit(train);
        double[] scores = model.Score(test.Features);
        Assert.InRange(Auc(scores, test.Labels!), 0.926, 0.935);
        double[] margins = Margins(model, test.Features);
        Assert.Equal(margins, ((IMarginModel)model).Margins(test.Features));
        Assert.Equal(Array.ConvertAll(margins, margin => 1 / (1 + Portable.Exp(-margin))), scores);
    }

    /// <summary>By ranks, equal scores sharing theirs (Mann and Whitney).</summary>
    private static double Auc(double[] scores, int[] labels)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(row => scores[row])];
        double sum = 0, positives = labels.Sum();
        for (int first = 0; first < order.Length;)
        {
            int end = first;
            while (end < order.Length && scores[order[end]] == scores[order[first]]) end++;
            double rank = (first + end + 1) / 2.0;
            for (; first < end; first++) sum += labels[order[first]] * rank;
        }
        return (sum - (positives * (positives + 1) / 2)) / (positives * (labels.Length - positives));
    }

    [LightGbmFact]
    public void A_table_in_which_no_split_is_worth_making_gives_the_share_of_the_classes()
    {
        TrainingData data = TestData.Binary([0, 1, 1, 1, 0, 1], TestData.Numbers("x", 1, 2, 3, 4, 5, 6));
        Assert.All(TestData.Learner("lightgbm").Fit(data).Score(data.Features), score => Assert.Equal(4 / 6.0, score, 6));
    }

    [LightGbmFact]
    public void A_class_without_training_rows_has_probability_0()
    {
        TrainingData two = TrainingRows.Binary(300);
        TrainingData data = two with { Task = TaskType.MulticlassClassification, Classes = ["x", "y", "z"],
            Labels = Array.ConvertAll(two.Labels!, label => 2 * label) };
        double[] scores = TestData.Learner("lightgbm").Fit(data).Score(data.Features);
        for (int row = 0; row < 300; row++)
        {
            Assert.Equal(0, scores[(3 * row) + 1]);
            Assert.Equal(1, scores[3 * row] + scores[(3 * row) + 2], 12);
        }
        Assert.True(TestData.Accuracy([.. scores.Where((_, i) => i % 3 == 2)], two.Labels!) > 0.9);
    }

    [LightGbmFact]
    public void What_LightGBM_writes_is_read_by_Gate_as_a_file_with_the_same_scores()
    {
        TrainingData data = TrainingRows.Binary(500);
        IModel model = TestData.Learner("lightgbm").Fit(data);
        var own = (IOwnFormat)model;
        var file = LightGbmText.Read("model.txt", own.OwnBytes.Span);
        IMarginModel read = new ForeignBinding(data.Task, data.Classes,
            FeatureColumns.Resolve(file, [.. data.Features.Names], new Dictionary<string, string>())).Bind(file);
        Assert.Equal(model.Score(Other()), read.Score(Other()));
    }
}
