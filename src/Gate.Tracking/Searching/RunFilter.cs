using System.Globalization;
using Gate.Wording;

namespace Gate.Tracking.Searching;

/// <summary>MLflow's filter language: comparisons that are joined by <c>and</c>, such as <c>metrics.roc_auc &gt; 0.8 and tags.verdict =
/// 'pass'</c>. What is compared, with what, and what a missing value means follow MLflow 2.9.</summary>
public sealed class RunFilter
{
    private static readonly string[] numeric = [">", ">=", "!=", "=", "<", "<="], textual = ["!=", "=", "LIKE", "ILIKE"],
        listed = [.. textual, "IN", "NOT IN"];

    private readonly IReadOnlyList<RunClause> clauses;

    private RunFilter(IReadOnlyList<RunClause> clauses) => this.clauses = clauses;

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The filter; empty for all runs.</param>
    /// <exception cref="TrackingException">It is none; the message says where.</exception>
    public static RunFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<FilterToken> tokens = FilterTokens.Of(text);
        var clauses = new List<RunClause>();
        int at = 0;
        while (at < tokens.Count)
        {
            if (clauses.Count > 0 && !Word(tokens, at++, "AND"))
                throw Wrong($"'and' is expected before '{Shown.Of(tokens[at - 1].Text)}': MLflow's filters join comparisons by 'and' "
                    + "alone");
            clauses.Add(Clause(tokens, ref at));
        }
        return new(clauses);
    }

    /// <summary>Whether all comparisons hold.</summary>
    /// <param name="run">The run.</param>
    public bool Matches(IRun run) => clauses.All(clause => clause.Holds(run));

    private static RunClause Clause(List<FilterToken> tokens, ref int at)
    {
        if (at >= tokens.Count) throw Wrong("a comparison is expected after 'and'");
        if (tokens[at] is not { Kind: TokenKind.Name } name)
            throw Wrong($"a name such as metrics.roc_auc is expected, and not '{Shown.Of(tokens[at].Text)}'");
        RunField field = RunField.Parse(name.Text);
        at++;
        string comparator = Comparator(tokens, ref at, name.Text);
        string[] allowed = field.IsNumber ? numeric : field.Kind is FieldKind.Parameter or FieldKind.Tag ? textual : listed;
        if (!allowed.Contains(comparator))
            throw Wrong($"'{comparator}' is nothing that {Shown.Of(name.Text)} can be compared by; there are {string.Join(", ", allowed)}");
        if (at >= tokens.Count) throw Wrong($"a value is expected after '{Shown.Of(name.Text)} {comparator}'");
        if (comparator is "IN" or "NOT IN") return new(field, comparator, 0, List(tokens, ref at));
        FilterToken value = tokens[at++];
        return field.IsNumber ? new(field, comparator, Number(name.Text, value), [])
            : value.Kind == TokenKind.Text ? new(field, comparator, 0, [value.Text])
            : throw Wrong($"{Shown.Of(name.Text)} is a text: put '{Shown.Of(value.Text)}' in quotes");
    }

    private static string Comparator(List<FilterToken> tokens, ref int at, string name)
    {
        if (at >= tokens.Count) throw Wrong($"a comparison is expected after '{Shown.Of(name)}'");
        FilterToken token = tokens[at++];
        if (token.Kind == TokenKind.Name && token.Text.Equals("NOT", StringComparison.OrdinalIgnoreCase) && Word(tokens, at, "IN"))
        {
            at++;
            return "NOT IN";
        }
        return token.Kind is TokenKind.Comparator or TokenKind.Name ? token.Text.ToUpperInvariant()
            : throw Wrong($"a comparison is expected after '{Shown.Of(name)}', and not '{Shown.Of(token.Text)}'");
    }

    private static List<string> List(List<FilterToken> tokens, ref int at)
    {
        var texts = new List<string>();
        if (tokens[at++].Kind != TokenKind.Open) throw Wrong("a list such as ('a', 'b') is expected after IN");
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Text)
        {
            texts.Add(tokens[at++].Text);
            if (at < tokens.Count && tokens[at].Kind == TokenKind.Comma) at++;
        }
        return at < tokens.Count && tokens[at++].Kind == TokenKind.Close && texts.Count > 0 ? texts
            : throw Wrong("a list such as ('a', 'b') is expected after IN");
    }

    private static double Number(string name, FilterToken value) =>
        value.Kind == TokenKind.Number && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number : throw Wrong($"{Shown.Of(name)} is compared with a number without quotes, and not with '{Shown.Of(value.Text)}'");

    private static bool Word(List<FilterToken> tokens, int at, string word) => at < tokens.Count
        && tokens[at].Kind == TokenKind.Name && tokens[at].Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static TrackingException Wrong(string message) => new(TrackingFault.Asked, $"the filter cannot be read: {message}");
}
