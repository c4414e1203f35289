using Gate.Data;
using Gate.Evaluation;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>Every column that a policy names is looked for in its file, and all that are missing are told at once, in the order of their
/// places.</summary>
public sealed class AbsentColumnTests
{
    private static string[] Problems(string policy, bool run = true)
    {
        using TestRun test = new(policy, ("d.csv", "id,y,x,z,g\n1,1,1,1,a\n2,0,2,2,b\n"), ("q.csv", "id,p\n1,1\n2,0\n"));
        PolicyException refused = run ? Assert.Throws<PolicyException>(() => test.Execute())
            : Assert.Throws<PolicyException>(() => PolicyCheck.Check(test.Inputs));
        return [.. refused.Problems.Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Path}: {problem.Message}")];
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_the_data_and_of_conditions(bool run) => Assert.Equal(
        [
            "6:3 data.label: the label 'yy' is not a column of the data; did you mean 'y'?",
            "7:3 data.weight: the weight column 'w' is not a column of the data; there are: id, y, x, z, g",
            "8:15 data.sensitive[0]: the sensitive column 'gg' is not a column of the data; did you mean 'g'?",
            "9:28 data.features.include[1]: the feature 'a' is not a column of the data; there are: id, y, x, z, g",
            "9:42 data.features.exclude[0]: the excluded feature 'b' is not a column of the data; there are: id, y, x, z, g",
            "10:37 data.split.stratify[1]: the column to stratify on 'c' is not a column of the data; there are: id, y, x, z, g",
            "13:63 control: the control column 'd' is not a column of the data; there are: gg, id, y, x, z, g",
        ],
        Problems("""
            version: 1
            name: absent
            task: binary_classification
            data:
              source: d.csv
              label: yy
              weight: w
              sensitive: [gg]
              features: { include: [x, a], exclude: [b] }
              split: { test: 0.5, stratify: [y, c] }
            model: { train: { algorithm: decision_tree } }
            conditions:
            - { metric: accuracy, by: gg, compare: ratio, control: [g, x, d], min: 0.5 }
            """, run));

    [Fact]
    public void Of_the_split() => Assert.Equal(
        ["4:43 data.split.column: the split column 'part' is not a column of the data; there are: id, y, x, z, g"],
        Problems("""
            version: 1
            name: absent
            task: binary_classification
            data: { source: d.csv, label: y, split: { column: part } }
            model: { train: { algorithm: decision_tree } }
            conditions: [{ metric: accuracy, min: 0.5 }]
            """));

    [Fact]
    public void Of_predictions_in_the_data_and_in_a_file_of_their_own() => Assert.Equal(
        [
            "5:25 model.predictions.prediction: the prediction column 'pp' is not a column of the data; there are: id, y, x, z, g",
            "5:41 model.predictions.score: the score column 's' is not a column of the data; there are: id, y, x, z, g",
            "6:28 baseline.predictions.prediction: the prediction column 'z' is not a column of q.csv; there are: id, p",
            "6:64 baseline.predictions.key: the key column 'x' is not a column of q.csv; there are: id, p",
            "6:67 baseline.predictions.key: the key column 'no' is not a column of q.csv; there are: id, p",
            "6:67 baseline.predictions.key: the key column 'no' is not a column of the data; there are: id, y, x, z, g",
        ],
        Problems("""
            version: 1
            name: absent
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: pp, score: s } }
            baseline: { predictions: { prediction: z, source: q.csv, key: [x, no] } }
            conditions: [{ metric: accuracy, min: 0.5 }]
            """));

    [Theory]
    [InlineData("y,x\n1,1\n0,2\n", "the column 'g'")]
    [InlineData("x\n1\n2\n", "the columns 'g', 'y'")]
    [InlineData("y,g\n1,a\n0,b\n", "the column 'x'")]
    public void Of_the_test_file(string csv, string absent)
    {
        using TestRun test = new("""
            version: 1
            name: absent
            task: binary_classification
            data: { source: d.csv, test: t.csv, label: y, sensitive: g, features: { exclude: [z, id] } }
            model: { train: { algorithm: decision_tree } }
            conditions: [{ metric: accuracy, min: 0.5 }]
            """, ("d.csv", "id,y,x,z,g\n1,1,1,1,a\n2,0,2,2,b\n"), ("t.csv", csv));
        string message = Assert.Throws<DataException>(() => test.Execute()).Message;
        Assert.StartsWith($"the test file t.csv lacks {absent[..absent.IndexOf(' ', 4)]}", message, StringComparison.Ordinal);
        Assert.All(absent[(absent.IndexOf(' ', 4) + 1)..].Split(", "), name => Assert.Contains(name, message, StringComparison.Ordinal));
        Assert.EndsWith(" of the training data", message, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<DataException>(() => PolicyCheck.Check(test.Inputs)).Message);
    }

    [Fact]
    public void A_control_column_of_the_test_file()
    {
        using TestRun test = new("""
            version: 1
            name: absent
            task: binary_classification
            data: { source: d.csv, test: t.csv, label: y, sensitive: g }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, by: g, compare: ratio, control: x, min: 0.5 }]
            """, ("d.csv", "y,p,x,z,g\n1,1,1,1,a\n0,0,2,2,b\n"), ("t.csv", "y,p,g\n1,1,a\n0,0,b\n"));
        Assert.Equal("the test file t.csv lacks the column 'x' of the training data",
            Assert.Throws<DataException>(() => test.Execute()).Message);
    }
}
