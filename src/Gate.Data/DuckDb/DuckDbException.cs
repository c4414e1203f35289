namespace Gate.Data.DuckDb;

/// <summary>DuckDB refused or failed; the message is DuckDB's own. Translated into a <see cref="DataException"/> where the context is
/// known.</summary>
internal sealed class DuckDbException(string message) : Exception(message);
