using HandlebarsDotNet;

namespace Gate.Reporting.Html;

/// <summary>A compiled Handlebars template with the report's partials. No file system, no helpers beyond Handlebars' own: a template sees
/// its model and nothing else.</summary>
internal sealed class ReportTemplate
{
    private readonly HandlebarsTemplate<TextWriter, object, object> compiled;

    private ReportTemplate(HandlebarsTemplate<TextWriter, object, object> compiled) => this.compiled = compiled;

    /// <summary>Compiles a template.</summary>
    internal static ReportTemplate Compile(string text)
    {
        IHandlebars handlebars =
            Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new HtmlText(),
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture });
        foreach (string name in Resources.Partials) handlebars.RegisterTemplate(name, Resources.Text("templates/" + name));
        using var reader = new StringReader(text);
        return new ReportTemplate(handlebars.Compile(reader));
    }

    /// <summary>Renders a model.</summary>
    internal string Render(Node model)
    {
        using var writer = new BoundedWriter();
        compiled(writer, model, null!);
        return writer.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
