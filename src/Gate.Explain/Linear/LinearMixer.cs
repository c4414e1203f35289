using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Linear;

/// <summary>Mixtures of rows as a linear model scores them: their margins are sums of parts, of which the link is taken.</summary>
internal sealed class LinearMixer : IMixer
{
    private readonly ILinearMargin model;
    private readonly OutputLink link;
    private readonly LinearParts behind;
    // Of each term the column, and of each margin its place among the outputs.
    private readonly int[] inputs, places;

    /// <param name="model">A model of which <see cref="LinkOf"/> knows the link.</param>
    /// <param name="background">The rows of the background.</param>
    public LinearMixer(ILinearMargin model, Table background)
    {
        (this.model, link, behind) = (model, LinkOf(model)!, LinearParts.Of(model, background));
        inputs = [.. model.Terms.Select(term => term.Input)];
        Codes = [.. model.TrainedClasses.Order()];
        places = Outputs == 1 ? [0] : [.. model.TrainedClasses.Select(code => Codes.ToList().IndexOf(code))];
    }

    public IReadOnlyList<int> Codes { get; }

    public int BackgroundRows => behind.Rows;

    private int Outputs => model.Intercepts.Count;

    /// <summary>What makes scores of a linear model's margins; null where that is not known.</summary>
    public static OutputLink? LinkOf(IModel model) => model switch
    {
        ILinearMargin { Task: TaskType.BinaryClassification, Intercepts.Count: 1 } => new(LinkKind.Logistic),
        ILinearModel { Task: TaskType.Regression } own => own.Link,
        ILinearMargin { Task: TaskType.MulticlassClassification } own when own.Intercepts.Count == own.TrainedClasses.Count
            => new(LinkKind.Softmax),
        _ => null,
    };

    public void OfBackground(int other, Span<double> scores)
    {
        Span<double> sums = new double[Outputs];
        Start(other, sums);
        Link(sums, scores);
    }

    public IMixedRows Of(Table rows, ParallelOptions parallel) => new MixedRows(this, LinearParts.Of(model, rows));

    private void Start(int other, Span<double> sums)
    {
        for (int k = 0; k < sums.Length; k++)
        {
            sums[k] = model.Intercepts[k];
            for (int term = 0; term < inputs.Length; term++) sums[k] += behind[other, term, k];
        }
    }

    private void Link(Span<double> sums, Span<double> scores)
    {
        link.Apply(sums);
        for (int k = 0; k < sums.Length; k++) scores[places[k]] = sums[k];
    }

    private sealed class MixedRows(LinearMixer mixer, LinearParts own) : IMixedRows
    {
        public IMixture Of(int row, int other) => new Mixture(mixer, own, row, other);
    }

    private sealed class Mixture(LinearMixer mixer, LinearParts own, int row, int other) : IMixture
    {
        public void Mark(bool[] differs)
        {
            for (int term = 0; term < mixer.inputs.Length; term++)
                for (int k = 0; k < mixer.Outputs; k++)
                    if (own[row, term, k] != mixer.behind[other, term, k]) differs[mixer.inputs[term]] = true;
        }

        public double[] Scores(int[] differing)
        {
            int outputs = mixer.Outputs;
            var sums = new double[(1 << differing.Length) * outputs];
            mixer.Start(other, sums.AsSpan(0, outputs));
            for (int player = 0; player < differing.Length; player++)
            {
                int term = Array.IndexOf(mixer.inputs, differing[player]);
                for (int k = 0; k < outputs; k++)
                {
                    // Another model of the same mixture may read a column that this one does not.
                    double change = term < 0 ? 0 : own[row, term, k] - mixer.behind[other, term, k];
                    for (int set = 0; set < 1 << player; set++)
                        sums[(set | 1 << player) * outputs + k] = sums[set * outputs + k] + change;
                }
            }
            var scores = new double[sums.Length];
            for (int at = 0; at < sums.Length; at += outputs) mixer.Link(sums.AsSpan(at, outputs), scores.AsSpan(at, outputs));
            return scores;
        }
    }
}
