using Gate.Policy.Document;
using Gate.Policy.Yaml;

namespace Gate.Policy.Inheritance;

/// <summary>One file of a policy: the policy itself, or one that it extends.</summary>
/// <param name="File">The file as messages show it.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record PolicyPart(string File, byte[] Bytes)
{
    /// <summary>Its full path; null where it was read from a commit.</summary>
    public string? FullPath { get; init; }

    /// <summary>The commit that it was read from; null for a file.</summary>
    public CommittedFile? Committed { get; init; }

    /// <summary>What tells it from others.</summary>
    public string Key => Committed?.Place ?? FullPath!;
}

/// <summary>One file of a policy, read.</summary>
/// <param name="Part">The file.</param>
/// <param name="Own">Its own keys.</param>
/// <param name="Merged">With the keys of all files before it.</param>
internal sealed record PolicyLayer(PolicyPart Part, YamlMap Own, YamlMap Merged);
