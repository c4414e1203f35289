namespace Gate.Models.Ensembles;

/// <summary>In which form a node wants the value of its feature.</summary>
internal enum LaneKind
{
    /// <summary>As it is; not a number where missing.</summary>
    Plain,

    /// <summary>0 where missing.</summary>
    AsZero,

    /// <summary>Not a number where missing or 0.</summary>
    ZeroToo,

    /// <summary>As a bit's number: 0 where missing, else the level plus 1.</summary>
    Level,
}

/// <summary>
/// One column of the buffer in which rows are walked. Nodes whose missing values go left ask for the value with its sign turned: then one
/// comparison, which is false for what is not a number, serves both sides without a branch.
/// </summary>
/// <param name="Feature">The feature.</param>
/// <param name="Kind">The form.</param>
/// <param name="Turned">Whether the sign is turned.</param>
internal readonly record struct Lane(int Feature, LaneKind Kind, bool Turned);
