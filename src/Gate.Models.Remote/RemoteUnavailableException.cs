namespace Gate.Models.Remote;

/// <summary>A server or a program could not be reached, or may not be asked. The message says what to do; it is meant for the
/// user.</summary>
/// <param name="message">One line for the user, without any secret.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class RemoteUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
