namespace Gate.Evaluation.Changes;

/// <summary>What became of a condition; the order is that in which changes are told.</summary>
public enum ChangeKind
{
    /// <summary>Its verdict is graver, or its value moved the wrong way by more than either interval leaves open.</summary>
    Worse,

    /// <summary>It was decided, and is no longer.</summary>
    NoLongerDecided,

    /// <summary>It is judged no longer.</summary>
    Removed,

    /// <summary>Its verdict is milder, or its value moved the right way by more than either interval leaves open.</summary>
    Better,

    /// <summary>It was not judged before.</summary>
    Added,

    /// <summary>Neither.</summary>
    Same,
}
