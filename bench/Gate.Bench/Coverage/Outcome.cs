using Gate.Metrics;

namespace Gate.Bench.Coverage;

/// <summary>Where one interval lies.</summary>
internal enum Place
{
    /// <summary>There is no interval.</summary>
    None,

    /// <summary>It contains the truth.</summary>
    Covers,

    /// <summary>All of it is above the truth: at that bound a minimum passes that should not, a maximum fails.</summary>
    Above,

    /// <summary>All of it is below the truth: at that bound a maximum passes that should not, a minimum fails.</summary>
    Below,
}

/// <summary>One interval against the truth.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Width">How wide it is; 0 without one.</param>
internal readonly record struct Outcome(Place Place, double Width)
{
    /// <summary>What rounding may leave between an end and a truth that are the same number.</summary>
    private const double Crumb = 1e-12;

    public static Outcome Of(Interval? interval, double truth)
    {
        if (interval is null) return default;
        double crumb = double.IsFinite(truth) ? Crumb * Math.Max(1, Math.Abs(truth)) : 0;
        Place place = interval.Low > truth + crumb ? Place.Above : interval.High < truth - crumb ? Place.Below : Place.Covers;
        return new Outcome(place, interval.High - interval.Low);
    }
}
