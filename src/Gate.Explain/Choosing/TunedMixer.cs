using Gate.Data;
using Gate.Models.Calibration;

namespace Gate.Explain.Choosing;

/// <summary>Mixtures of rows as a calibrated model scores them: the calibration of what its model says of each.</summary>
internal sealed class TunedMixer(IMixer inner, ScoreCalibration calibration) : IMixer
{
    public IReadOnlyList<int> Codes => inner.Codes;

    public int BackgroundRows => inner.BackgroundRows;

    public void OfBackground(int other, Span<double> scores)
    {
        inner.OfBackground(other, scores);
        Apply(scores);
    }

    public IMixedRows Of(Table rows, ParallelOptions parallel) => new MixedRows(this, inner.Of(rows, parallel));

    private void Apply(Span<double> scores)
    {
        foreach (ref double score in scores) score = calibration.Apply(score);
    }

    private sealed class MixedRows(TunedMixer mixer, IMixedRows inner) : IMixedRows
    {
        public IMixture Of(int row, int other) => new Mixture(mixer, inner.Of(row, other));
    }

    private sealed class Mixture(TunedMixer mixer, IMixture inner) : IMixture
    {
        public void Mark(bool[] differs) => inner.Mark(differs);

        public double[] Scores(int[] differing)
        {
            double[] scores = inner.Scores(differing);
            mixer.Apply(scores);
            return scores;
        }
    }
}
