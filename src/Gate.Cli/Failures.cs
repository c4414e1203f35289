using System.Text.Json;
using Gate.Ci;
using Gate.Data;
using Gate.Evaluation.Proposals;
using Gate.Models;
using Gate.Models.Remote;
using Gate.Policy.Document;
using Gate.Reporting;
using Gate.Tracking;

namespace Gate.Cli;

/// <summary>What each failure means to the user; a stack trace is only shown when asked for with <c>GATE_DEBUG=1</c>.</summary>
internal static class Failures
{
    private const int BadDescriptor = 9;

    // ENOSPC, EDQUOT, EFBIG, EIO, EPIPE of Linux and macOS, and the same of Windows.
    private static readonly int[] FullOrGone = [28, 122, 27, 69, 5, 32, 112, 109, 232];

    /// <summary>Says what failed where no session can, and gives the exit code.</summary>
    public static int Report(Exception failure)
    {
        (int code, string message) = Explain(failure);
        try
        {
            Console.Error.WriteLine($"gate: {Gate.Ci.Terminal.PlainText.OneLine(message)}");
        }
        catch (Exception silent) when (silent is IOException or UnauthorizedAccessException)
        {
            // Standard error cannot be written either: the exit code is all that is left to say.
        }
        return code;
    }

    /// <summary>What a failure means: its exit code and its message.</summary>
    public static (int Code, string Message) Explain(Exception failure) => failure switch
    {
        PolicyException => (ExitCodes.Usage, failure.Message),
        UsageException => (ExitCodes.Usage, failure.Message),
        ReportException => (ExitCodes.Usage, failure.Message),
        LabelUnclearException => (ExitCodes.Usage, failure.Message),
        // What the command line itself names is no fault of the data.
        DataException { PolicyKey: PolicyProposer.LabelOption } => (ExitCodes.Usage, $"{PolicyProposer.LabelOption}: {failure.Message}"),
        DataException or ModelException => (ExitCodes.Data, failure.Message),
        TrackingException { Fault: TrackingFault.Asked } => (ExitCodes.Usage, failure.Message),
        TrackingException { Fault: TrackingFault.Read } => (ExitCodes.Data, failure.Message),
        TrackingException => (ExitCodes.Unavailable, failure.Message),
        PublishException => (ExitCodes.Unavailable, failure.Message),
        RemoteUnavailableException or NativeLibraryMissingException => (ExitCodes.Unavailable, failure.Message),
        OperationCanceledException when Watch.Current is { IsOver: true } watch => (ExitCodes.Data, watch.TimeIsOver),
        OperationCanceledException => (ExitCodes.Cancelled, "cancelled; nothing was written"),
        JsonException => (ExitCodes.Data, failure.Message),
        // .NET says so of a descriptor that is closed.
        UnauthorizedAccessException { InnerException: IOException { HResult: BadDescriptor } } => (ExitCodes.Unavailable, "a standard "
            + "stream is closed, and what was to be said cannot be"),
        UnauthorizedAccessException => (ExitCodes.Usage, $"{failure.Message} Choose another path, or change its permissions."),
        FileNotFoundException { FileName: null } when !Directory.Exists(".") => (ExitCodes.Usage, "the working directory is gone; change "
            + "to one that exists"),
        // The device is full, or what is written to is gone: nothing that the user has written wrongly.
        IOException when FullOrGone.Contains(failure.HResult & 0xFFFF) => (ExitCodes.Unavailable, $"{failure.Message.TrimEnd('.')}. What "
            + "was to be written could not be: make room, or choose another place. A file is written whole or not at all."),
        IOException => (ExitCodes.Usage, failure.Message),
        OutOfMemoryException =>
            (ExitCodes.Data, "the data or the model does not fit in the memory that there is; judge on a smaller "
            + "sample, or on a machine with more memory"),
        // Of several threads that failed, the first tells why.
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        _ => (ExitCodes.Internal, $"internal error: {failure.GetType().Name}: {failure.Message}\nThis is a fault of Gate, not of your "
            + "policy. Run again with GATE_DEBUG=1 and report what it prints."),
    };
}

/// <summary>The command was used wrongly; the message says how to use it.</summary>
internal sealed class UsageException(string message) : Exception(message);
