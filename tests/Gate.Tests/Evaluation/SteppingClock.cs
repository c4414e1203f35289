namespace Gate.Tests.Evaluation;

/// <summary>A clock that moves on by a given time whenever it is asked, so that what is timed takes exactly as long as the test
/// says.</summary>
internal sealed class SteppingClock(params double[] seconds) : TimeProvider
{
    private int asked;
    private long now;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp()
    {
        now += (long)(seconds[asked++ % seconds.Length] * TimestampFrequency);
        return now;
    }
}
