namespace Gate.Reporting;

/// <summary>A report could not be made, for a reason that the user can mend: a template of their own that does not work.</summary>
public sealed class ReportException : Exception
{
    /// <summary>A report that could not be made.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="inner">What caused it.</param>
    public ReportException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
