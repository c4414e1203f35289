using Gate.Wording;

namespace Gate.Tracking.Searching;

/// <summary>What a part of a filter is.</summary>
internal enum TokenKind
{
    /// <summary>A name, with the quotes of its parts.</summary>
    Name,

    /// <summary>A text in quotes, without them.</summary>
    Text,

    Number,
    Comparator,
    Open,
    Close,
    Comma,
}

/// <summary>A part of a filter.</summary>
internal readonly record struct FilterToken(TokenKind Kind, string Text);

/// <summary>Cuts a filter into its parts.</summary>
internal static class FilterTokens
{
    /// <summary>Longer filters are refused.</summary>
    private const int Longest = 10_000;

    /// <summary>The parts of a filter.</summary>
    /// <exception cref="TrackingException">A quote is not closed, or a character has no meaning.</exception>
    public static List<FilterToken> Of(string filter)
    {
        if (filter.Length > Longest)
            throw new TrackingException(TrackingFault.Asked, $"the filter has more than {Longest} characters");
        var tokens = new List<FilterToken>();
        int at = 0;
        while (at < filter.Length)
        {
            char c = filter[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (c is '(' or ')' or ',') tokens.Add(new(c == '(' ? TokenKind.Open : c == ')' ? TokenKind.Close : TokenKind.Comma,
                filter[at++].ToString()));
            else if (c is '\'' or '"') tokens.Add(new(TokenKind.Text, Quoted(filter, ref at)));
            else if (c is '<' or '>' or '=' or '!') tokens.Add(new(TokenKind.Comparator, Comparator(filter, ref at)));
            else if (char.IsAsciiDigit(c) || c is '-' or '+' or '.') tokens.Add(new(TokenKind.Number, Number(filter, ref at)));
            else tokens.Add(new(TokenKind.Name, Name(filter, ref at)));
        }
        return tokens;
    }

    private static string Quoted(string filter, ref int at)
    {
        char quote = filter[at];
        int end = filter.IndexOf(quote, at + 1);
        if (end < 0)
            throw new TrackingException(TrackingFault.Asked, $"the {quote} before '{Shown.Of(filter[(at + 1)..])}' is not closed");
        string text = filter[(at + 1)..end];
        at = end + 1;
        return text;
    }

    private static string Comparator(string filter, ref int at)
    {
        int start = at;
        while (at < filter.Length && filter[at] is '<' or '>' or '=' or '!') at++;
        return filter[start..at];
    }

    private static string Number(string filter, ref int at)
    {
        int start = at++;
        while (at < filter.Length && (char.IsAsciiLetterOrDigit(filter[at]) || filter[at] == '.'
            || (filter[at] is '-' or '+' && filter[at - 1] is 'e' or 'E'))) at++;
        return filter[start..at];
    }

    // A name goes on through quoted parts, which may hold anything: metrics.`group/sex/Female/recall`.
    private static string Name(string filter, ref int at)
    {
        int start = at;
        while (at < filter.Length)
        {
            char c = filter[at];
            if (c == '`' || (c is '"' or '\'' && at > start && filter[at - 1] == '.'))
            {
                int end = filter.IndexOf(c, at + 1);
                if (end < 0)
                    throw new TrackingException(TrackingFault.Asked, $"the {c} in '{Shown.Of(filter[start..])}' is not closed");
                at = end + 1;
            }
            else if (char.IsLetterOrDigit(c) || c is '_' or '.' or '/' or '-') at++;
            else break;
        }
        if (at == start)
            throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(filter[start..])}' has no meaning in a filter; a filter is such "
                + "as metrics.roc_auc > 0.8 and tags.verdict = 'pass'");
        return filter[start..at];
    }
}
