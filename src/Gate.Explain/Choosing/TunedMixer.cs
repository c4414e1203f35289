using Gate.Data;
using Gate.Models.Calibration;

namespace Gate.Explain.Choosing;

/// <summary>Mixtures of rows as a calibrated model scores them: the calibration of what its model says of each. Of several classes it knows
/// all, also one that its model never says.</summary>
internal sealed class TunedMixer : IMixer
{
    private readonly IMixer inner;
    private readonly LearnedCalibration calibration;
    private readonly int innerOutputs;

    /// <param name="inner">What its model says.</param>
    /// <param name="calibration">The calibration.</param>
    public TunedMixer(IMixer inner, LearnedCalibration calibration)
    {
        (this.inner, this.calibration) = (inner, calibration);
        Codes = calibration is OneAgainstRest several ? [.. Enumerable.Range(0, several.Classes.Count)] : inner.Codes;
        innerOutputs = calibration is OneAgainstRest ? inner.Codes.Count : 1;
    }

    public IReadOnlyList<int> Codes { get; }

    public int BackgroundRows => inner.BackgroundRows;

    public void OfBackground(int other, Span<double> scores)
    {
        Span<double> own = new double[innerOutputs];
        inner.OfBackground(other, own);
        Calibrated(own).CopyTo(scores);
    }

    public IMixedRows Of(Table rows, ParallelOptions parallel) => new MixedRows(this, inner.Of(rows, parallel));

    private double[] Calibrated(ReadOnlySpan<double> own)
    {
        if (calibration is not OneAgainstRest) return calibration.Apply(own.ToArray());
        var all = new double[own.Length / innerOutputs * Codes.Count];
        for (int i = 0; i < own.Length; i++) all[(i / innerOutputs * Codes.Count) + inner.Codes[i % innerOutputs]] = own[i];
        return calibration.Apply(all);
    }

    private sealed class MixedRows(TunedMixer mixer, IMixedRows inner) : IMixedRows
    {
        public IMixture Of(int row, int other) => new Mixture(mixer, inner.Of(row, other));
    }

    private sealed class Mixture(TunedMixer mixer, IMixture inner) : IMixture
    {
        public void Mark(bool[] differs) => inner.Mark(differs);

        public double[] Scores(int[] differing) => mixer.Calibrated(inner.Scores(differing));
    }
}
