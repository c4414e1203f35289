namespace Gate.Evaluation.Profiles;

/// <summary>The card beside a baseline's file, which is an input of the run as the file is.</summary>
internal static class BaselineCard
{
    /// <summary>Its role among the files of a run.</summary>
    public const string Role = "baseline card";

    /// <summary>The card beside a file; null where there is none.</summary>
    /// <param name="model">The full path of the model's file.</param>
    public static string? Beside(string model)
    {
        string card = Path.Combine(Path.GetDirectoryName(model)!, CardReader.File);
        return File.Exists(card) ? card : null;
    }
}
