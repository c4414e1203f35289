using System.Security.Cryptography;
using Gate.Tracking;
using Gate.Tracking.Files;

namespace Gate.Cli.Tracking;

/// <summary>Where runs are kept, as the command line and the environment say.</summary>
internal static class TrackingPlace
{
    /// <summary>The folder of runs where nothing else is said.</summary>
    public const string Folder = "gate-history";

    private const string Uri = "MLFLOW_TRACKING_URI";

    /// <summary>Whether the environment asks for tracking.</summary>
    public static bool IsAsked(IReadOnlyDictionary<string, string> environment) =>
        !string.IsNullOrWhiteSpace(environment.GetValueOrDefault(Uri));

    /// <summary>The store.</summary>
    /// <param name="option">What the command line names, or null.</param>
    /// <param name="environment">The environment.</param>
    public static ITrackingStore Open(string? option, IReadOnlyDictionary<string, string> environment)
    {
        string place = option ?? (IsAsked(environment) ? environment[Uri].Trim() : Folder);
        if (!place.Contains("://", StringComparison.Ordinal) && !place.StartsWith("file:", StringComparison.Ordinal))
            return new FileStore(place, Context(environment));
        if (!System.Uri.TryCreate(place, UriKind.Absolute, out Uri? uri) || !uri.IsFile)
            throw new UsageException($"'{place}' is no folder and no file: address of one");
        return new FileStore(uri.LocalPath, Context(environment));
    }

    private static TrackingContext Context(IReadOnlyDictionary<string, string> environment) => new(TimeProvider.System,
        () => RandomNumberGenerator.GetHexString(32, lowercase: true),
        environment.GetValueOrDefault("USER") ?? environment.GetValueOrDefault("USERNAME") ?? "");
}
