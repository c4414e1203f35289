using Gate.Data.Numerics;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>
/// A regression: a signal that is never below 3, true numbers around it with errors of a given law. One of the two models says the signal,
/// the other adds an error of its own; the ends of prediction intervals lie 1.3 errors around what is said.
/// </summary>
/// <param name="Errors">The law of the errors.</param>
/// <param name="Scale">What errors are multiplied by.</param>
/// <param name="Rival">The baseline: with a strength below 1 it says the signal, above 1 the candidate does; the other's own error is the
/// distance of the strength from 1.</param>
internal sealed record NumbersLaw(ErrorLaw Errors, double Scale, Rival Rival)
{
    private const int SignalsOfError = 3;

    public Population Make()
    {
        IReadOnlyList<(double Error, double Probability)> errors = ErrorQuantiles.Of(Errors);
        var points = new SpreadPoints(3);
        List<double> probabilities = [], targets = [], plain = [], noisy = [];
        for (int atom = 0; atom < errors.Count * SignalsOfError; atom++)
        {
            (double error, double probability) = errors[atom / SignalsOfError];
            double signal = 3 + 2 * Portable.Exp(0.5 * points.Normal(atom, 0));
            double own = Rival.Correlation < 1 || points.Uniform(atom, 2) < Rival.Differing
                ? Math.Abs(Rival.Strength - 1) * points.Normal(atom, 1) : 0;
            probabilities.Add(probability / SignalsOfError);
            targets.Add(signal + Scale * error);
            plain.Add(signal);
            // Never below a tenth of the signal: deviances need numbers above 0.
            noisy.Add(Math.Max(signal + own, signal / 10));
        }
        var truth = Truth.OfNumbers([.. targets]);
        (List<double> candidate, List<double> baseline) = Rival.Strength < 1 ? (noisy, plain) : (plain, noisy);
        return new Population([.. probabilities], new Sample(truth, Output(candidate)), new Sample(truth, Output(baseline)));
    }

    private NumberOutput Output(List<double> values) => new([.. values],
        new IntervalEnds([.. values.Select(value => value - 1.3 * Scale)], [.. values.Select(value => value + 1.3 * Scale + value / 20)]));
}
