using Gate.Data;
using Gate.Models;
using Gate.Tests.Models.LightGbm;

namespace Gate.Tests.Models;

/// <summary>Scoring rows again with one column changed gives what scoring the changed table gives.</summary>
public class Rescoring
{
    public static TheoryData<string, TaskType> Learners => new()
    {
        { "logistic_regression", TaskType.BinaryClassification },
        { "logistic_regression", TaskType.MulticlassClassification },
        { "linear_regression", TaskType.Regression },
        { "poisson_regression", TaskType.Regression },
        { "decision_tree", TaskType.BinaryClassification },
        { "decision_tree", TaskType.MulticlassClassification },
        { "decision_tree", TaskType.Regression },
    };

    private static TrainingData Data(TaskType task)
    {
        var random = new Random(4);
        const int Rows = 700;
        double[] a = [.. Enumerable.Range(0, Rows).Select(i => i % 11 == 0 ? double.NaN : random.NextDouble())];
        string?[] texts = [.. Enumerable.Range(0, Rows).Select(i => i % 13 == 0 ? null : "abcd".Substring(random.Next(4), 1))];
        var features = new Table([TestData.Numbers("a", a), TestData.Texts("t", texts), TestData.Numbers("b", [.. a.Select(_ =>
            random.NextDouble())])]);
        double[] targets = [.. a.Select((x, i) => (double.IsNaN(x) ? 0.5 : x) + (texts[i] == "a" ? 0.4 : 0) + 0.2 * random.NextDouble())];
        int[] labels = [.. targets.Select(t => task == TaskType.BinaryClassification ? (t > 0.7 ? 1 : 0) : Math.Min(2, (int)(t * 2.2)))];
        return task switch
        {
            TaskType.Regression => new(task, features, [], null, targets, null),
            TaskType.BinaryClassification => new(task, features, ["no", "yes"], labels, null, null),
            _ => new(task, features, ["x", "y", "z"], labels, null, null),
        };
    }

    [LightGbmTheory]
    [InlineData(TaskType.BinaryClassification)]
    [InlineData(TaskType.MulticlassClassification)]
    [InlineData(TaskType.Regression)]
    public void Of_lightgbm_agrees_with_scoring_all_columns(TaskType task) => Agrees_with_scoring_all_columns("lightgbm", task);

    [Theory]
    [MemberData(nameof(Learners))]
    public void Agrees_with_scoring_all_columns(string learner, TaskType task)
    {
        TrainingData data = Data(task);
        IModel model = TestData.Learner(learner).Fit(data);
        IRescoring rows = ((IRescores)model).Prepare(data.Features);
        int[] turned = [.. Enumerable.Range(0, data.Features.RowCount).Select(i => (i + 57) % data.Features.RowCount)];
        foreach (string name in ((IUsesFeatures)model).UsedFeatures)
        {
            Column shuffled = data.Features[name].Take(turned);
            double[] expected = model.Score(data.Features.With(shuffled)), actual = rows.Score(shuffled);
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 13));
            Assert.Equal(model.Score(data.Features), rows.Score(data.Features[name]));
        }
    }
}
