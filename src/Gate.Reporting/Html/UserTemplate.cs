using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Html;

/// <summary>Renders a template that a user brought. It is untrusted, as a policy is: bounded in size and depth, and only text comes
/// out.</summary>
internal static class UserTemplate
{
    internal const int MaxCharacters = 500_000;
    internal const int MaxDepth = 40;

    /// <summary>The page.</summary>
    /// <exception cref="ReportException">The template is too large or deep, is not Handlebars, or names a partial that does not
    /// exist.</exception>
    internal static string Render(string template, Node model)
    {
        if (template.Length > MaxCharacters)
            throw new ReportException($"report.template has {NumberText.Count(template.Length)} characters; at most "
                + $"{NumberText.Count(MaxCharacters)} are read");
        int depth = Depth(template);
        if (depth > MaxDepth) throw new ReportException($"report.template nests blocks {depth} deep; at most {MaxDepth} are read");
        try
        {
            return ReportTemplate.Compile(template).Render(model);
        }
        catch (Exception error) when (Cause(error) is { } cause)
        {
            throw new ReportException(cause, error);
        }
    }

    private static string? Cause(Exception error)
    {
        for (Exception? at = error; at is not null; at = at.InnerException)
            if (at is ReportException bounded) return "report.template: " + bounded.Message;
        return error is OutOfMemoryException or OperationCanceledException
            ? null
            : $"report.template cannot be used: {PlainText.Clean(error.GetBaseException().Message)}. It must be a Handlebars template; its "
                + $"partials are {string.Join(", ", Resources.Partials.Where(name => name != "report"))}";
    }

    /// <summary>How deep blocks nest, counted without parsing: the parser itself recurses, and a stack that overflows cannot be
    /// caught.</summary>
    private static int Depth(string template)
    {
        int depth = 0, deepest = 0;
        for (int i = template.IndexOf("{{", StringComparison.Ordinal); i >= 0; i = template.IndexOf("{{", i + 2, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> tag = template.AsSpan(i).TrimStart("{~");
            if (tag.StartsWith("#")) deepest = Math.Max(deepest, ++depth);
            else if (tag.StartsWith("/")) depth--;
        }
        int parentheses = 0;
        foreach (char c in template)
        {
            if (c == '(') deepest = Math.Max(deepest, ++parentheses);
            else if (c == ')') parentheses = Math.Max(0, parentheses - 1);
        }
        return deepest;
    }
}
