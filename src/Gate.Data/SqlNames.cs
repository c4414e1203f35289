using Gate.Data.Parsing;

namespace Gate.Data;

/// <summary>Which names stand in SQL.</summary>
public static class SqlNames
{
    /// <summary>Whether a condition names a column, in the way that SQL reads it: in upper or lower case, bare or
    /// in double quotes.</summary>
    /// <param name="sql">The condition.</param>
    /// <param name="column">The column.</param>
    public static bool Mentions(string sql, string column) => SqlLexer.Tokens(sql)
        .Any(token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName
            && token.Value.Equals(column, StringComparison.OrdinalIgnoreCase));
}
