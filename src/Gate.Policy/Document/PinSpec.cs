namespace Gate.Policy.Document;

/// <summary>The digest that a file must have, as the policy pins it.</summary>
/// <param name="Path">The file, relative to the policy.</param>
/// <param name="Sha256">Its SHA-256 digest, as <c>sha256:</c> and 64 hexadecimal digits in small letters.</param>
/// <param name="At">Where it stands.</param>
public sealed record PinSpec(string Path, string Sha256, Mark At);
