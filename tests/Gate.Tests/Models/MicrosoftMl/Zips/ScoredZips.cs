using Gate.Data;
using Gate.Models;
using Gate.Models.MicrosoftMl.Scoring;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gate.Tests.Models.MicrosoftMl.Zips;

/// <summary>A zip of ML.NET says through Gate what it says in ML.NET.</summary>
public sealed class ScoredZips
{
    private static readonly string[] two = ["False", "True"], three = ["high", "low", "mid"];

    private static float[] Own(ITransformer model, MlNetZips.Person[] people, string column) =>
        [.. model.Transform(new MLContext().Data.LoadFromEnumerable(people)).GetColumn<float>(column)];

    [Theory]
    [InlineData(TaskType.BinaryClassification, "Probability")]
    [InlineData(TaskType.Regression, "Score")]
    public void Of_two_classes_and_of_numbers(TaskType task, string column)
    {
        (byte[] zip, ITransformer own) = MlNetZips.Train(task, MlNetZips.People(400));
        MlNetZips.Person[] other = MlNetZips.People(150, seed: 9);
        using MlNetModel model = MlNetModel.Load("m.zip", zip, MlNetZips.Options(task, task == TaskType.Regression ? [] : two));
        Assert.Equal(Own(own, other, column).Select(score => (double)score), model.Score(MlNetZips.Table(other)));
        // The label stands in the schema too, and is asked of nobody.
        Assert.Equal(["Age", "Town", "Rooms"], model.Features);
        Assert.Equal([InputKind.Number, InputKind.Category, InputKind.Number], model.Inputs.Select(input => input.Kind));
    }

    [Fact]
    public void Of_several_classes_whose_names_the_model_carries()
    {
        (byte[] zip, ITransformer own) = MlNetZips.Train(TaskType.MulticlassClassification, MlNetZips.People(400));
        MlNetZips.Person[] other = MlNetZips.People(100, seed: 9);
        using MlNetModel model = MlNetModel.Load("m.zip", zip, MlNetZips.Options(TaskType.MulticlassClassification, three));
        double[] scores = model.Score(MlNetZips.Table(other));
        IDataView said = own.Transform(new MLContext().Data.LoadFromEnumerable(other));
        string[] predicted = [.. said.GetColumn<string>("PredictedLabel")];
        for (int row = 0; row < 100; row++)
        {
            double[] one = scores[(row * 3)..((row + 1) * 3)];
            Assert.Equal(predicted[row], three[Array.IndexOf(one, one.Max())]);
            Assert.Equal(1, one.Sum(), 1e-5);
        }
    }

    [Fact]
    public void Columns_are_named_in_the_policy_where_names_differ()
    {
        (byte[] zip, _) = MlNetZips.Train(TaskType.BinaryClassification, MlNetZips.People(300));
        Table rows = MlNetZips.Table(MlNetZips.People(50));
        Table renamed = new([((NumericColumn)rows["Age"]).Rename("alter"), rows["Town"], rows["Rooms"]]);
        MlNetOptions options = MlNetZips.Options(TaskType.BinaryClassification, two, "alter", "Town", "Rooms");
        string message = Assert.Throws<ModelException>(() => MlNetModel.Load("m.zip", zip, options)).Message;
        Assert.StartsWith("m.zip reads the column 'Age', and no feature is called so", message, StringComparison.Ordinal);
        using MlNetModel byName = MlNetModel.Load("m.zip", zip,
            options with { ColumnsByInput = new Dictionary<string, string> { ["Age"] = "alter" } });
        using MlNetModel byPlace = MlNetModel.Load("m.zip", zip, options with { Columns = ["alter", "Town", "Rooms"] });
        using MlNetModel plain = MlNetModel.Load("m.zip", zip, MlNetZips.Options(TaskType.BinaryClassification, two));
        Assert.Equal(plain.Score(rows), byName.Score(renamed));
        Assert.Equal(plain.Score(rows), byPlace.Score(renamed));
        Assert.NotEqual(plain.Digest, byName.Digest);
        Assert.StartsWith("m.zip reads no column 'Agee'; did you mean 'Age'?", Assert.Throws<ModelException>(() => MlNetModel.Load("m.zip",
            zip, options with { ColumnsByInput = new Dictionary<string, string> { ["Agee"] = "alter" } })).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Which class is true is said or plain, never guessed.</summary>
    [Fact]
    public void The_classes_of_true_and_false()
    {
        (byte[] zip, _) = MlNetZips.Train(TaskType.BinaryClassification, MlNetZips.People(300));
        Table rows = MlNetZips.Table(MlNetZips.People(50));
        double[] Scores(string[] classes, params string[] own)
        {
            using MlNetModel model = MlNetModel.Load("m.zip", zip,
                MlNetZips.Options(TaskType.BinaryClassification, classes) with { ModelClasses = own });
            return model.Score(rows);
        }
        double[] straight = Scores(["0", "1"]), turned = [.. straight.Select(score => 1 - score)];
        Assert.Equal(straight, Scores(["no", "yes"], "no", "yes"));
        Assert.Equal(turned, Scores(["no", "yes"], "yes", "no"));
        Assert.Equal(turned, Scores(["true", "false"]));
        string message = Assert.Throws<ModelException>(() => Scores(["no", "yes"])).Message;
        Assert.Contains("name the label's classes in the model's order (false, then true)", message, StringComparison.Ordinal);
        Assert.Contains("predicts", Assert.Throws<ModelException>(() => MlNetModel.Load("m.zip",
            MlNetZips.Train(TaskType.Regression, MlNetZips.People(300)).Zip,
            MlNetZips.Options(TaskType.BinaryClassification, two))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_vector_takes_the_features_in_their_order()
    {
        var context = new MLContext(seed: 1);
        var rows = MlNetZips.People(300).Where(person => !float.IsNaN(person.Age)).Select(person => new Two
        {
            Features = [person.Age, person.Rooms], Label = person.Amount,
        }).ToArray();
        IDataView view = context.Data.LoadFromEnumerable(rows);
        (byte[] zip, ITransformer own) = MlNetZips.Save(context,
            context.Regression.Trainers.FastTree(numberOfTrees: 5).FitAlone(view), view.Schema);
        Table table = new([TestData.Numbers("a", [.. rows.Select(row => (double)row.Features[0])]),
            TestData.Numbers("b", [.. rows.Select(row => (double)row.Features[1])])]);
        using MlNetModel model = MlNetModel.Load("m.zip", zip, MlNetZips.Options(TaskType.Regression, [], "a", "b"));
        Assert.Equal(own.Transform(view).GetColumn<float>("Score").Select(score => (double)score), model.Score(table));
        Assert.Contains("reads 2 values a row", Assert.Throws<ModelException>(() =>
            MlNetModel.Load("m.zip", zip, MlNetZips.Options(TaskType.Regression, [], "a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_have_no_place_in_the_inputs_type_are_named_and_the_model_goes_on()
    {
        (byte[] zip, _) = MlNetZips.Train(TaskType.Regression, MlNetZips.People(300));
        Table rows = MlNetZips.Table(MlNetZips.People(5));
        using MlNetModel model = MlNetModel.Load("m.zip", zip, MlNetZips.Options(TaskType.Regression, []));
        string Message(Column column) => Assert.Throws<ModelException>(() => model.Score(rows.With(column))).Message;
        Assert.StartsWith("m.zip takes Int32 as 'Rooms', and the column 'Rooms' is 1.5 in row 2; correct it",
            Message(TestData.Numbers("Rooms", 1, 1.5, 2, 3, 4)),
            StringComparison.Ordinal);
        Assert.Contains("has no value in row 1; fill it", Message(TestData.Numbers("Rooms", double.NaN, 1, 2, 3, 4)),
            StringComparison.Ordinal);
        Assert.Contains("is text; check which column", Message(TestData.Texts("Age", "x", "y", "x", "y", "x")), StringComparison.Ordinal);
        Assert.Equal(5, model.Score(rows).Length);
    }

    private sealed class Two
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
