namespace Gate.Ci;

/// <summary>A host did not do what it was asked. The message is one line that names the permission or the cause.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What was thrown, or null.</param>
public abstract class HostException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Whether it may have been done all the same: the answer was lost.</summary>
    public bool MayHaveHappened { get; init; }
}
