using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gate.Models.MicrosoftMl.Worker;

/// <summary>A model of ML.NET in the process that scores: what it reads, what it answers, and its answers.</summary>
internal sealed class LoadedModel
{
    private const string Score = "Score", Probability = "Probability", Predicted = "PredictedLabel";

    private readonly ITransformer transformer;
    private readonly DataViewSchema schema;

    private LoadedModel(ITransformer transformer, DataViewSchema schema)
    {
        (this.transformer, this.schema) = (transformer, schema);
        var empty = new FedView(schema, 0, new Dictionary<string, Array>());
        IDataView said = transformer.Transform(empty);
        Answer = AnswerOf(said.Schema);
        using (said.GetRowCursor(said.Schema.Where(column => column.Name == Output && !column.IsHidden))) { }
        Inputs = [.. schema.Where(column => !column.IsHidden && empty.Asked.Contains(column.Name)).Select(Input)];
    }

    /// <summary>The columns that its answers depend on, in the order of its schema.</summary>
    public IReadOnlyList<InputColumn> Inputs { get; }

    /// <summary>What it answers with.</summary>
    public Answer Answer { get; }

    private string Output => Answer.Kind == AnswerKind.Probability ? Probability : Score;

    /// <summary>Loads a model.</summary>
    /// <exception cref="InvalidDataException">It is none that is scored here; a clause that goes on from the file's name.</exception>
    public static LoadedModel Of(byte[] zip)
    {
        ITransformer transformer = new MLContext(seed: 0).Model.Load(new MemoryStream(zip, writable: false), out DataViewSchema? schema);
        return new(transformer, schema ?? throw new InvalidDataException("does not say which columns it reads; save it with its schema: "
            + "mlContext.Model.Save(model, data.Schema, …)"));
    }

    /// <summary>Scores rows: row-major, rows × width.</summary>
    public double[] ScoreRows(int rows, IReadOnlyDictionary<string, Array> values)
    {
        IDataView said = transformer.Transform(new FedView(schema, rows, values));
        DataViewSchema.Column column = said.Schema[Output];
        var scores = new double[rows * Answer.Width];
        using DataViewRowCursor cursor = said.GetRowCursor([column]);
        int row = 0;
        if (Answer.Kind == AnswerKind.Scores)
        {
            ValueGetter<VBuffer<float>> all = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> vector = default;
            for (; row < rows && cursor.MoveNext(); row++)
            {
                all(ref vector);
                if (vector.Length != Answer.Width) throw new InvalidDataException("answers with another number of scores than it said");
                foreach (KeyValuePair<int, float> score in vector.Items()) scores[(row * Answer.Width) + score.Key] = score.Value;
            }
        }
        else
        {
            ValueGetter<float> one = cursor.GetGetter<float>(column);
            float value = 0;
            for (; row < rows && cursor.MoveNext(); row++)
            {
                one(ref value);
                scores[row] = value;
            }
        }
        return row == rows && !cursor.MoveNext() ? scores
            : throw new InvalidDataException("does not answer with one score for each row: it leaves rows out, or adds some");
    }

    private static Answer AnswerOf(DataViewSchema said)
    {
        DataViewSchema.Column score = said.GetColumnOrNull(Score)
            ?? throw new InvalidDataException("has no column 'Score': it predicts nothing that Gate reads");
        if (score.Type is VectorDataViewType { Size: > 1 } vector && vector.ItemType == NumberDataViewType.Single)
            return new(AnswerKind.Scores, vector.Size, ClassesOf(score, vector.Size));
        if (score.Type != NumberDataViewType.Single)
            throw new InvalidDataException($"answers with '{score.Type}' as its Score, which Gate does not read");
        if (said.GetColumnOrNull(Probability) is { } probability && probability.Type == NumberDataViewType.Single)
            return new(AnswerKind.Probability, 1, []);
        if (said.GetColumnOrNull(Predicted) is { } predicted && predicted.Type is BooleanDataViewType)
            throw new InvalidDataException("tells two classes apart without a probability; calibrate it in ML.NET "
                + "(mlContext.BinaryClassification.Calibrators.Platt) and save it again");
        return new(AnswerKind.Value, 1, []);
    }

    /// <summary>The names of classes stand beside the scores, as texts or as numbers.</summary>
    private static string[] ClassesOf(DataViewSchema.Column score, int count)
    {
        foreach (string kind in (string[])["SlotNames", "TrainingLabelValues"])
        {
            if (score.Annotations.Schema.GetColumnOrNull(kind)?.Type is not VectorDataViewType type) continue;
            string[] names = [];
            if (type.ItemType is TextDataViewType)
            {
                VBuffer<ReadOnlyMemory<char>> texts = default;
                score.Annotations.GetValue(kind, ref texts);
                names = [.. texts.DenseValues().Select(text => text.ToString())];
            }
            else if (type.ItemType == NumberDataViewType.Single)
            {
                VBuffer<float> numbers = default;
                score.Annotations.GetValue(kind, ref numbers);
                names = [.. numbers.DenseValues().Select(number => number.ToString(CultureInfo.InvariantCulture))];
            }
            if (names.Length == count) return names;
        }
        return [];
    }

    private static InputColumn Input(DataViewSchema.Column column)
    {
        string type = column.Type.ToString() ?? "?";
        Type raw = column.Type.RawType;
        if (column.Type is VectorDataViewType { Size: > 0 } vector
            && (vector.ItemType == NumberDataViewType.Single || vector.ItemType == NumberDataViewType.Double))
            return new(column.Name, InputForm.Real, vector.Size, type);
        return column.Type switch
        {
            TextDataViewType => new(column.Name, InputForm.Text, 1, type),
            BooleanDataViewType => new(column.Name, InputForm.Whole, 1, type, 0, 1),
            NumberDataViewType when raw == typeof(float) || raw == typeof(double) => new(column.Name, InputForm.Real, 1, type),
            NumberDataViewType when raw == typeof(sbyte) => new(column.Name, InputForm.Whole, 1, type, sbyte.MinValue, sbyte.MaxValue),
            NumberDataViewType when raw == typeof(short) => new(column.Name, InputForm.Whole, 1, type, short.MinValue, short.MaxValue),
            NumberDataViewType when raw == typeof(int) => new(column.Name, InputForm.Whole, 1, type, int.MinValue, int.MaxValue),
            NumberDataViewType when raw == typeof(byte) => new(column.Name, InputForm.Whole, 1, type, 0, byte.MaxValue),
            NumberDataViewType when raw == typeof(ushort) => new(column.Name, InputForm.Whole, 1, type, 0, ushort.MaxValue),
            NumberDataViewType when raw == typeof(uint) => new(column.Name, InputForm.Whole, 1, type, 0, uint.MaxValue),
            // Beyond 2^53 doubles lie farther apart than whole numbers.
            NumberDataViewType when raw == typeof(long) => new(column.Name, InputForm.Whole, 1, type, -(1L << 53), 1L << 53),
            NumberDataViewType when raw == typeof(ulong) => new(column.Name, InputForm.Whole, 1, type, 0, 1L << 53),
            _ => throw new InvalidDataException($"reads the column '{column.Name}' as {type}, which Gate does not feed; let the pipeline "
                + "begin with numbers, texts, booleans or one vector of numbers"),
        };
    }
}
