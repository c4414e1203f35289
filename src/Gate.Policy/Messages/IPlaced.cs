using Gate.Policy.Document;

namespace Gate.Policy.Messages;

/// <summary>Something that was written somewhere and can be wrong.</summary>
internal interface IPlaced
{
    /// <summary>Where it stands in the file.</summary>
    Mark At { get; }

    /// <summary>The command-line option that it came from, such as <c>--set model.threshold=0.4</c>; null for the file.</summary>
    string? Source { get; }
}
