namespace Gate.Policy.Document;

/// <summary>What is said of test rows that are training rows too.</summary>
public enum SharedRowsSpec
{
    /// <summary>More than chance explains are an error in the data.</summary>
    Refuse,

    /// <summary>They are told in a note.</summary>
    Allow,
}
