namespace Gate.Policy.Document;

/// <summary>What is said of a feature that alone tells the label without fail.</summary>
public enum PerfectFeaturesSpec
{
    /// <summary>It is told in a note.</summary>
    Tell,

    /// <summary>It is an error in the data.</summary>
    Refuse,
}
