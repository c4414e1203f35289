using System.IO.Pipes;
using Gate.Data;
using Gate.Models.MicrosoftMl.Scoring;
using Gate.Models.MicrosoftMl.Worker;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gate.Tests.Models.MicrosoftMl.Zips;

/// <summary>Models that Microsoft.ML saves, and what they say of rows by Microsoft.ML.</summary>
internal static class MlNetZips
{
    internal sealed class Person
    {
        public float Age { get; set; }

        public string Town { get; set; } = "";

        public int Rooms { get; set; }

        public bool Paid { get; set; }

        public string Kind { get; set; } = "";

        public float Amount { get; set; }
    }

    private static readonly string[] towns = ["Ulm", "Bonn", "Jena", ""], kinds = ["low", "mid", "high"];

    public static Person[] People(int rows, int seed = 3)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ =>
        {
            float age = random.Next(12) == 0 ? float.NaN : random.Next(18, 80);
            (int town, int rooms) = (random.Next(towns.Length), random.Next(1, 6));
            double signal = (float.IsNaN(age) ? 50 : age) + (10 * town) + (4 * rooms) + (8 * random.NextDouble());
            return new Person { Age = age, Town = towns[town], Rooms = rooms, Paid = signal > 80, Amount = (float)signal,
                Kind = kinds[signal < 65 ? 0 : signal < 90 ? 1 : 2] };
        })];
    }

    /// <summary>The same rows as Gate has them.</summary>
    public static Table Table(Person[] people) => new([
        TestData.Numbers("Age", [.. people.Select(person => (double)person.Age)]),
        TestData.Texts("Town", [.. people.Select(person => person.Town)]),
        new NumericColumn("Rooms", [.. people.Select(person => (double)person.Rooms)], ColumnType.Integer),
    ]);

    /// <summary>A pipeline from raw columns to a model of a task.</summary>
    public static (byte[] Zip, ITransformer Model) Train(TaskType task, Person[] people)
    {
        var context = new MLContext(seed: 1);
        IDataView view = context.Data.LoadFromEnumerable(people);
        var columns = context.Transforms.ReplaceMissingValues("Age").Append(context.Transforms.Categorical.OneHotEncoding("Town"))
            .Append(context.Transforms.Conversion.ConvertType("Rooms", outputKind: DataKind.Single))
            .Append(context.Transforms.Concatenate("Features", "Age", "Town", "Rooms"));
        IEstimator<ITransformer> pipeline = task switch
        {
            TaskType.BinaryClassification => columns.Append(context.BinaryClassification.Trainers.FastTree("Paid", numberOfTrees: 10)),
            TaskType.Regression => columns.Append(context.Regression.Trainers.FastTree("Amount", numberOfTrees: 10)),
            _ => columns.Append(context.Transforms.Conversion.MapValueToKey("Label", "Kind"))
                .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
                .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel")),
        };
        return Save(context, pipeline.FitAlone(view), view.Schema);
    }

    public static (byte[] Zip, ITransformer Model) Save(MLContext context, ITransformer model, DataViewSchema schema)
    {
        using var stream = new MemoryStream();
        context.Model.Save(model, schema, stream);
        return (stream.ToArray(), model);
    }

    public static MlNetOptions Options(TaskType task, IReadOnlyList<string> classes, params string[] features) =>
        new(task, classes, features.Length > 0 ? features : ["Age", "Town", "Rooms"], () => new InThisProcess());

    /// <summary>The loop on a thread of this process, behind pipes.</summary>
    internal sealed class InThisProcess : IScoringProcess
    {
        private readonly AnonymousPipeServerStream requests = new(PipeDirection.Out), answers = new(PipeDirection.In);

        public InThisProcess()
        {
            var asked = new AnonymousPipeClientStream(PipeDirection.In, requests.ClientSafePipeHandle);
            var said = new AnonymousPipeClientStream(PipeDirection.Out, answers.ClientSafePipeHandle);
            new Thread(() =>
            {
                try
                {
                    ScoringLoop.Run(asked, said);
                }
                catch (Exception error) when (error is IOException or ObjectDisposedException)
                {
                    // Nobody listens any more.
                }
            }) { IsBackground = true }.Start();
        }

        public Stream Requests => requests;

        public Stream Answers => answers;

        public string? HowItEnded => null;

        public void Kill()
        {
            requests.Dispose();
            answers.Dispose();
        }

        public void Dispose() => Kill();
    }
}
