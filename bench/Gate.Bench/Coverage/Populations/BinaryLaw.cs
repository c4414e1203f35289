using Gate.Data;
using Gate.Data.Numerics;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>
/// Two classes whose scores are normal on a hidden scale, those of positives shifted; what a model says is the probability that follows. A
/// place on the scale is an atom twice, once with either label, so that calibrated probabilities are exactly that.
/// </summary>
/// <param name="Prevalence">The share of positives.</param>
/// <param name="Area">The area under the candidate's ROC curve.</param>
/// <param name="Sharpness">What logits are multiplied by: 1 calibrated, above it too sure.</param>
/// <param name="Threshold">Calibrated probabilities above it are predicted positive.</param>
/// <param name="Rival">The baseline.</param>
internal sealed record BinaryLaw(double Prevalence, double Area, double Sharpness, double Threshold, Rival Rival)
{
    private const int PlacesOfClass = 800;
    private static readonly string[] classes = ["0", "1"];

    public Population Make()
    {
        double shift = Math.Sqrt(2) * NormalLaw.OfTail(1 - Area);
        var points = new SpreadPoints(2);
        var probabilities = new List<double>();
        var labels = new List<int>();
        List<double> candidate = [], baseline = [];
        for (int place = 0; place < 2 * PlacesOfClass; place++)
        {
            bool ofPositives = place >= PlacesOfClass;
            double mass = (ofPositives ? Prevalence : 1 - Prevalence) / PlacesOfClass;
            double at = NormalLaw.OfTail(1 - (place % PlacesOfClass + 0.5) / PlacesOfClass) + (ofPositives ? shift : 0);
            double probability = Probability(at, shift);
            for (int label = 0; label < 2; label++)
            {
                probabilities.Add(mass * (label == 1 ? probability : 1 - probability));
                labels.Add(label);
                candidate.Add(at);
                baseline.Add(Rival.Place(at, shift * label, shift, points.Normal(place, 0), points.Uniform(place, 1)));
            }
        }
        var truth = Truth.OfClasses(TaskType.BinaryClassification, classes, [.. labels]);
        double rivalShift = Rival.Shift(shift);
        return new Population([.. probabilities], new Sample(truth, Output(candidate, shift)),
            new Sample(truth, Output(baseline, rivalShift)));
    }

    /// <summary>The probability of the positive class at a place.</summary>
    private double Probability(double at, double shift) => 1 / (1 + (1 - Prevalence) / Prevalence * Portable.Exp(shift * (shift / 2 - at)));

    private ClassOutput Output(List<double> places, double shift)
    {
        double[] probabilities = [.. places.Select(at => Probability(at, shift))];
        return new ClassOutput([.. probabilities.Select(p => p > Threshold ? 1 : 0)], [.. probabilities.Select(Sharpen)]);
    }

    private double Sharpen(double probability) =>
        Sharpness == 1 ? probability : 1 / (1 + Portable.Pow((1 - probability) / probability, Sharpness));
}
