namespace Gate.Models.MicrosoftMl.Worker;

/// <summary>How the values of a column of the model come.</summary>
internal enum InputForm
{
    /// <summary>A number with a fraction, not a number where missing.</summary>
    Real,

    /// <summary>A whole number, or true and false as 1 and 0; never missing.</summary>
    Whole,

    /// <summary>A text, the empty one where missing.</summary>
    Text,
}

/// <summary>A column that the scores depend on.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Form">How its values come.</param>
/// <param name="Width">How many numbers a row has: 1, or those of a vector.</param>
/// <param name="Type">Its type in the model's words, for messages.</param>
/// <param name="Min">The smallest whole number.</param>
/// <param name="Max">The largest whole number.</param>
internal sealed record InputColumn(string Name, InputForm Form, int Width, string Type, double Min = 0, double Max = 0);

/// <summary>What a model answers with.</summary>
/// <param name="Kind">What the numbers are.</param>
/// <param name="Width">How many a row has.</param>
/// <param name="Classes">The classes in their order; empty where the model does not say them.</param>
internal sealed record Answer(AnswerKind Kind, int Width, IReadOnlyList<string> Classes);

/// <summary>What the numbers of an answer are.</summary>
internal enum AnswerKind
{
    /// <summary>A prediction.</summary>
    Value,

    /// <summary>The probability of true.</summary>
    Probability,

    /// <summary>A score for each class.</summary>
    Scores,
}
