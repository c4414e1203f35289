namespace Gate.Models;

/// <summary>What a node of a tree takes for missing.</summary>
public enum MissingRule
{
    /// <summary>A missing value goes to the side that <see cref="FlatTree.MissingLeft"/> says.</summary>
    Missing,

    /// <summary>There is none: a missing value counts as 0.</summary>
    AsZero,

    /// <summary>0 counts as missing, and both go to the side that <see cref="FlatTree.MissingLeft"/> says.</summary>
    ZeroToo,
}
