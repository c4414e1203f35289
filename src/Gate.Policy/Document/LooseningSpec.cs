namespace Gate.Policy.Document;

/// <summary>What a policy that holds says of one that is to take its place and is looser, or may be.</summary>
public enum LooseningSpec
{
    /// <summary>The run warns.</summary>
    Warn,

    /// <summary>The run fails.</summary>
    Forbid,

    /// <summary>It is only told.</summary>
    Allow,
}
