namespace Gate.Data;

/// <summary>What the model predicts.</summary>
public enum TaskType
{
    /// <summary>One of two classes, of which one is the positive (favourable) outcome.</summary>
    BinaryClassification,

    /// <summary>One of several classes.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,
}
