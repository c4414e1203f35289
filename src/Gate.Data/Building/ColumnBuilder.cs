using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>Gathers one column from the vectors of a result.</summary>
internal abstract class ColumnBuilder
{
    internal abstract void Append(ColumnVector vector);

    internal abstract Column Finish();
}
