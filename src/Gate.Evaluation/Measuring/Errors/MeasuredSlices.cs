using Gate.Explain.Slices;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Errors;

/// <summary>The slices that were found in one half of the rows, measured on the other.</summary>
internal sealed class MeasuredSlices
{
    private MeasuredSlices(IReadOnlyList<MeasuredSlice> all, int searched) => (All, Searched) = (all, searched);

    /// <summary>The slices, in the order of the search.</summary>
    public IReadOnlyList<MeasuredSlice> All { get; }

    /// <summary>How many were looked at.</summary>
    public int Searched { get; }

    /// <summary>Those with enough rows whose ratio is defined.</summary>
    public IReadOnlyList<MeasuredSlice> Confirmed => [.. All.Where(slice => slice.Problem is null)];

    public static MeasuredSlices Of(ErrorRows rows, IReadOnlyList<string> named, EvidenceSpec floor)
    {
        (IReadOnlyList<FoundSlice> found, int searched) = rows.Search(named, (int)Math.Min(int.MaxValue, floor.MinCount));
        return new([.. found.Select(slice => Measure(rows, slice, floor))], searched);
    }

    /// <summary>The slice whose ratio is largest, and that ratio at a confidence. The lower end is corrected for the choice among
    /// them.</summary>
    public (MeasuredSlice? Slice, Measurement Ratio) Worst(double confidence)
    {
        IReadOnlyList<MeasuredSlice> confirmed = Confirmed;
        if (confirmed.Count == 0)
            return (null, new(MetricValue.Missing(All.Count == 0
                ? "no slice with enough rows for the evidence floor has a larger loss than all rows" : All[0].Problem!), null));
        (int worst, Measurement ratio) = LargestOf.Of([.. confirmed.Select(slice => slice.RatioOf!)], confirmed.Count, confidence);
        return (confirmed[worst], ratio);
    }

    private static MeasuredSlice Measure(ErrorRows rows, FoundSlice slice, EvidenceSpec floor)
    {
        int[] inside = rows.Inside(slice);
        string? problem = rows.Shortfall(inside, floor) ?? rows.Shortfall([.. rows.Measured.Except(inside)], floor);
        if (problem is not null) return new(slice, inside, null, "too few rows to measure it on: " + problem);
        Func<double, Measurement> ratio = rows.Ratio(inside);
        return ratio(0.95).Value.Undefined is { } undefined ? new(slice, inside, null, undefined) : new(slice, inside, ratio, null);
    }
}

/// <summary>A slice with its rows of the measured half.</summary>
/// <param name="Found">The slice.</param>
/// <param name="Inside">Its rows.</param>
/// <param name="RatioOf">How many times the loss of the rest it has, at a confidence; null with a problem.</param>
/// <param name="Problem">Why that cannot be said; else null.</param>
internal sealed record MeasuredSlice(FoundSlice Found, int[] Inside, Func<double, Measurement>? RatioOf, string? Problem)
{
    /// <summary>How many times the loss of the rest it has; asked of slices without a problem.</summary>
    public Measurement Ratio(double confidence) => RatioOf!(confidence);

    /// <summary>The slice in words: <c>age = &gt;=65 and sex = F</c>.</summary>
    public string Text => string.Join(" and ", Found.Terms.Select(term => $"{term.Column} = {term.Value}"));
}
