namespace Gate.Models;

/// <summary>What is done to the value of a feature before trees compare it, by the rule of their library.</summary>
public static class TreeInputs
{
    /// <summary>A code that no set of levels has.</summary>
    public const int NoLevel = -1;

    private const double Tiny = 1e-35f;

    /// <summary>The number that nodes compare with their thresholds; not a number where it is missing.</summary>
    /// <param name="value">The value of the feature.</param>
    /// <param name="rule">The library's rule.</param>
    public static double Number(double value, InputRule rule) => rule switch
    {
        InputRule.Single => (float)value,
        InputRule.TinyIsZero when Math.Abs(value) <= Tiny => 0,
        _ => value,
    };

    /// <summary>The level that nodes look up in their sets; <see cref="NoLevel"/> for a code that can be in none.</summary>
    /// <param name="code">The code of the category; not missing.</param>
    /// <param name="rule">The library's rule.</param>
    public static int Level(double code, InputRule rule)
    {
        double number = Number(code, rule);
        return number < int.MaxValue - 1 && (rule == InputRule.TinyIsZero ? number > -1 : number >= 0) ? (int)number : NoLevel;
    }
}
