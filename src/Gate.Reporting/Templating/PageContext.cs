using System.Collections;
using Gate.Reporting.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Gate.Reporting.Templating;

/// <summary>
/// Where a template runs. Every value that is printed is cleaned and escaped, and nothing in a template can leave that: only
/// <see cref="Markup"/> goes out as it is. There are no functions but <c>include</c>, and no members of .NET objects.
/// </summary>
internal sealed class PageContext : TemplateContext
{
    private readonly PageBuffer page;

    internal PageContext(Node model, PageBuffer page, IReadOnlySet<string> absent, CancellationToken cancel)
        : base(new ScriptObject { ["include"] = new IncludePart(absent) })
    {
        this.page = page;
        AutoIndent = false;
        // What is not there is nothing, as far as one asks: templates outlive the facts of one version.
        EnableRelaxedTargetAccess = true;
        NewLine = "\n";
        // Bounded by the page's size, and for users' templates by time: a large report has many cells.
        LoopLimit = 0;
        LimitToString = 0;
        MemberFilter = _ => false;
        CancellationToken = cancel;
        PushGlobal(model);
        PushOutput(page);
    }

    /// <summary>Prints a value: escaped, unless Gate itself made it as HTML.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        CheckAbort();
        if (textAsObject is Markup markup) page.Write(markup.Utf8.Span);
        else if (textAsObject is not null) Write(HtmlText.Escape(ObjectToString(textAsObject)));
        return this;
    }

    /// <summary>Whether a condition holds: nothing, <c>false</c>, an empty text and an empty list are no.</summary>
    public override bool ToBool(SourceSpan span, object? value) => value switch
    {
        string text => text.Length > 0,
        IScriptObject => true,
        ICollection list => list.Count > 0,
        _ => base.ToBool(span, value),
    };

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject or string or IList ? base.GetMemberAccessorImpl(target) : null;

    /// <inheritdoc/>
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        CheckAbort();
        return base.OnStepLoop(loop);
    }
}
