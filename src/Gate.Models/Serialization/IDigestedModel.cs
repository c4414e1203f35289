namespace Gate.Models.Serialization;

/// <summary>A model that can say exactly which model it is, so that a verdict can be bound to it.</summary>
public interface IDigestedModel
{
    /// <summary>
    /// The digest (<c>sha256:…</c>) of the model's parameters in a canonical binary form: equal models have equal digests on every machine,
    /// and any other bit in a parameter gives another digest.
    /// </summary>
    string Digest { get; }

    /// <summary>The length of that form in bytes: how large the model is, whatever the format that it may be written in.</summary>
    long Size { get; }
}
