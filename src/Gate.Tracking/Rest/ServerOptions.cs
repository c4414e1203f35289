using System.Text;

namespace Gate.Tracking.Rest;

/// <summary>A server and what one needs to be let in. Its text never has a secret.</summary>
/// <param name="Address">Where it is: <c>https</c> or <c>http</c>, with a path where it serves below one.</param>
public sealed record ServerOptions(Uri Address)
{
    /// <summary>A token, sent as bearer; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>A user for basic authentication; null for none.</summary>
    public string? Username { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>Whether any certificate is taken, which lets anybody between read and change everything.</summary>
    public bool InsecureTls { get; init; }

    /// <summary>Who asks, for the server's log: <c>gate/1.2.0</c>.</summary>
    public string Agent { get; init; } = "gate";

    /// <summary>The address without user, query and fragment, for messages.</summary>
    public string Place => Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>What the server is shown; null for nothing.</summary>
    internal string? Authorization => !string.IsNullOrEmpty(Token) ? $"Bearer {Token}"
        : !string.IsNullOrEmpty(Username) ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Username}:{Password}"))}" : null;

    /// <inheritdoc/>
    public override string ToString() => Place;
}
