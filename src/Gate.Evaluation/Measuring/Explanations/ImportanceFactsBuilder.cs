using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Explain;
using Gate.Metrics;
using Gate.Models;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Explanations;

/// <summary>Permutation importance of the candidate's raw columns, where the model can be called.</summary>
internal static class ImportanceFactsBuilder
{
    // So many rows are scored in all at the most, and so many values of features read, unless the policy says otherwise: what takes a few
    // seconds. A number of rows and not a time, so that the result is the same on every machine.
    private const double MostScoredRows = 10_000_000, MostReadValues = 2_000_000_000;
    private const int LeastRows = 1_000;

    public static ImportanceFacts? Build(RunContext run)
    {
        (RunInputs inputs, Dataset data, Candidate candidate) = (run.Inputs, run.Data, run.Candidate);
        if (inputs.Policy.Explain is not { IsShap: false } spec || candidate.Model is not { } model) return null;
        run.Progress.Begin("measuring feature importance");
        int[]? rows = EvenRows.Of(data.Test.RowCount, spec.MaxRows ?? Budget(model, spec));
        Table features = rows is null ? data.Test : data.Test.Select(model.Features).Take(rows);
        Truth truth = rows is null ? data.Truth : data.Truth.Take(rows);
        Metric metric = Choose(spec, truth);
        var everyone = Grouping.Create([], [], truth.Rows);
        double threshold = candidate.Threshold;
        var found = PermutationImportance.Compute(model, features, output => Score(metric, truth, everyone, output, threshold),
            new PermutationOptions(spec.Repeats, spec.Seed, inputs.Threads)
                { Groups = spec.Groups, Progress = (done, all) => run.Progress.Count(done, all, "shuffled columns") }, run.Cancel);
        return new("permutation", metric.Name, spec.Repeats, truth.Rows,
            [.. found.Select(f => new ImportanceFact(f.Feature, f.Mean, f.StandardDeviation)
            {
                Columns = f.Columns,
                Interval = f.Interval(inputs.Policy.Confidence) is var (low, high)
                    ? new(low, high, inputs.Policy.Confidence, "student_t_of_shuffles") : null,
            })]);
    }

    private static Metric Choose(ExplainSpec spec, Truth truth)
    {
        Metric Find(string name) => MetricCatalogue.Find(name) ?? throw new InvalidOperationException($"no metric is called {name}");
        if (spec.Metric is not null) return Find(spec.Metric);
        if (truth.Task == TaskType.Regression) return Find("r2");
        if (truth.Task == TaskType.MulticlassClassification) return Find("accuracy");
        bool bothClasses = truth.Labels!.Contains(0) && truth.Labels!.Contains(1);
        return Find(bothClasses ? "roc_auc" : "accuracy");
    }

    /// <summary>The metric of one output of the model, as higher is better. An undefined value counts as no change, so it is an error
    /// instead.</summary>
    private static double Score(Metric metric, Truth truth, Grouping everyone, double[] output, double threshold)
    {
        // Classes are decided only for a metric that reads them.
        ModelOutput said = truth.Task == TaskType.Regression || metric.Inputs.HasFlag(MetricInputs.Predictions)
            ? ModelOutputs.Of(truth.Task, output, truth.Classes.Count, threshold) : new ClassOutput(null, output);
        MetricValue value = MetricFrame.Gather(new Sample(truth, said), everyone, new FrameOptions(Threads: 1)).Estimate(metric);
        if (!value.IsDefined)
            throw new ModelException($"feature importance by {metric.Name} is undefined: {value.Undefined}; name another metric in "
                + "explain.metric, or switch it off with explain: false");
        return metric.Direction == Direction.LowerIsBetter ? -value.Number : value.Number;
    }

    /// <summary>How many rows the budget allows: each shuffled column scores all of them, and reads all columns of each.</summary>
    private static int Budget(IModel model, ExplainSpec spec)
    {
        double columns = model.Features.Count, used = model is IUsesFeatures knows ? knows.UsedFeatures.Count : columns;
        double shuffles = spec.Repeats * (used + spec.Groups.Count);
        if (shuffles == 0) return int.MaxValue;
        // A model that scores anew from one changed column does not read the others; of a group it reads all.
        double read = model is IRescores ? (used + (spec.Groups.Count * columns)) / (used + spec.Groups.Count) : columns;
        return (int)Math.Clamp(Math.Min(MostScoredRows / shuffles, MostReadValues / (shuffles * read)), LeastRows, int.MaxValue);
    }
}
