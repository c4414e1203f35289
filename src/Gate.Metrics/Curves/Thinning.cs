namespace Gate.Metrics.Curves;

/// <summary>Thins a curve to a number of points, keeping those that shape it: the Ramer-Douglas-Peucker order, farthest point
/// first.</summary>
internal static class Thinning
{
    /// <summary>At most <paramref name="most"/> points (never fewer than both ends), in their order.</summary>
    public static IReadOnlyList<T> Keep<T>(T[] points, Func<T, (double X, double Y)> place, int most)
    {
        if (points.Length <= Math.Max(2, most)) return points;
        (double X, double Y)[] places = Array.ConvertAll(points, point => place(point));
        var kept = new SortedSet<int> { 0, points.Length - 1 };
        // The queue yields the smallest priority first, hence the minus; equal distances are split from the left.
        var segments = new PriorityQueue<(int From, int To, int Farthest), (double, int)>();
        Enqueue(0, points.Length - 1);
        while (kept.Count < most && segments.TryDequeue(out (int From, int To, int Farthest) segment, out _))
        {
            kept.Add(segment.Farthest);
            Enqueue(segment.From, segment.Farthest);
            Enqueue(segment.Farthest, segment.To);
        }
        return [.. kept.Select(i => points[i])];

        void Enqueue(int from, int to)
        {
            double longest = 0;
            int farthest = -1;
            for (int i = from + 1; i < to; i++)
            {
                double distance = Distance(places[from], places[to], places[i]);
                if (distance > longest) (longest, farthest) = (distance, i);
            }
            if (farthest >= 0) segments.Enqueue((from, to, farthest), (-longest, from));
        }
    }

    /// <summary>The distance of a point from the line through two others, or from them where they coincide.</summary>
    private static double Distance((double X, double Y) from, (double X, double Y) to, (double X, double Y) at)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = Math.Sqrt(dx * dx + dy * dy);
        double px = at.X - from.X, py = at.Y - from.Y;
        return length == 0 ? Math.Sqrt(px * px + py * py) : Math.Abs(dx * py - dy * px) / length;
    }
}
