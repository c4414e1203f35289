using System.Collections;
using System.Security.Cryptography;

namespace Gate.Ci;

/// <summary>All that a host needs from the process, passed in so that hosts hold no state and tests need no process.</summary>
public sealed record CiContext
{
    /// <summary>The environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Standard output itself, not guarded: what is written here can give the host orders.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>The host's files.</summary>
    public required ICiFiles Files { get; init; }

    /// <summary>The directory that relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>A text that nobody who wrote the policy or the data can know: letters and digits, at least 32.</summary>
    public required string Token { get; init; }

    /// <summary>The context of this process. To be taken before <see cref="Console.SetOut"/> puts a guarded writer in the console's
    /// place.</summary>
    public static CiContext OfProcess() => new()
    {
        Environment = ProcessEnvironment(),
        Output = Console.Out,
        Files = new DiskFiles(),
        WorkingDirectory = Directory.GetCurrentDirectory(),
        Token = RandomNumberGenerator.GetHexString(40, lowercase: true),
    };

    private static Dictionary<string, string> ProcessEnvironment()
    {
        // Names of variables are case-insensitive on Windows; where they are not, the first of two spellings would be arbitrary.
        var variables =
            new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }
}
