namespace Gate.Tracking.Rest;

/// <summary>Cuts what is logged into parts that a server takes at once.</summary>
internal static class Batches
{
    /// <summary>The most of a kind, and of all, in one request (MLflow's REST interface, <c>runs/log-batch</c>).</summary>
    public const int Metrics = 1000, Parameters = 100, Tags = 100, All = 1000;

    /// <summary>The parts, as few as there can be; none where there is nothing.</summary>
    public static IEnumerable<RunValues> Of(RunValues values)
    {
        (int m, int p, int t) = (0, 0, 0);
        while (m < values.Metrics.Count || p < values.Parameters.Count || t < values.Tags.Count)
        {
            // Parameters and tags first: a run that is found half-way says what it is.
            RunText[] parameters = [.. values.Parameters.Skip(p).Take(Parameters)], tags = [.. values.Tags.Skip(t).Take(Tags)];
            RunMetric[] metrics = [.. values.Metrics.Skip(m).Take(Math.Min(Metrics, All - parameters.Length - tags.Length))];
            yield return new(metrics, parameters, tags);
            (m, p, t) = (m + metrics.Length, p + parameters.Length, t + tags.Length);
        }
    }
}
