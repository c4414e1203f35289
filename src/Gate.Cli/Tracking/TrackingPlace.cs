using System.Security.Cryptography;
using Gate.Tracking;
using Gate.Tracking.Files;
using Gate.Tracking.Rest;

namespace Gate.Cli.Tracking;

/// <summary>Where runs are kept, as the command line and the environment say.</summary>
internal static class TrackingPlace
{
    /// <summary>The folder of runs where nothing else is said.</summary>
    public const string Folder = "gate-history";

    private const string Address = "MLFLOW_TRACKING_URI", Token = "MLFLOW_TRACKING_TOKEN", Username = "MLFLOW_TRACKING_USERNAME",
        Password = "MLFLOW_TRACKING_PASSWORD", InsecureTls = "MLFLOW_TRACKING_INSECURE_TLS", AzureScheme = "azureml://";

    /// <summary>Whether the environment asks for tracking.</summary>
    public static bool IsAsked(IReadOnlyDictionary<string, string> environment) =>
        !string.IsNullOrWhiteSpace(environment.GetValueOrDefault(Address));

    /// <summary>The store.</summary>
    /// <param name="option">What the command line names, or null.</param>
    /// <param name="environment">The environment.</param>
    /// <exception cref="UsageException">The address is none.</exception>
    public static ITrackingStore Open(string? option, IReadOnlyDictionary<string, string> environment)
    {
        string place = option ?? (IsAsked(environment) ? environment[Address].Trim() : Folder);
        TrackingContext context = Context(environment);
        if (place == "databricks") return new MlflowServer(Databricks(environment), context);
        if (place.StartsWith(AzureScheme, StringComparison.Ordinal)) place = $"https://{place[AzureScheme.Length..]}";
        if (!place.Contains("://", StringComparison.Ordinal) && !place.StartsWith("file:", StringComparison.Ordinal))
            return new FileStore(place, context);
        if (!Uri.TryCreate(place, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https" or "file"))
            // What stands before an @ may be a secret.
            throw new UsageException($"'{Gate.Wording.Shown.Of(place[(place.LastIndexOf('@') + 1)..])}' is no folder, no file: address of "
                + "one, and no http or https address of a server");
        if (uri.IsFile) return new FileStore(uri.LocalPath, context);
        // A secret goes to the server that the environment names beside it, and to no other.
        return new MlflowServer(option is null || option == environment.GetValueOrDefault(Address) ? Server(uri, environment)
            : new(uri) { Agent = Agent }, context);
    }

    /// <summary>Who runs it; empty where that is not known.</summary>
    public static string User(IReadOnlyDictionary<string, string> environment) => environment.GetValueOrDefault("GITHUB_ACTOR")
        ?? environment.GetValueOrDefault("USER") ?? environment.GetValueOrDefault("USERNAME") ?? "";

    private static string Agent => $"gate/{GateVersion.Text}";

    private static ServerOptions Server(Uri uri, IReadOnlyDictionary<string, string> environment)
    {
        // Names and passwords in the address itself are what MLflow takes as well.
        string[] user = uri.UserInfo.Split(':', 2);
        return new(uri)
        {
            Token = environment.GetValueOrDefault(Token),
            Username = environment.GetValueOrDefault(Username) is { Length: > 0 } name ? name : Uri.UnescapeDataString(user[0]),
            Password = environment.GetValueOrDefault(Password) ?? (user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null),
            InsecureTls = environment.GetValueOrDefault(InsecureTls) is "true" or "True" or "1",
            Agent = Agent,
        };
    }

    private static ServerOptions Databricks(IReadOnlyDictionary<string, string> environment)
    {
        string host = environment.GetValueOrDefault("DATABRICKS_HOST", "");
        if (!Uri.TryCreate(host, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttps)
            throw new UsageException($"{Address}=databricks needs DATABRICKS_HOST, the https address of the workspace, and "
                + "DATABRICKS_TOKEN");
        return new(uri) { Token = environment.GetValueOrDefault("DATABRICKS_TOKEN"), Agent = Agent };
    }

    private static TrackingContext Context(IReadOnlyDictionary<string, string> environment) => new(TimeProvider.System,
        () => RandomNumberGenerator.GetHexString(32, lowercase: true), User(environment));
}
