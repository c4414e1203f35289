namespace Gate.Models.MicrosoftMl.Worker;

/// <summary>The other end of <c>MlNetModel</c>: loads one model and scores rows until nobody asks any more. It runs in a process of its
/// own, since loading may hang or crash on a damaged file.</summary>
public static class ScoringLoop
{
    internal const byte Load = 1, Rows = 2, Done = 0, Failed = 1;

    /// <summary>Answers requests until the stream ends.</summary>
    /// <param name="requests">What is asked.</param>
    /// <param name="answers">Where answers go.</param>
    /// <param name="busy">Told when work begins and when it ends; null where nobody wants to know.</param>
    public static void Run(Stream requests, Stream answers, Action<bool>? busy = null)
    {
        using var reader = new BinaryReader(requests);
        using var writer = new BinaryWriter(answers);
        LoadedModel? model = null;
        for (int request; (request = requests.ReadByte()) >= 0;)
        {
            busy?.Invoke(true);
            try
            {
                if (request == Load) Describe(model = LoadedModel.Of(reader.ReadBytes(reader.ReadInt32())), writer);
                else Score(model!, reader, writer);
            }
            catch (Exception error) when (error is not EndOfStreamException)
            {
                // Whatever a file makes of Microsoft.ML is told; the process on the other side names the file.
                writer.Write(Failed);
                writer.Write(error is InvalidDataException);
                writer.Write(error.Message);
            }
            writer.Flush();
            busy?.Invoke(false);
        }
    }

    private static void Describe(LoadedModel model, BinaryWriter writer)
    {
        writer.Write(Done);
        writer.Write(model.Inputs.Count);
        foreach (InputColumn input in model.Inputs)
        {
            writer.Write(input.Name);
            writer.Write((byte)input.Form);
            writer.Write(input.Width);
            writer.Write(input.Type);
            writer.Write(input.Min);
            writer.Write(input.Max);
        }
        writer.Write((byte)model.Answer.Kind);
        writer.Write(model.Answer.Width);
        writer.Write(model.Answer.Classes.Count);
        foreach (string name in model.Answer.Classes) writer.Write(name);
    }

    private static void Score(LoadedModel model, BinaryReader reader, BinaryWriter writer)
    {
        int rows = reader.ReadInt32();
        var values = new Dictionary<string, Array>(StringComparer.Ordinal);
        foreach (InputColumn input in model.Inputs)
        {
            int count = rows * input.Width;
            if (input.Form == InputForm.Text) values[input.Name] = Fill(new string[count], reader.ReadString);
            else values[input.Name] = Fill(new double[count], reader.ReadDouble);
        }
        double[] scores = model.ScoreRows(rows, values);
        writer.Write(Done);
        foreach (double score in scores) writer.Write(score);
    }

    private static T[] Fill<T>(T[] array, Func<T> next)
    {
        for (int i = 0; i < array.Length; i++) array[i] = next();
        return array;
    }
}
