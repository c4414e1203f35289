namespace Gate.Policy.Document;

/// <summary>How the decisions of a family are corrected for their number.</summary>
public enum FamilyMethod
{
    /// <summary>Holm's step-down procedure: bounds the chance of any wrong decision.</summary>
    Holm,

    /// <summary>Benjamini and Hochberg's step-up procedure: bounds the expected share of wrong decisions.</summary>
    BenjaminiHochberg,
}

/// <summary>Conditions that are decided together.</summary>
/// <param name="Name">Its name, as conditions write it.</param>
/// <param name="Method">How it is corrected.</param>
/// <param name="At">Where it stands.</param>
public sealed record FamilySpec(string Name, FamilyMethod Method, Mark At);
