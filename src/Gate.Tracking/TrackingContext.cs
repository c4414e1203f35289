namespace Gate.Tracking;

/// <summary>What tracking takes from outside: the time, ids and who runs it.</summary>
/// <param name="Clock">Tells the time and waits.</param>
/// <param name="NewId">Makes an id that nobody has yet: 32 hexadecimal digits.</param>
/// <param name="User">Who runs it; empty where that is not known.</param>
public sealed record TrackingContext(TimeProvider Clock, Func<string> NewId, string User)
{
    /// <summary>The time, in milliseconds since 1970 in UTC.</summary>
    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();
}
