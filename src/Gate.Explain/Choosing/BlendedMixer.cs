using Gate.Data;

namespace Gate.Explain.Choosing;

/// <summary>Mixtures of rows as an ensemble scores them: the weighted mean of what its members say of each.</summary>
internal sealed class BlendedMixer : IMixer
{
    private readonly (IMixer Mixer, double Weight, int[] Places)[] members;
    private readonly int outputs;

    /// <param name="members">The members with their shares.</param>
    /// <param name="hasClasses">Whether there is an output for each class, of which a member may not know all.</param>
    public BlendedMixer(IReadOnlyList<(IMixer Mixer, double Weight)> members, bool hasClasses)
    {
        Codes = [.. members.SelectMany(member => member.Mixer.Codes).Distinct().Order()];
        outputs = hasClasses ? Codes.Count : 1;
        this.members = [.. members.Select(member => (member.Mixer, member.Weight,
            hasClasses ? member.Mixer.Codes.Select(code => Codes.ToList().IndexOf(code)).ToArray() : [0]))];
    }

    public IReadOnlyList<int> Codes { get; }

    public int BackgroundRows => members[0].Mixer.BackgroundRows;

    public void OfBackground(int other, Span<double> scores)
    {
        scores.Clear();
        foreach ((IMixer mixer, double weight, int[] places) in members)
        {
            Span<double> own = new double[places.Length];
            mixer.OfBackground(other, own);
            Add(own, weight, places, scores);
        }
    }

    public IMixedRows Of(Table rows, ParallelOptions parallel) =>
        new MixedRows(this, Array.ConvertAll(members, member => member.Mixer.Of(rows, parallel)));

    private void Add(ReadOnlySpan<double> own, double weight, int[] places, Span<double> scores)
    {
        for (int i = 0; i < own.Length; i++)
            scores[i / places.Length * outputs + places[i % places.Length]] += weight * own[i];
    }

    private sealed class MixedRows(BlendedMixer mixer, IMixedRows[] members) : IMixedRows
    {
        public IMixture Of(int row, int other) => new Mixture(mixer, Array.ConvertAll(members, member => member.Of(row, other)));
    }

    private sealed class Mixture(BlendedMixer mixer, IMixture[] members) : IMixture
    {
        public void Mark(bool[] differs)
        {
            foreach (IMixture member in members) member.Mark(differs);
        }

        public double[] Scores(int[] differing)
        {
            var scores = new double[(1 << differing.Length) * mixer.outputs];
            for (int m = 0; m < members.Length; m++)
                mixer.Add(members[m].Scores(differing), mixer.members[m].Weight, mixer.members[m].Places, scores);
            return scores;
        }
    }
}
