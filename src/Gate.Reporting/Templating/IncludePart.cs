using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Gate.Reporting.Templating;

/// <summary>
/// <c>include "part"</c> or <c>include "part" value</c>: prints a part of the report in its place, with the value as <c>it</c>. The
/// engine's own function gives the part as a text, which would be escaped a second time, and reads files.
/// </summary>
/// <param name="absent">Sections that the result has no facts for: they print nothing.</param>
internal sealed class IncludePart(IReadOnlySet<string> absent) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public int RequiredParameterCount => 1;

    /// <inheritdoc/>
    public int ParameterCount => 2;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0 ? new(typeof(string), "part") : new(typeof(object), "it", null);

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        string name = arguments[0] as string ?? throw new ReportException("include takes the name of a part");
        if (absent.Contains(name)) return null;
        Template part = ReportParts.Get(name);
        context.EnterRecursive(callerContext);
        context.PushGlobal(new Node(("it", arguments.Count > 1 ? arguments[1] : null)));
        try
        {
            context.Evaluate(part.Page!);
        }
        finally
        {
            context.PopGlobal();
            context.ExitRecursive(callerContext);
        }
        return null;
    }

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) => ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
