namespace Gate.Models;

/// <summary>A trained model that the library which trained it has a format of its own for.</summary>
public interface IOwnFormat : IModel
{
    /// <summary>The file.</summary>
    ReadOnlyMemory<byte> OwnBytes { get; }
}
