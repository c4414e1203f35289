using System.Collections.Frozen;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Gate.Reporting.Templating;

/// <summary>
/// The part of Scriban that a user's template may speak: text, values, <c>if</c>, <c>for</c>, comparisons, <c>include</c> of the report's
/// parts. No step of it takes long or makes anything large, so that the clock between steps holds: no functions, no arithmetic (texts can
/// be multiplied), no ranges, no assignments, no <c>while</c>, no regular expressions.
/// </summary>
internal static class TemplateLanguage
{
    /// <summary>The most characters.</summary>
    internal const int MostCharacters = 500_000;

    /// <summary>The most words and signs between two braces.</summary>
    internal const int MostTokensInCode = 200;

    /// <summary>The most blocks in all, which bounds how deep they nest.</summary>
    internal const int MostBlocks = 500;

    private static readonly FrozenSet<string> Openers = new[] { "if", "for", "while", "func", "capture", "with", "wrap", "tablerow", "case",
        "when", "do" }.ToFrozenSet();

    private static readonly FrozenSet<Type> Nodes = new[]
    {
        typeof(ScriptPage), typeof(ScriptBlockStatement), typeof(ScriptRawStatement), typeof(ScriptEscapeStatement),
        typeof(ScriptExpressionStatement), typeof(ScriptIfStatement), typeof(ScriptElseStatement), typeof(ScriptEndStatement),
        typeof(ScriptForStatement), typeof(ScriptBreakStatement), typeof(ScriptContinueStatement), typeof(ScriptNopStatement),
        typeof(ScriptVariableGlobal), typeof(ScriptMemberExpression), typeof(ScriptIndexerExpression),
        typeof(ScriptLiteral), typeof(ScriptNestedExpression), typeof(ScriptUnaryExpression), typeof(ScriptBinaryExpression),
        typeof(ScriptConditionalExpression), typeof(ScriptFunctionCall), typeof(ScriptNamedArgument),
    }.ToFrozenSet();

    /// <summary>The parts that a user's template may include.</summary>
    internal static IReadOnlyList<string> Parts { get; } =
        [.. Resources.Templates.Except(["app", "confusion_table", "contents", "custom", "end", "finding_body", "finding_head", "head",
            "model_facts", "report", "terms", "top", "verdict"])];

    /// <summary>Checks its shape word by word, before the parser, which recurses, sees it.</summary>
    /// <exception cref="ReportException">It is too long, or nests or strings together too much.</exception>
    internal static void RequireShape(string template, CancellationToken cancel)
    {
        if (template.Length > MostCharacters)
            throw new ReportException($"it has {template.Length} characters; at most {MostCharacters} are read");
        // The engine takes it for the end of the text.
        if (template.Contains('\0', StringComparison.Ordinal)) throw new ReportException("it holds a NUL character");
        int inCode = 0, blocks = 0, open = 0;
        foreach (Token token in new Lexer(template))
        {
            cancel.ThrowIfCancellationRequested();
            int length = token.End.Offset - token.Start.Offset + 1;
            switch (token.Type)
            {
                case TokenType.Raw or TokenType.Escape or TokenType.CodeExit or TokenType.CodeEnter:
                    inCode = 0;
                    open = token.Type == TokenType.CodeEnter ? token.Start.Line + 1 : 0;
                    continue;
                case TokenType.Identifier when length < 9 && Openers.Contains(template.AsSpan(token.Start.Offset, length).ToString()):
                    blocks++;
                    break;
                case TokenType.Integer or TokenType.HexaInteger or TokenType.BinaryInteger or TokenType.Float when length > 20:
                    throw new ReportException($"a number at line {token.Start.Line + 1} is too long");
            }
            if (++inCode > MostTokensInCode)
                throw new ReportException($"the code at line {token.Start.Line + 1} has over {MostTokensInCode} words between its braces");
            if (blocks > MostBlocks) throw new ReportException($"it has over {MostBlocks} blocks, so that they could nest too deep");
        }
        if (open > 0) throw new ReportException($"the braces that open at line {open} are not closed");
    }

    /// <summary>Checks what it says.</summary>
    /// <exception cref="ReportException">It uses something else than the part of the language that is allowed.</exception>
    internal static void Require(ScriptNode node)
    {
        string? wrong = node switch
        {
            ScriptVerbatim or ScriptList => null,
            ScriptFunctionCall call => Wrong(call),
            ScriptUnaryExpression { Operator: not ScriptUnaryOperator.Not } => "an operator",
            ScriptBinaryExpression binary when !IsAllowed(binary.Operator) => $"the operator {binary.OperatorToken?.Value}",
            _ => Nodes.Contains(node.GetType()) ? null : Name(node),
        };
        if (wrong is not null)
            throw new ReportException($"line {node.Span.Start.Line + 1} uses {wrong}, which a report's template cannot: only values, if, "
                + "for, comparisons and include");
        for (int i = 0; i < node.ChildrenCount; i++)
            if (node.GetChildren(i) is { } child) Require(child);
    }

    private static string? Wrong(ScriptFunctionCall call)
    {
        if (call.Target is not ScriptVariableGlobal { BaseName: "include" }) return "a function";
        return call.Arguments is [ScriptLiteral { Value: string part }, ..] && Parts.Contains(part) ? null : "a part that there is not";
    }

    private static bool IsAllowed(ScriptBinaryOperator op) => op is ScriptBinaryOperator.And or ScriptBinaryOperator.Or
        or ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual or ScriptBinaryOperator.CompareLess
        or ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareGreaterOrEqual
        or ScriptBinaryOperator.EmptyCoalescing;

    private static string Name(ScriptNode node) => node switch
    {
        ScriptPipeCall => "a pipe",
        ScriptWhileStatement => "while",
        ScriptFunction or ScriptAnonymousFunction => "a function of its own",
        ScriptAssignExpression => "an assignment",
        _ => node.GetType().Name["Script".Length..],
    };
}
