namespace Gate.Tracking.Searching;

/// <summary>Answers a query out of runs that are at hand.</summary>
internal static class RunSearch
{
    /// <summary>The page that is asked for.</summary>
    /// <exception cref="TrackingException">The query is none.</exception>
    public static RunPage Answer(RunQuery query, IEnumerable<IRun> runs, CancellationToken cancel)
    {
        if (query.MaxResults is < 1 or > RunQuery.LargestPage)
            throw new TrackingException(TrackingFault.Asked,
                $"a page has from 1 to {RunQuery.LargestPage} runs, and not {query.MaxResults}");
        RunFilter filter = RunFilter.Parse(query.Filter);
        RunOrder order = RunOrder.Parse(query.OrderBy);
        int start = PageToken.Offset(query.PageToken);
        IRun[] found = [.. order.Sort(runs.Where(run =>
        {
            cancel.ThrowIfCancellationRequested();
            return filter.Matches(run);
        }))];
        int next = start + query.MaxResults;
        return new([.. found.Skip(start).Take(query.MaxResults)], next < found.Length ? PageToken.Of(next) : null);
    }
}
