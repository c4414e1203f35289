using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Metrics;
using Gate.Models;

namespace Gate.Evaluation.Measuring.Surrogates;

/// <summary>
/// A model that was taught to say what the candidate says (a global surrogate, interpret-community's MimicExplainer): learned from what the
/// candidate says of training rows, judged by what both say of test rows.
/// </summary>
internal sealed class SurrogateModel
{
    /// <summary>How deep the tree of the report is, and one of a condition that does not say it.</summary>
    public const int Depth = 4;

    // Learning is bounded by a number of rows and not by time.
    private const int MostRows = 20_000, LeastLeafRows = 5, LeafShare = 500;

    // In standard deviations of what is learned: a column that explains less than a ten-thousandth of the spread is left out.
    private const double Penalty = 0.01;

    private SurrogateModel(string reason) => Reason = reason;

    private SurrogateModel(IModel model, Sample sample, int learned) =>
        (Tree, Sample, LearnedRows) = (model as ITreeModel, sample, learned);

    /// <summary>Why there is none; null where there is.</summary>
    public string? Reason { get; }

    /// <summary>The tree; null of other kinds.</summary>
    public ITreeModel? Tree { get; }

    /// <summary>What the candidate said of the test rows as the truth, and what the surrogate says of them.</summary>
    public Sample? Sample { get; }

    /// <summary>From how many rows it learned.</summary>
    public int LearnedRows { get; }

    /// <summary>Teaches a surrogate.</summary>
    /// <param name="run">The run.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="depth">How deep a tree is.</param>
    /// <param name="output">The class whose score it is taught; 0 where the model gives one number.</param>
    public static SurrogateModel Of(RunContext run, SurrogateKind kind, int depth, int output)
    {
        Dataset data = run.Data;
        if (run.Candidate.Model is not { } model) return new("there are predictions and no model that could teach");
        if (data.Train is not { RowCount: > 0 } train) return new("there are no training rows to learn from");
        int outputs = model.Task == TaskType.MulticlassClassification ? model.Classes.Count : 1;
        if (output < 0 || output >= outputs) return new("the model has no output for the class");
        if (SaidOf(run.Candidate.Sample) is not { } all) return new("the model gives no scores");
        double[] said = Of(all, output, outputs);
        Table features = EvenRows.Of(train.Select(model.Features), MostRows);
        run.Progress.Begin("learning a surrogate");
        double[] taught = Of(model.Score(features, run.Cancel), output, outputs);
        if (!taught.AsSpan().ContainsAnyExcept(taught[0])) return new("the model says the same of all training rows");
        try
        {
            IModel surrogate = LearnerOf(kind, depth, taught).Fit(
                new(TaskType.Regression, features, [], null, taught, null) { Threads = run.Inputs.Threads }, run.Cancel);
            return new(surrogate, new(Truth.OfNumbers(said, data.Truth.Weights), new NumberOutput(surrogate.Score(data.Test, run.Cancel))),
                features.RowCount);
        }
        catch (ModelException error)
        {
            return new($"{kind.Named} could not be taught: {error.Message}");
        }
    }

    private static ILearner LearnerOf(SurrogateKind kind, int depth, double[] taught)
    {
        var parameters = new Dictionary<string, object?>();
        if (kind == SurrogateKind.Tree)
            (parameters["max_depth"], parameters["min_samples_leaf"]) =
                ((double)depth, (double)Math.Max(LeastLeafRows, taught.Length / LeafShare));
        // A penalty is in the unit of what is learned, and scores are small numbers.
        else if (kind == SurrogateKind.ElasticNet) parameters["alpha"] = Penalty * Spread(taught);
        return Learners.Find(kind.Learner)!.Create(parameters);
    }

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>One of the numbers of each row.</summary>
    private static double[] Of(double[] all, int output, int outputs) => outputs == 1 ? all
        : [.. Enumerable.Range(0, all.Length / outputs).Select(row => all[row * outputs + output])];

    private static double[]? SaidOf(Sample sample) => sample.Output switch
    {
        ClassOutput { Scores: { } scores } => scores,
        NumberOutput { Values: { } values } => values,
        _ => null,
    };
}
