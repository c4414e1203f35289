using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

/// <summary>All rows as an ordered metric reads them for one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Sequence">The rows in order.</param>
/// <param name="Terms">The terms of all rows, each in the order of the sequence.</param>
/// <param name="Second">The positions of the rows by the second order; null where there is none.</param>
/// <param name="Undefined">Why the metric is undefined in each scope, or null.</param>
internal sealed record ClassRows(int Class, RowSequence Sequence, double[][] Terms, int[]? Second, string?[] Undefined)
{
    /// <summary>One scope's rows as a replicate has them.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="drawn">How often each pattern or block was drawn.</param>
    /// <param name="room">Room for the weights of all rows.</param>
    public OrderedRows Of(int scope, ReadOnlySpan<float> drawn, Span<double> room)
    {
        int from = Sequence.Start[scope], length = Sequence.Start[scope + 1] - from;
        ReadOnlySpan<int> places = Sequence.Drawn.AsSpan(from, length);
        ReadOnlySpan<double> weight = Sequence.Weight.AsSpan(from, length);
        Span<double> own = room[..length];
        for (int i = 0; i < length; i++) own[i] = drawn[places[i]] * weight[i];
        return new OrderedRows(Sequence, scope, Terms, Second is null ? [] : Second.AsSpan(from, length), own);
    }
}
