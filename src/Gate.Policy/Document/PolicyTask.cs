namespace Gate.Policy.Document;

/// <summary>What the model predicts.</summary>
public enum PolicyTask
{
    /// <summary>One of two classes.</summary>
    BinaryClassification,

    /// <summary>One of several classes.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,
}
