namespace Gate.Ci.GitHub.Api;

/// <summary>How GitHub is reached.</summary>
/// <param name="Address">The address of its API: <c>https://api.github.com</c>, <c>https://github.example/api/v3</c>.</param>
/// <param name="Owner">Who owns the repository.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Token">The token, or null.</param>
public sealed record GitHubOptions(Uri Address, string Owner, string Repository, string? Token)
{
    /// <summary>How often a call is tried again.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the second try; it doubles with each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that GitHub may ask for; a call that has to wait longer fails.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
