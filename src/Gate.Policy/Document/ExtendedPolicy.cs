namespace Gate.Policy.Document;

/// <summary>A policy that another one extends.</summary>
/// <param name="File">The file as messages show it.</param>
/// <param name="Bytes">Its bytes, UTF-8.</param>
public sealed record ExtendedPolicy(string File, byte[] Bytes)
{
    /// <summary>The file's full path; null where it was read from a commit.</summary>
    public string? FullPath { get; init; }

    /// <summary>Where it lies: the commit's full name and the path in it, as <c>COMMIT:path</c>, or the full path.</summary>
    public required string Place { get; init; }
}

/// <summary>Where a condition comes from that a policy did not make up itself.</summary>
/// <param name="At">Where it stands in the policy that has it first.</param>
/// <param name="Bounds">The bounds that the extended policies have for it.</param>
public sealed record InheritedSpec(Mark At, IReadOnlyList<InheritedBound> Bounds);

/// <summary>A bound of a policy that another one extends.</summary>
/// <param name="Key"><c>min</c>, <c>max</c>, <c>max_regression</c> or <c>max_relative_regression</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="At">Where it stands.</param>
public sealed record InheritedBound(string Key, double Value, Mark At);
