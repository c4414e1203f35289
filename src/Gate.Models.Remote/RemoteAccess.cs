using System.Globalization;

namespace Gate.Models.Remote;

/// <summary>What whoever runs Gate allows a policy to reach outside; nothing by default. A policy says how a model is asked, and never
/// whether it may be.</summary>
public sealed record RemoteAccess
{
    private const string NoHost = "/\\@?#*, \t";

    /// <summary>Nothing is allowed.</summary>
    public static RemoteAccess None { get; } = new();

    /// <summary>The hosts that may be asked, as <see cref="HostOf"/> writes them.</summary>
    public IReadOnlyCollection<string> Hosts { get; init; } = [];

    /// <summary>Whether programs that a policy names may be run.</summary>
    public bool AllowsCommands { get; init; }

    /// <summary>The value of an environment variable; null where there is none.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Tells the time between tries; null where no host is allowed.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Who asks, for the server's log.</summary>
    public string Agent { get; init; } = "gate";

    /// <summary>Whether an address may be asked: its host and port, exactly.</summary>
    /// <param name="address">The address.</param>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string host = HostOf(address);
        return Hosts.Any(allowed => allowed == host);
    }

    /// <summary>An address's host as <c>--allow-host</c> takes it: in small letters, with the port where it is not that of https (443) or,
    /// over http, of http (80).</summary>
    /// <param name="address">The address.</param>
    public static string HostOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (address.HostNameType == UriHostNameType.IPv6) host = $"[{host}]";
        return address.IsDefaultPort ? host : host + ":" + address.Port.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What was typed as a host, as <see cref="HostOf"/> writes it; null for what is none, or an address with more than
    /// that.</summary>
    /// <param name="text">Such as <c>models.example.com</c> or <c>localhost:5001</c>.</param>
    public static string? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text.Any(NoHost.Contains)) return null;
        // A default port that is written out is the same as none: of https, which is how tokens travel.
        return Uri.TryCreate($"https://{text}/", UriKind.Absolute, out Uri? address) && address is { AbsolutePath: "/", Host.Length: > 0 }
            ? HostOf(address) : null;
    }
}
