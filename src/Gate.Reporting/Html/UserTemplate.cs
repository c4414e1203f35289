using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using Scriban;
using Scriban.Syntax;

namespace Gate.Reporting.Html;

/// <summary>
/// Renders the template that a user brought. It is untrusted, as a policy is: it may come with a pull request. It speaks a small language
/// (<see cref="TemplateLanguage"/>), makes plain elements only (<see cref="TemplateTags"/>), and is bounded in size and time.
/// </summary>
internal static class UserTemplate
{
    /// <summary>The most bytes that it may print.</summary>
    internal const int MostBytes = 4_000_000;

    /// <summary>How long it may take.</summary>
    internal static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    // The engine recurses over what it reads. Nesting is bounded before it reads; this much stack holds that with a wide margin.
    private const int StackBytes = 64 * 1024 * 1024;

    /// <summary>Checks a template without printing anything, before the work that its page would show.</summary>
    /// <exception cref="ReportException">It is not a template as docs/report.md describes it.</exception>
    internal static void Check(string template) => Bounded(cancel => Parsed(template, cancel), TimeLimit);

    /// <summary>What the template prints, checked.</summary>
    /// <exception cref="ReportException">It is not a template as docs/report.md describes it, or too large, or too slow.</exception>
    internal static Markup Render(string template, Node model, IReadOnlySet<string> absent) =>
        Render(template, model, absent, TimeLimit);

    /// <inheritdoc cref="Render(string, Node, IReadOnlySet{string})"/>
    internal static Markup Render(string template, Node model, IReadOnlySet<string> absent, TimeSpan limit) => Bounded(cancel =>
    {
        Template parsed = Parsed(template, cancel);
        var page = new PageBuffer(MostBytes);
        parsed.Render(new PageContext(model, page, absent, cancel));
        TemplateTags.Require(Encoding.UTF8.GetString(page.Utf8));
        return new Markup(page.Utf8.ToArray());
    }, limit);

    private static Template Parsed(string template, CancellationToken cancel)
    {
        TemplateLanguage.RequireShape(template, cancel);
        Template parsed = Template.Parse(template, "report.template");
        if (parsed.HasErrors) throw new ReportException(parsed.Messages[0].ToString());
        TemplateLanguage.Require(parsed.Page!);
        return parsed;
    }

    // A thread of its own: what does not look at the clock is left behind when the time is over. It is a background thread, so that it ends
    // with the process.
    private static T Bounded<T>(Func<CancellationToken, T> work, TimeSpan limit)
    {
        using var clock = new CancellationTokenSource(limit);
        CancellationToken cancel = clock.Token;
        T? made = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                made = work(cancel);
            }
            catch (Exception error)
            {
                failure = error;
            }
        }, StackBytes) { IsBackground = true, Name = "report.template" };
        thread.Start();
        if (!thread.Join(limit + TimeSpan.FromMilliseconds(200)) || (failure is not null && clock.IsCancellationRequested))
            throw new ReportException($"report.template takes more than {NumberText.Exact(limit.TotalSeconds)} seconds: "
                + "it repeats too much");
        if (failure is not null) throw Explained(failure);
        return made!;
    }

    private static ReportException Explained(Exception error)
    {
        for (Exception? at = error; at is not null; at = at.InnerException)
            if (at is ReportException own) return new($"report.template cannot be used: {PlainText.Clean(own.Message)}. {Hint}", error);
        string where = error is ScriptRuntimeException ? error.Message : error.GetBaseException().Message;
        return new($"report.template cannot be used: {PlainText.Clean(where)}. {Hint}", error);
    }

    private static string Hint => "It must be a Scriban template; its parts are " + string.Join(", ", TemplateLanguage.Parts);
}
