using System.Collections.Concurrent;
using Scriban;

namespace Gate.Reporting.Templating;

/// <summary>The templates of the report, parsed when they are first used.</summary>
internal static class ReportParts
{
    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    /// <summary>A part.</summary>
    /// <exception cref="ReportException">There is none of that name.</exception>
    internal static Template Get(string name) => Parsed.GetOrAdd(name, Parse);

    /// <summary>Prints a whole page.</summary>
    /// <param name="name">The part that is the page.</param>
    /// <param name="model">What it sees.</param>
    /// <param name="absent">Sections without facts.</param>
    /// <param name="most">The most bytes.</param>
    internal static byte[] Render(string name, Node model, IReadOnlySet<string> absent, int most)
    {
        var page = new PageBuffer(most);
        Get(name).Render(new PageContext(model, page, absent, CancellationToken.None));
        return page.Utf8.ToArray();
    }

    private static Template Parse(string name)
    {
        string text = Resources.TryText("templates/" + name) ?? throw new ReportException($"there is no part '{name}'");
        var template = Template.Parse(text, name);
        return template.HasErrors ? throw new InvalidOperationException($"{name}: {template.Messages}") : template;
    }
}
