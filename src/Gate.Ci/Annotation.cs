namespace Gate.Ci;

/// <summary>How loud an annotation is.</summary>
public enum AnnotationLevel
{
    /// <summary>Something stands in the way.</summary>
    Error,

    /// <summary>Something to look at.</summary>
    Warning,
}

/// <summary>A remark on a line of a file, or on the run when there is no file.</summary>
/// <param name="Level">How loud it is.</param>
/// <param name="Title">Its title, one line.</param>
/// <param name="Message">What it says.</param>
/// <param name="File">The file as the user gave it, or null.</param>
/// <param name="Line">The line, from 1; 0 when unknown.</param>
/// <param name="Column">The column, from 1; 0 when unknown.</param>
public sealed record Annotation(AnnotationLevel Level, string Title, string Message, string? File = null, int Line = 0, int Column = 0);
