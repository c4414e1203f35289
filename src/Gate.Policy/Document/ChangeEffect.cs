namespace Gate.Policy.Document;

/// <summary>What a change of a policy does to what it lets through (<c>pass</c> and <c>warn</c>). The order is that in which changes are
/// told.</summary>
public enum ChangeEffect
{
    /// <summary>It can let through what was not let through before.</summary>
    Looser,

    /// <summary>Other things are measured, or it depends on the data which way it goes.</summary>
    Undecidable,

    /// <summary>Whatever it lets through was let through before, and no more mildly.</summary>
    Tighter,

    /// <summary>Every model gets the verdict that it had.</summary>
    Neutral,
}
