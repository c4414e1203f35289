using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Profiles;

/// <summary>The card of a baseline, which is an input of the run as its model is.</summary>
internal static class BaselineCard
{
    /// <summary>Its role among the files of a run, and among the digests of the result.</summary>
    public const string Role = "baseline card";

    /// <summary>The card beside a file; null where there is none.</summary>
    /// <param name="model">The full path of the model's file.</param>
    public static string? Beside(string model)
    {
        string card = Path.Combine(Path.GetDirectoryName(model)!, CardReader.File);
        return File.Exists(card) ? card : null;
    }

    /// <summary>The baseline that was brought from a store and has a card; null where it was not, or has none.</summary>
    public static StoredModel? Brought(RunInputs inputs) => inputs.Policy.Baseline is MlflowSpec spec
        && inputs.StoredModels.GetValueOrDefault(spec.Source) is { Card: not null } model ? model : null;
}
