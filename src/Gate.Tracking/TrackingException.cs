namespace Gate.Tracking;

/// <summary>What a failure of tracking means for whoever asked.</summary>
public enum TrackingFault
{
    /// <summary>What was asked for cannot be: a filter that is none, a run that does not exist.</summary>
    Asked,

    /// <summary>What was read is damaged or is not what it has to be.</summary>
    Read,

    /// <summary>The server cannot be reached, refuses, or answers what nobody understands.</summary>
    Unavailable,
}

/// <summary>A run, a model or a server cannot be used as asked; the message says what is wrong, where, and what to do.</summary>
/// <param name="fault">What it means.</param>
/// <param name="message">What is wrong.</param>
/// <param name="inner">Why, where something else failed.</param>
public sealed class TrackingException(TrackingFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What it means.</summary>
    public TrackingFault Fault { get; } = fault;
}
