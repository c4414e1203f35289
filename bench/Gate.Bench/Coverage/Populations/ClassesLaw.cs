using Gate.Data;
using Gate.Data.Numerics;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>Three classes, normal in a plane around the corners of a triangle; what a model says are the probabilities that follow. Each
/// place is an atom three times, once with each label.</summary>
/// <param name="Shares">How often each class occurs.</param>
/// <param name="Radius">How far the corners are from the middle.</param>
/// <param name="Sharpness">The power that probabilities are raised to: 1 calibrated, above it too sure.</param>
/// <param name="Rival">The baseline.</param>
internal sealed record ClassesLaw(double[] Shares, double Radius, double Sharpness, Rival Rival)
{
    private const int PlacesOfClass = 400, Classes = 3;
    private static readonly string[] names = ["a", "b", "c"];
    private static readonly (double X, double Y)[] corners = [(1, 0), (-0.5, Math.Sqrt(0.75)), (-0.5, -Math.Sqrt(0.75))];

    public Population Make()
    {
        var points = new SpreadPoints(5);
        var probabilities = new List<double>();
        var labels = new List<int>();
        List<double> candidate = [], baseline = [];
        for (int place = 0; place < Classes * PlacesOfClass; place++)
        {
            (double X, double Y) corner = corners[place / PlacesOfClass];
            double x = Radius * corner.X + points.Normal(place, 0), y = Radius * corner.Y + points.Normal(place, 1);
            double[] posterior = Posterior(x, y, Radius);
            for (int label = 0; label < Classes; label++)
            {
                probabilities.Add(Shares[place / PlacesOfClass] / PlacesOfClass * posterior[label]);
                labels.Add(label);
                candidate.AddRange(posterior);
                double cx = Radius * corners[label].X, cy = Radius * corners[label].Y, u = points.Uniform(place, 4);
                baseline.AddRange(Posterior(Rival.Place(x, cx, Math.Abs(cx), points.Normal(place, 2), u),
                    Rival.Place(y, cy, Math.Abs(cy), points.Normal(place, 3), u), Rival.Shift(Radius)));
            }
        }
        var truth = Truth.OfClasses(TaskType.MulticlassClassification, names, [.. labels]);
        return new Population([.. probabilities], new Sample(truth, Output([.. candidate])), new Sample(truth, Output([.. baseline])));
    }

    private double[] Posterior(double x, double y, double radius)
    {
        // Less the largest exponent: nothing overflows.
        double[] logs = [.. corners.Select(corner => radius * (x * corner.X + y * corner.Y))];
        double most = logs.Max();
        double[] terms = [.. logs.Select((log, k) => Shares[k] * Portable.Exp(log - most))];
        double sum = terms.Sum();
        return [.. terms.Select(term => term / sum)];
    }

    private ClassOutput Output(double[] posteriors)
    {
        int rows = posteriors.Length / Classes;
        var codes = new int[rows];
        var scores = new double[posteriors.Length];
        for (int row = 0; row < rows; row++)
        {
            double[] own = [.. posteriors.AsSpan(row * Classes, Classes)], sharp = Array.ConvertAll(own, p => Portable.Pow(p, Sharpness));
            double sum = sharp.Sum();
            codes[row] = Array.IndexOf(own, own.Max());
            for (int k = 0; k < Classes; k++) scores[row * Classes + k] = sharp[k] / sum;
        }
        return new ClassOutput(codes, scores);
    }
}
