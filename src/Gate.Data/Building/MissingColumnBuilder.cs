using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>Gathers a column that can hold nothing but missing values. JSON readers give it the type JSON when no row has a
/// value.</summary>
internal sealed class MissingColumnBuilder(string name) : ColumnBuilder
{
    private int rows;

    internal override void Append(ColumnVector vector)
    {
        rows += vector.Count;
        for (int i = 0; i < vector.Count; i++)
            if (vector.IsValid(i))
                throw new DataException($"column '{name}' holds values of different kinds (such as numbers and texts, or lists); make them "
                    + $"one kind, or select plain columns with data.source: {{sql: …}}");
    }

    internal override Column Finish() => Field.AllMissing(name, rows).Column;
}
