using System.Security.Cryptography;
using System.Text;

namespace Gate.Reporting.Html;

/// <summary>What the page may do: run the one script and apply the one style sheet that it was made with, and nothing else; no network at
/// all.</summary>
internal static class ContentSecurityPolicy
{
    private const string Closed = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The policy of the report.</summary>
    internal static string OfReport { get; } = $"{Closed}; script-src {Hash(Resources.Script)}; style-src {Hash(Resources.Styles)}";

    /// <summary>The policy of a page made from a user's template, which may bring styles of its own but no script.</summary>
    internal static string OfUserTemplate { get; } = $"{Closed}; script-src {Hash(Resources.Script)}; style-src 'unsafe-inline'";

    /// <summary>The source expression that permits one inline text.</summary>
    internal static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
