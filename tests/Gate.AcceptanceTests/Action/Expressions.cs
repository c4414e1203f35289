using System.Text.RegularExpressions;

namespace Gate.AcceptanceTests.Action;

/// <summary>
/// The part of GitHub's expression language that action.yml uses: contexts by path, text literals, ==, !=, &amp;&amp;, ||, !, parentheses
/// and the status functions. Anything else is an error, so that a test cannot pass on an expression that was misread.
/// </summary>
internal sealed partial class Expressions(Func<string, string> context, Func<string, bool> status)
{
    private List<string> _tokens = [];
    private int _at;

    /// <summary>Replaces every <c>${{ … }}</c> in a text.</summary>
    public string Interpolate(string text) => Placeholder().Replace(text, match => Evaluate(match.Groups[1].Value));

    /// <summary>Whether a step runs: without a status function in the condition, only after success.</summary>
    public bool Condition(string? text)
    {
        if (text is null) return status("success");
        string inner = Placeholder().Match(text) is { Success: true } match ? match.Groups[1].Value : text;
        bool holds = IsTrue(Evaluate(inner));
        return StatusFunction().IsMatch(inner) ? holds : holds && status("success");
    }

    private string Evaluate(string expression)
    {
        _tokens = [.. Token().Matches(expression).Select(m => m.Value)];
        if (string.Concat(_tokens) != Blank().Replace(expression, m => m.Groups["text"].Value))
            throw new NotSupportedException($"expression not understood: {expression}");
        _at = 0;
        string value = Or();
        return _at == _tokens.Count ? value : throw new NotSupportedException($"expression not understood: {expression}");
    }

    private string Or()
    {
        string left = And();
        while (Take("||")) left = And() is var right && IsTrue(left) ? left : right;
        return left;
    }

    private string And()
    {
        string left = Equality();
        while (Take("&&")) left = Equality() is var right && IsTrue(left) ? right : left;
        return left;
    }

    private string Equality()
    {
        string left = Unary();
        if (Take("==")) return Text(string.Equals(left, Unary(), StringComparison.OrdinalIgnoreCase));
        return Take("!=") ? Text(!string.Equals(left, Unary(), StringComparison.OrdinalIgnoreCase)) : left;
    }

    private string Unary()
    {
        if (Take("!")) return Text(!IsTrue(Unary()));
        if (Take("("))
        {
            string inner = Or();
            return Take(")") ? inner : throw new NotSupportedException("a parenthesis is not closed");
        }
        string token = _at < _tokens.Count ? _tokens[_at++] : throw new NotSupportedException("an expression ends early");
        if (token[0] == '\'') return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (Take("(")) return Take(")") ? Text(status(token)) : throw new NotSupportedException($"arguments of {token} are not supported");
        return context(token);
    }

    private bool Take(string token)
    {
        if (_at >= _tokens.Count || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    private static bool IsTrue(string value) => value.Length > 0 && value != "false";

    private static string Text(bool value) => value ? "true" : "false";

    [GeneratedRegex(@"\$\{\{(.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"'(?:[^']|'')*'|==|!=|&&|\|\||[!()]|[A-Za-z_][A-Za-z0-9_.-]*")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<text>'(?:[^']|'')*')|\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\b(always|success|failure|cancelled)\(\)")]
    private static partial Regex StatusFunction();
}
