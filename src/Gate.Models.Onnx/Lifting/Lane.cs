using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>One of the values that trees compare: which column it is, and what was done to it on the way.</summary>
/// <param name="Column">The column.</param>
/// <param name="Type">The type of the value now.</param>
/// <param name="Rule">What was done to all numbers.</param>
internal sealed record Lane(string Column, ElementType Type, InputRule Rule = InputRule.Exact)
{
    /// <summary>What became of missing numbers and of 0.</summary>
    public MissingRule Missing { get; init; }

    /// <summary>Whether the part behind the point was cut off, as <see cref="TreeInputs.Level"/> does it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What made numbers of texts; null for a number.</summary>
    public TextCodes? Codes { get; init; }

    /// <summary>Whether it is a number, or the code of a text, whose missing values are still missing and whose fractions still
    /// there.</summary>
    public bool IsNumber => Type != ElementType.String && !IsWhole && Missing == MissingRule.Missing;
}
