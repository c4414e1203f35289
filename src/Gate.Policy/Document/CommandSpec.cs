namespace Gate.Policy.Document;

/// <summary>A model that a program scores.</summary>
/// <param name="Run">The program and its arguments.</param>
public sealed record CommandSpec(IReadOnlyList<string> Run) : ModelFileSpec(string.Join(' ', Run))
{
    /// <summary>Files that it reads besides those that its arguments name, for their digests.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The column of predicted classes or values in its answer, or null.</summary>
    public string? Prediction { get; init; }

    /// <summary>The column of scores (binary, with an empty key), or one column a class by class name; empty for none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Score { get; init; } = [];

    /// <summary>How many seconds a call may take.</summary>
    public double Timeout { get; init; }

    /// <inheritdoc/>
    public override bool IsThresholded => Prediction is null;
}
