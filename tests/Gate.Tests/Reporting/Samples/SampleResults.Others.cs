using Gate.Evaluation.Results;

namespace Gate.Tests.Reporting.Samples;

internal static partial class SampleResults
{
    private static readonly string[] RegressionMetrics = ["mean_absolute_error", "root_mean_squared_error", "r2"];

    private static readonly string[] AgeBands = ["<25", "25-<35", "35-<45", "45-<55", "55-<65", ">=65"];

    /// <summary>A regression result that passes.</summary>
    internal static GateResult Diabetes()
    {
        double[] values = [43.28, 54.71, 0.4526];
        MetricFact[] Metrics(double factor) =>
            [.. RegressionMetrics.Select((m, i) => Metric(m, values[i] * factor, values[i] * 0.08, i < 2 ? "lower" : "higher"))];
        GroupFact ByError(string label, long count, double estimate, double half) =>
            new() { Label = label, Key = [label], Count = count, Estimate = estimate,
            Interval = Interval(estimate - half, estimate + half, "row_bootstrap") };
        return Minimal() with
        {
            Headline = "2 of 2 conditions passed.",
            Counts = new VerdictCounts(2, 0, 0, 0, 0),
            Policy = new PolicyFacts("diabetes", "gate.yml", "regression", 0.95, "Diabetes progression", []),
            Findings =
            [
                new() { Id = "error", Metric = "mean_absolute_error", Estimate = 43.28, Interval = Interval(39.81, 46.72, "row_bootstrap"),
                    Bound = new(null, 50, null), DecideOn = "interval", Level = "enforce",
                    Outcome = Outcome.Satisfied, Verdict = Verdict.Pass,
                    Sentence = "The mean absolute error is 43.28 (95% interval 39.81 to 46.72) on 133 rows; at most 50 is allowed.",
                    Line = 18, Column = 5, Rows = 133 },
                new()
                {
                    Id = "error-by-sex", Metric = "mean_absolute_error", By = ["sex"], Compare = "ratio", Method = "between_groups",
                        Estimate = 0.9021, Interval = Interval(0.812, 0.991), Bound = new(0.75, null, null), DecideOn = "interval",
                        Level = "enforce", Outcome = Outcome.Satisfied, Verdict = Verdict.Pass,
                    Sentence = "The smaller mean absolute error of sex is 0.9021 of the larger (95% interval 0.812 to 0.991) on 133 rows; "
                        + "at least 0.75 is required.", Line = 20, Column = 5, Rows = 133, DecidedBy = "2",
                        Groups = [ByError("1", 71, 41.2, 4.1), ByError("2", 62, 45.67, 5.2)],
                },
            ],
            Overall = Metrics(1),
            Frames =
            [
                new(["sex"], [new("1", ["1"], 71, null, null, null, Metrics(0.95)), new("2", ["2"], 62, null, null, null, Metrics(1.05))],
                    [.. RegressionMetrics.SelectMany(
                        m => new[] { new DisparityFact(m + "_difference", 4.47, null, Interval(0.5, 9.1), "1", "2"),
                        new DisparityFact(m + "_ratio", 0.9021, null, Interval(0.812, 0.991), "1", "2") })]),
            ],
            Errors = new ErrorFacts([.. Enumerable.Range(0, 9).Select(i => 50 + (i * 32.5))],
                [.. Enumerable.Range(0, 8).Select(t => (IReadOnlyList<long>)[.. Enumerable.Range(0, 8).Select(p =>
                    Math.Max(0L, 5 - (2 * Math.Abs(t - p))))])],
                new("all rows", 133, -1.42, -88.1, -35.2, -0.41, 33.8, 86.2),
                [new("sex", [new("1", 71, -3.9, -92.4, -38, -2.2, 30.1, 81), new("2", 62, 1.42, -81, -31, 1.1, 36.4, 90.3)])]),
            Curves = new CurveFacts(SampleCurves.Set("all rows", 133, 0.6) with { Roc = [], PrecisionRecall = [], Calibration = [] },
                [new("sex", [SampleCurves.Set("1", 71, 0.4) with { Roc = [], PrecisionRecall = [], Calibration = [] },
                SampleCurves.Set("2", 62, 0.9) with { Roc = [], PrecisionRecall = [], Calibration = [] }])],
                [.. SampleCurves.Edges.Select(e => 50 + 250 * e)]),
            Importance = new ImportanceFacts("permutation", "r2", 5, 133,
                [new("s5", 0.21, 0.03), new("bmi", 0.18, 0.04), new("age", -0.002, 0.004)]),
            Data = new DataFacts(["diabetes_raw.csv"], 442, 309, 133, "30% test rows, seed 0", null, "target", null, null,
                [new("target", "real", "label", 0, null), new("bmi", "real", "feature", 0, null)], []),
            Model = new ModelFacts("linear_regression", "trained in this run", null, [new("l2", "0.1")], [], ["age", "bmi", "s5"]),
        };
    }

    /// <summary>A multiclass result that warns.</summary>
    internal static GateResult Wine()
    {
        string[] classes = ["barolo", "grignolino", "barbera"];
        MetricFact[] metrics = [Metric("accuracy", 0.9444, 0.05), Metric("balanced_accuracy", 0.9401, 0.06), Metric("f1", 0.9412, 0.055)];
        return Minimal(Verdict.Warn) with
        {
            Headline = "1 of 1 conditions warned.",
            Counts = new VerdictCounts(0, 1, 0, 0, 0),
            Policy = new PolicyFacts("wine", "gate.yml", "multiclass_classification", 0.9, "Wine cultivars", []),
            Overall = metrics,
            Confusion = new ConfusionFacts(classes, [[17, 1, 0], [1, 20, 0], [0, 1, 14]]),
            Importance = new ImportanceFacts("permutation", "accuracy", 10, 54,
                [new("flavanoids", 0.21, 0.05), new("proline", 0.18, 0.04)]),
            Data = new DataFacts(["wine.csv"], 178, 124, 54, "30% test rows, seed 0", null, "cultivar", null, "weight",
                [new("cultivar", "text", "label", 0, 3)],
                [.. classes.Zip(new long[] { 18, 21, 15 }, (name, count) => new NamedCount(name, count))]),
            Model = new ModelFacts("decision_tree", "trained in this run", null, [new("max_depth", "4")], [new("Leaves", "9")],
                ["flavanoids", "proline"]),
        };
    }

    /// <summary>A result with sixty groups, as a postcode or an intersection of columns makes them.</summary>
    internal static GateResult SixtyGroups()
    {
        string[] labels = [.. Enumerable.Range(0, 60).Select(i => $"district {i / 6 + 1:00} × {AgeBands[i % 6]}")];
        long Count(int i) => 40 + i * 37 % 900;
        double Rate(int i) => 0.3 + 0.4 * (i * 17 % 60) / 60.0;
        GateResult mortgage = Mortgage();
        return mortgage with
        {
            Policy = mortgage.Policy with { Name = "districts", Title = "Sixty groups" },
            Findings = [mortgage.Findings[0], mortgage.Findings[2] with { Id = "rates-by-district", By = ["district", "age"],
                DecidedBy = labels[0],
                Groups = [.. labels.Select((label, i) => Group(label, Count(i), Rate(i), 1 / Math.Sqrt(Count(i)),
                excluded: Count(i) < 60 ? $"{Count(i)} rows, the floor is 60" : null))] }],
            Counts = new VerdictCounts(1, 0, 1, 0, 0),
            Frames = [new(["district", "age"],
                [.. labels.Select((label, i) => new FrameGroup(label, label.Split(" × "), Count(i), null, null, null,
                [.. BinaryMetrics.Select((m, k) => Metric(m.Name, (Rate(i) + 0.05 * k) % 1, 0.5 / Math.Sqrt(Count(i)), m.Direction))]))],
                mortgage.Frames[0].Disparities)],
            Curves = mortgage.Curves!
                with { Groups = [
                new("district",
                [.. Enumerable.Range(1, 10).Select(d => SampleCurves.Set($"district {d:00}", 300 + d * 40, 0.8 + 0.1 * d))])] },
        };
    }

    /// <summary>The mortgage result with every name and text from outside replaced by an attack.</summary>
    internal static GateResult Attacked() => Attack.On(Mortgage());
}
