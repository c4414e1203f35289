namespace Gate.Models;

/// <summary>What is done to values before trees compare them.</summary>
public enum InputRule
{
    /// <summary>Nothing.</summary>
    Exact,

    /// <summary>They are rounded to single precision, as XGBoost does; the whole part of a category's code is its level.</summary>
    Single,

    /// <summary>Up to 1e-35 in size they are 0, as with LightGBM; codes are cut towards 0.</summary>
    TinyIsZero,
}

/// <summary>
/// How the values of trees become what a model says: output k is (<c>Base[k]</c> + the values of its trees, in their order) /
/// <c>Divisor</c>.
/// </summary>
/// <param name="Outputs">The output to which the first value of each tree is added; a tree with more values adds each to the
/// next.</param>
/// <param name="Base">What each output starts from.</param>
/// <param name="Divisor">1 for a sum; the number of trees for a mean.</param>
/// <param name="Inputs">What is done to values before they are compared.</param>
public sealed record TreeSum(IReadOnlyList<int> Outputs, IReadOnlyList<double> Base, double Divisor, InputRule Inputs);
