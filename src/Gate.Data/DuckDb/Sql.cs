namespace Gate.Data.DuckDb;

/// <summary>Quotes texts and names for DuckDB's SQL.</summary>
internal static class Sql
{
    internal static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    internal static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
