using System.Security.Cryptography;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Html;

/// <summary>What the page may do: run the one script and apply the one style sheet that it was made with, and nothing else; no network at
/// all. A page with a user's template has the same.</summary>
internal static class ContentSecurityPolicy
{
    /// <summary>The policy of the report.</summary>
    internal static string OfReport { get; } = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        + $"script-src {Hash(Resources.Script)}; style-src {Hash(Resources.Styles)}";

    /// <summary>The source expression that permits one inline text.</summary>
    private static string Hash(byte[] text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(text))}'";
}
