namespace Gate.Evaluation.Results;

/// <summary>The JSON Schema of <c>result.json</c>, as published in <c>schemas/result-1.json</c>.</summary>
public static class ResultSchema
{
    /// <summary>The schema's text.</summary>
    public static string Write()
    {
        using Stream stream = typeof(ResultSchema).Assembly.GetManifestResourceStream("result-1.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
