namespace Gate.Data;

/// <summary>The data cannot be used as asked. The message says what is wrong, where, and what to do; it is meant for the user.</summary>
/// <param name="message">One or more lines for the user.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class DataException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The policy's key whose text is at fault, such as <c>data.where</c> with a syntax error; null when the data are.</summary>
    public string? PolicyKey { get; init; }
}
