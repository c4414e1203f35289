using Gate.Evaluation.Results;

namespace Gate.Reporting.Output;

/// <summary>A form in which a result is written. The recipe for another one is docs/adding-a-renderer.md.</summary>
public interface IRenderer
{
    /// <summary>Its word in <c>--format</c>.</summary>
    string Format { get; }

    /// <summary>The name of its file.</summary>
    string File { get; }

    /// <summary>The file's bytes. The same result gives the same bytes.</summary>
    /// <param name="result">The result.</param>
    /// <param name="userTemplate">The user's own template for the HTML report, or null.</param>
    /// <exception cref="ReportException">The template does not work.</exception>
    byte[] Render(GateResult result, string? userTemplate);
}
