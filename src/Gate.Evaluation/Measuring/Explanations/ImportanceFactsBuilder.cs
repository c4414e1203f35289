using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Loading;
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
        if (inputs.Policy.Explain is not { } spec || candidate.Model is not { } model) return null;
        run.Progress.Begin("measuring feature importance");
        int[]? rows = Thin(data.Test.RowCount, spec.MaxRows ?? Budget(model, spec.Repeats));
        Table features = rows is null ? data.Test : data.Test.Select(model.Features).Take(rows);
        Sample truth = rows is null ? candidate.Sample : Take(candidate.Sample, rows);
        Metric metric = Choose(spec, truth);
        var everyone = Grouping.Create([], [], truth.Rows);
        double threshold = inputs.Policy.Model.Threshold;
        var found = PermutationImportance.Compute(model, features, output => Score(metric, truth, everyone, output, threshold),
            new PermutationOptions(spec.Repeats, spec.Seed, inputs.Threads), run.Cancel);
        return new("permutation", metric.Name, spec.Repeats, truth.Rows,
            [.. found.Select(f => new ImportanceFact(f.Feature, f.Mean, f.StandardDeviation))]);
    }

    private static Metric Choose(ExplainSpec spec, Sample truth)
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
    private static double Score(Metric metric, Sample truth, Grouping everyone, double[] output, double threshold)
    {
        Sample sample = truth.Task == TaskType.Regression
            ? truth with { Estimates = output }
            : truth with { Scores = output, Predictions = metric.Input == MetricInput.Labels ? CandidateFactory.Decide(truth.Task, output,
                truth.Classes.Count, threshold) : null };
        MetricValue value = MetricFrame.Gather(sample, everyone, new FrameOptions(Threads: 1)).Estimate(metric);
        if (!value.IsDefined)
            throw new ModelException($"feature importance by {metric.Name} is undefined: {value.Undefined}; name another metric in "
                + "explain.metric, or switch it off with explain: false");
        return metric.Direction == Direction.LowerIsBetter ? -value.Number : value.Number;
    }

    /// <summary>How many rows the budget allows: each shuffled column scores all of them, and reads all columns of each.</summary>
    private static int Budget(IModel model, int repeats)
    {
        double columns = model.Features.Count, shuffles = repeats * (model is IUsesFeatures knows ? knows.UsedFeatures.Count : columns);
        if (shuffles == 0) return int.MaxValue;
        return (int)Math.Clamp(Math.Min(MostScoredRows / shuffles, MostReadValues / (shuffles * columns)), LeastRows, int.MaxValue);
    }

    private static int[]? Thin(int rows, int limit)
    {
        if (rows <= limit) return null;
        return [.. Enumerable.Range(0, limit).Select(i => (int)((long)i * rows / limit))];
    }

    private static Sample Take(Sample sample, int[] rows) => sample with
    {
        Rows = rows.Length,
        Labels = Pick(sample.Labels, rows),
        Targets = Pick(sample.Targets, rows),
        Weights = Pick(sample.Weights, rows),
        Predictions = null,
        Scores = null,
        Estimates = null,
    };

    private static T[]? Pick<T>(T[]? values, int[] rows) => values is null ? null : Array.ConvertAll(rows, row => values[row]);
}
