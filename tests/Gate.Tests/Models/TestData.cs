using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Models;
using Gate.Tests.Reference;

namespace Gate.Tests.Models;

/// <summary>Training data for tests, small by hand and real from the reference files.</summary>
internal static class TestData
{
    public static readonly string[] AdultFeatures =
        ["age", "education-num", "capital-gain", "capital-loss", "hours-per-week", "workclass", "education", "marital-status", "occupation",
            "relationship", "native-country"];

    public static NumericColumn Numbers(string name, params double[] values) => new(name, values);

    public static CategoryColumn Texts(string name, params string?[] texts) =>
        (CategoryColumn)TestCsv.ToColumn(name, Array.ConvertAll(texts, text => text ?? ""));

    public static TrainingData Binary(int[] labels, params Column[] features) =>
        new(TaskType.BinaryClassification, new Table(features), ["no", "yes"], labels, null, null);

    public static TrainingData Regression(double[] targets, params Column[] features) =>
        new(TaskType.Regression, new Table(features), [], null, targets, null);

    /// <summary>A learner by name, with the parameters given and defaults for the rest.</summary>
    public static ILearner Learner(string name, params (string Name, object? Value)[] parameters)
    {
        // An additive model takes 9,500 passes by default, which tests of other things need not wait for.
        if (name == "gam" && parameters.Length == 0) parameters = [("number_of_iterations", 200), ("learning_rate", 0.05)];
        return Learners.Find(name)!.Create(parameters.ToDictionary(p => p.Name, p => p.Value is int whole ? (double)whole : p.Value));
    }

    /// <summary>Whether a learner serves regressions only.</summary>
    public static bool IsOfNumbers(string name) => !Learners.Find(name)!.Tasks.Contains(TaskType.BinaryClassification);

    /// <summary>A reference data set of numbers: the last column is the label.</summary>
    public static TrainingData Labelled(string file)
    {
        Table table = TestCsv.Read(ReferenceFiles.Path("data/" + file));
        var label = (NumericColumn)table.Columns[^1];
        CategoryColumn classes = label.ToCategories();
        TaskType task = classes.Categories.Length switch { 2 => TaskType.BinaryClassification, < 10 => TaskType.MulticlassClassification,
            _ => TaskType.Regression };
        Table features = table.Select(table.Names.SkipLast(1));
        return task == TaskType.Regression
            ? new(task, features, [], null, label.Values, null)
            : new(task, features, classes.Categories, classes.Codes, null, null);
    }

    private static readonly Lazy<(TrainingData Train, TrainingData Test)> AdultOnce = new(() => ReadAdult(AdultFeatures));

    /// <summary>UCI Adult with its own split, without sex and race among the features.</summary>
    public static (TrainingData Train, TrainingData Test) Adult()
    {
        _ = ReferenceFiles.Path("data/adult.csv");
        return AdultOnce.Value;
    }

    /// <summary>The same with further features.</summary>
    public static (TrainingData Train, TrainingData Test) Adult(string[] more)
    {
        _ = ReferenceFiles.Path("data/adult.csv");
        return ReadAdult([.. AdultFeatures, .. more]);
    }

    private static (TrainingData, TrainingData) ReadAdult(string[] features)
    {
        Table table = TestCsv.Read(ReferenceFiles.Path("data/adult.csv"));
        return (Part("train"), Part("test"));

        TrainingData Part(string split)
        {
            var splits = (CategoryColumn)table["split"];
            int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => splits.Categories[splits.Codes[row]] == split)];
            var income = (CategoryColumn)table["income"].Take(rows);
            return new(TaskType.BinaryClassification, table.Select(features).Take(rows), income.Categories, income.Codes, null, null);
        }
    }

    public static double Accuracy(double[] scores, int[] labels)
    {
        int right = 0;
        for (int i = 0; i < labels.Length; i++)
            if (scores[i] > 0.5 == (labels[i] == 1)) right++;
        return (double)right / labels.Length;
    }
}
