using System.Globalization;
using Gate.Data;
using Gate.Data.Numerics;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Sessions;
using Gate.Wording;

namespace Gate.Models.Onnx.Answers;

/// <summary>Reads what a session answered as the scores of the contract.</summary>
internal sealed class AnswerReader
{
    // Sums of single precision end so far beside 0 and 1.
    private const double Slack = 1e-5;

    private readonly OutputChoice choice;
    private readonly OnnxOptions options;
    private readonly IReadOnlyList<string> names;
    private readonly int[] codes;

    /// <summary>Settles what the output's columns mean.</summary>
    /// <exception cref="ModelException">The classes are not those of the data, or their order cannot be told.</exception>
    public AnswerReader(OnnxGraph graph, OutputChoice choice, OnnxOptions options)
    {
        (this.choice, this.options) = (choice, options);
        IReadOnlyList<string> behind = options.Task == TaskType.Regression ? [] : ClassNames.Behind(graph, choice.Port.Name);
        if (behind.Count == 0 && choice.Kind == AnswerKind.Scores) behind = graph.Said.Classes ?? [];
        if (options.ModelClasses.Count > 0 && behind.Count > 0 && behind.Count != options.ModelClasses.Count)
            throw new ModelException($"has {behind.Count} classes ({ClassNames.Some(behind)}), and {options.ModelClasses.Count} are named "
                + "(classes)");
        names = behind;
        Order = options.ModelClasses.Count > 0 ? options.ModelClasses : behind;
        codes = ClassNames.Codes(Order, options.Classes);
    }

    /// <summary>The classes in the model's own order, in the words of the data where these are given; empty where nothing says
    /// it.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>How many numbers a row has in the contract.</summary>
    public int Width => options.Task == TaskType.MulticlassClassification ? options.Classes.Count : 1;

    /// <summary>Reads a batch.</summary>
    /// <param name="answer">What the session answered.</param>
    /// <param name="first">The number of its first row, for messages.</param>
    /// <param name="rows">How many of its rows count.</param>
    /// <param name="filled">How many rows it was asked for.</param>
    /// <param name="into">Where the scores go.</param>
    /// <exception cref="ModelException">It is not what its type or shape promised.</exception>
    public void Read(OnnxValues answer, int first, int rows, int filled, Span<double> into)
    {
        if (choice.Kind == AnswerKind.Labels) Labels(answer, first, rows, filled, into);
        else if (answer is MapValues maps) Scores(maps.Scores, ByKey(maps.Keys), filled, first, rows, into);
        else if (answer is TensorValues tensor)
        {
            double[] numbers = OrtTensors.Numbers(tensor.Values) ?? throw Wrong("texts, where numbers are wanted");
            if (choice.Kind == AnswerKind.Values) Values(numbers, rows, filled, into);
            else Scores(numbers, null, filled, first, rows, into);
        }
    }

    private void Values(double[] numbers, int rows, int filled, Span<double> into)
    {
        if (numbers.Length != filled)
            throw Wrong($"{numbers.Length} numbers for {filled} rows, where one each is wanted");
        numbers.AsSpan(0, rows).CopyTo(into);
    }

    /// <summary>Maps carry their classes: what they are called decides, and not where they stand.</summary>
    private int[] ByKey(IReadOnlyList<string> keys) =>
        options.ModelClasses.Count > 0 && keys.Count == codes.Length && keys.SequenceEqual(names) ? codes
            : ClassNames.Codes(options.ModelClasses.Count == keys.Count ? options.ModelClasses : keys, options.Classes);

    private void Scores(double[] numbers, int[]? given, int filled, int first, int rows, Span<double> into)
    {
        if (numbers.Length == 0 || numbers.Length % filled != 0)
            throw Wrong($"{numbers.Length} numbers for {filled} rows");
        int width = numbers.Length / filled;
        int[] columns = given ?? ColumnCodes(width);
        if (options.Transform != OnnxTransform.None) Transform(numbers, width);
        bool binary = options.Task == TaskType.BinaryClassification;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> mine = numbers.AsSpan(row * width, width);
            if (binary) into[row] = Probability(width == 1 && columns[0] == 0 ? 1 - mine[0] : Positive(mine, columns), first + row);
            else
                for (int c = 0; c < width; c++) into[(row * Width) + columns[c]] = mine[c];
        }
    }

    private static double Positive(ReadOnlySpan<double> scores, int[] columns)
    {
        int at = Array.IndexOf(columns, 1);
        return at < 0 ? 0 : scores[at];
    }

    /// <summary>The class of each column of a tensor of scores.</summary>
    /// <exception cref="ModelException">There are not as many classes, or nothing says their order.</exception>
    public int[] ColumnCodes(int width)
    {
        bool binary = options.Task == TaskType.BinaryClassification;
        // One column of two classes is the score of the second.
        if (binary && width == 1 && codes.Length == 2) return [codes[1]];
        if (codes.Length == width) return codes;
        if (codes.Length > 0)
            throw Wrong($"{width} scores a row for {codes.Length} classes ({ClassNames.Some(Order)})");
        if (width != options.Classes.Count && !(binary && width == 1))
            throw Wrong($"{width} scores a row, and the label has {options.Classes.Count} classes "
                + $"({ClassNames.Some(options.Classes)})");
        // Tools sort their classes. Where the positive one is not the last of them, guessing could turn the model round.
        if (!ClassNames.AreSorted(options.Classes))
            throw Wrong("scores without saying of which class; name the classes in the order of the scores: "
                + $"'classes: [{string.Join(", ", options.Classes.Reverse().Select(Shown.Of))}]' or the other way round");
        return width == 1 ? [1] : [.. Enumerable.Range(0, width)];
    }

    private void Transform(double[] numbers, int width)
    {
        if (options.Transform == OnnxTransform.Sigmoid)
            for (int i = 0; i < numbers.Length; i++) numbers[i] = 1 / (1 + Portable.Exp(-numbers[i]));
        else
            for (int at = 0; at < numbers.Length; at += width)
            {
                Span<double> row = numbers.AsSpan(at, width);
                double most = double.NegativeInfinity, sum = 0;
                foreach (double value in row) most = Math.Max(most, value);
                foreach (ref double value in row) sum += value = Portable.Exp(value - most);
                foreach (ref double value in row) value /= sum;
            }
    }

    private double Probability(double score, int row)
    {
        if (double.IsNaN(score) || (score >= 0 && score <= 1)) return score;
        if (score >= -Slack && score <= 1 + Slack) return score < 0 ? 0 : 1;
        throw Wrong($"{score.ToString(CultureInfo.InvariantCulture)} in row {row + 1}, which is no probability: the threshold needs one. "
            + "Where the scores are log-odds, say so: 'transform: sigmoid' (or softmax); where they are another output's, name it with "
            + "'score'");
    }

    private void Labels(OnnxValues answer, int first, int rows, int filled, Span<double> into)
    {
        if (answer is not TensorValues { Values: { } values } || values.Length != filled)
            throw Wrong("something else than one class for each row");
        string[] said = OrtTensors.Keys(values);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < rows; row++)
        {
            if (!known.TryGetValue(said[row], out int code)) known[said[row]] = code = CodeOf(said[row]);
            if (code < 0)
                throw Wrong($"the class '{Shown.Of(said[row])}' in row {first + row + 1}, and the label has "
                    + $"{ClassNames.Some(options.Classes)}; where they are the same under other names, say which is which: 'classes: [ … "
                    + $"]'");
            if (options.Task == TaskType.BinaryClassification) into[row] = code;
            else into[(row * Width) + code] = 1;
        }
    }

    private int CodeOf(string said)
    {
        int at = names.ToList().IndexOf(said);
        if (at >= 0) return codes[at];
        if (options.ModelClasses.Count == 0) return ClassNames.IndexOf(options.Classes, said);
        // Classes that the file has no names for are numbered.
        return int.TryParse(said, out int number) && number >= 0 && number < codes.Length ? codes[number] : -1;
    }

    private ModelException Wrong(string what) => new($"answers with its output '{Shown.Of(choice.Port.Name)}': {what}");
}
