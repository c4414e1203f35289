using Gate.Wording;

namespace Gate.Tracking.Registry;

/// <summary>The address of a model in MLflow's form: <c>models:/credit@champion</c>, <c>models:/credit/3</c>,
/// <c>runs:/ID/model</c>.</summary>
/// <param name="Model">The registered model; null for a run's.</param>
/// <param name="Alias">The alias; null for a number.</param>
/// <param name="Version">The number; null for an alias.</param>
/// <param name="Run">The run; null for a registered model.</param>
/// <param name="Path">The folder below the run's artifacts.</param>
public sealed record ModelUri(string? Model, string? Alias, string? Version, string? Run, string Path)
{
    private const string Models = "models:/", Runs = "runs:/";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address.</param>
    /// <exception cref="TrackingException">It is none.</exception>
    public static ModelUri Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(Runs, StringComparison.Ordinal) && text[Runs.Length..].Split('/', 2) is [{ } run, { Length: > 0 } path])
            return new(null, null, null, StoredNames.Id(run, "a run"), StoredNames.Artifact(path.TrimEnd('/')));
        if (text.StartsWith(Models, StringComparison.Ordinal))
        {
            string rest = text[Models.Length..];
            if (rest.Split('@') is [{ } aliased, { } alias])
                return new(RegistryNames.Model(aliased), RegistryNames.Alias(alias), null, null, "");
            if (rest.Split('/') is [{ } name, { } version] && RegistryNames.IsVersion(version))
                return new(RegistryNames.Model(name), null, version, null, "");
        }
        throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(text)}' is no address of a model; expected models:/NAME@ALIAS, "
            + "models:/NAME/NUMBER or runs:/RUN/FOLDER (stages such as Production are no longer part of MLflow: use an alias)");
    }
}
