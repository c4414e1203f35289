namespace Gate.Data.Parsing;

/// <summary>The kinds of words in an SQL text, as far as Gate must tell them apart.</summary>
internal enum SqlTokenKind
{
    Word,
    QuotedName,
    Text,

    /// <summary>A text in another spelling: <c>E'…'</c> or <c>$$…$$</c>.</summary>
    OtherText,
    Number,
    Symbol,
    Comment,

    /// <summary>A text, name or comment without its end.</summary>
    Unterminated,
}

/// <summary>One word of an SQL text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Value">Its content without quotes.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length, string Value)
{
    internal bool Is(string word) =>
        Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cuts SQL into words the way DuckDB's own lexer does.</summary>
internal static class SqlLexer
{
    internal static IEnumerable<SqlToken> Tokens(string sql)
    {
        for (int i = 0; i < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[i]))
            {
                i++;
                continue;
            }
            SqlToken token = Next(sql, i);
            yield return token;
            i += token.Length;
        }
    }

    private static SqlToken Next(string sql, int i)
    {
        char c = sql[i], next = i + 1 < sql.Length ? sql[i + 1] : '\0';
        if (c == '\'') return Quoted(sql, i, i, SqlTokenKind.Text, backslash: false);
        if (c is 'e' or 'E' && next == '\'') return Quoted(sql, i, i + 1, SqlTokenKind.OtherText, backslash: true);
        if (c == '"') return Quoted(sql, i, i, SqlTokenKind.QuotedName, backslash: false);
        if (c == '-' && next == '-') return UpTo(sql, i, sql.AsSpan(i).IndexOfAny('\n', '\r'), 0, SqlTokenKind.Comment, endOptional: true);
        if (c == '/' && next == '*') return BlockComment(sql, i);
        if (c == '$' && Dollar(sql, i) is { } dollar) return dollar;
        if (char.IsAsciiDigit(c)) return While(sql, i, SqlTokenKind.Number, static x => char.IsAsciiLetterOrDigit(x) || x is '.' or '_');
        if (IsWordStart(c)) return While(sql, i, SqlTokenKind.Word, static x => IsWordStart(x) || char.IsAsciiDigit(x) || x == '$');
        return new SqlToken(SqlTokenKind.Symbol, i, 1, c.ToString());
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 0x80;

    private static SqlToken While(string sql, int start, SqlTokenKind kind, Func<char, bool> part)
    {
        int end = start + 1;
        while (end < sql.Length && part(sql[end])) end++;
        return new SqlToken(kind, start, end - start, sql[start..end]);
    }

    private static SqlToken Quoted(string sql, int start, int quoteAt, SqlTokenKind kind, bool backslash)
    {
        char quote = sql[quoteAt];
        var content = new System.Text.StringBuilder();
        for (int i = quoteAt + 1; i < sql.Length; i++)
        {
            if (backslash && sql[i] == '\\') i++;
            else if (sql[i] == quote && (i + 1 == sql.Length || sql[i + 1] != quote))
                return new SqlToken(kind, start, i + 1 - start, content.ToString());
            else if (sql[i] == quote) i++;
            if (i < sql.Length) content.Append(sql[i]);
        }
        return Unterminated(sql, start);
    }

    // DuckDB's block comments nest, as PostgreSQL's do.
    private static SqlToken BlockComment(string sql, int start)
    {
        int depth = 1;
        for (int i = start + 2; i + 1 < sql.Length; i++)
        {
            if (sql[i] == '/' && sql[i + 1] == '*') (depth, i) = (depth + 1, i + 1);
            else if (sql[i] == '*' && sql[i + 1] == '/')
            {
                i++;
                if (--depth == 0) return new SqlToken(SqlTokenKind.Comment, start, i + 1 - start, "");
            }
        }
        return Unterminated(sql, start);
    }

    private static SqlToken? Dollar(string sql, int start)
    {
        int end = start + 1;
        while (end < sql.Length && (IsWordStart(sql[end]) || (end > start + 1 && char.IsAsciiDigit(sql[end])))) end++;
        if (end >= sql.Length || sql[end] != '$') return null;
        string tag = sql[start..(end + 1)];
        int close = sql.AsSpan(end + 1).IndexOf(tag);
        return UpTo(sql, start, close < 0 ? -1 : close + tag.Length, tag.Length, SqlTokenKind.OtherText, endOptional: false);
    }

    private static SqlToken UpTo(string sql, int start, int end, int after, SqlTokenKind kind, bool endOptional)
    {
        if (end < 0 && !endOptional) return Unterminated(sql, start);
        int length = end < 0 ? sql.Length - start : end + after;
        return new SqlToken(kind, start, length, "");
    }

    private static SqlToken Unterminated(string sql, int start) => new(SqlTokenKind.Unterminated, start, sql.Length - start, "");
}
