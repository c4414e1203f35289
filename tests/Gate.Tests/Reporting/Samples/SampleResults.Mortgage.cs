using Gate.Evaluation.Results;

namespace Gate.Tests.Reporting.Samples;

internal static partial class SampleResults
{
    private static readonly (string Name, string Direction)[] BinaryMetrics =
    [
        ("accuracy", "higher"), ("balanced_accuracy", "higher"), ("precision", "higher"), ("recall", "higher"), ("f1", "higher"),
            ("selection_rate", "neutral"),
        ("true_positive_rate", "higher"), ("false_positive_rate", "lower"), ("roc_auc", "higher"), ("log_loss", "lower"),
            ("brier_score", "lower"),
    ];

    private static readonly string[] MortgageFeatures = ["hirat", "chist", "lvrat", "insurance", "phist", "selfemp", "unemp", "mhist",
        "condomin", "single", "hschool"];

    /// <summary>A binary result that fails: findings of every outcome, a missing and a small group, intersections, control levels, a
    /// baseline and waivers.</summary>
    internal static GateResult Mortgage() => new()
    {
        Verdict = Verdict.Fail,
        Headline = "2 of 9 conditions failed, 1 is inconclusive: four-fifths, accuracy-regression, odds.",
        Counts = new VerdictCounts(3, 2, 2, 1, 1),
        Policy = new PolicyFacts("mortgage", "examples/mortgage/gate.yml", "binary_classification", 0.95, "Mortgage approvals, Boston 1990",
            ["model.threshold=0.55"]) { Text = MortgagePolicy },
        DecidedBy = new DecidingFact("accuracy-regression",
            "accuracy is 0.0401 worse than the baseline's; the rule is at most 0.01 worse.", 28, 1),
        Findings = MortgageFindings(),
        Overall = [.. BinaryMetrics.Select((m, i) => Metric(m.Name, 0.71 + 0.021 * i % 0.2, 0.013 + 0.002 * i, m.Direction,
            0.7 + 0.019 * i % 0.2))],
        Frames = [MortgageFrame(["afam"], ["no", "yes", "(missing)"], [634, 101, 14]),
            MortgageFrame(["afam", "sex"], ["no × female", "no × male", "yes × female", "yes × male"], [121, 513, 29, 72])],
        Confusion = new ConfusionFacts(["no", "yes"], [[61, 29], [38, 621]])
        {
            Groups = [new("afam", [new("no", 634, [[44, 21], [27, 542]]), new("yes", 101, [[17, 8], [10, 66]])])],
        },
        PerClass = new ClassReport(
            [
                new("no", 90, 99, Share(0.6162, 0.5178, 0.7059), Share(0.6778, 0.5757, 0.7653), new(0.6455, null, null)),
                new("yes", 659, 650, Share(0.9554, 0.9367, 0.9687), Share(0.9423, 0.9218, 0.9577), new(0.9488, null, null)),
            ],
            [new("macro", 0.7858, 0.8100, 0.7971), new("weighted", 0.9146, 0.9105, 0.9124)]),
        Curves = new CurveFacts(
            SampleCurves.Set("all rows", 749, 1.6),
            [new GroupCurves("afam", [SampleCurves.Set("no", 634, 1.7), SampleCurves.Set("yes", 101, 1.1)]),
                new GroupCurves("sex", [SampleCurves.Set("female", 150, 1.3), SampleCurves.Set("male", 599, 1.65)])],
            SampleCurves.Edges),
        Importance = new ImportanceFacts("permutation", "roc_auc", 5, 749,
            [.. MortgageFeatures.Select((f, i) => new ImportanceFact(f, 0.14 / (1 + i) - 0.012, 0.02 / (1 + 0.5 * i)))]),
        Data = new DataFacts(
            ["hmda.csv"], 2381, 1632, 749, "30% test rows, seed 7, stratified on deny and afam", "lvrat < 2", "deny", "no", null,
            [
                new("deny", "text", "label", 0, 2), new("afam", "text", "sensitive", 14, 2), new("sex", "text", "sensitive", 0, 2),
                    new("hirat", "real", "feature", 0, null),
                new("lvrat", "real", "feature", 0, null), new("chist", "integer", "feature", 0, null),
                    new("hschool", "text", "feature", 3, 2), new("id", "integer", "unused", 0, null),
            ],
            [new("no", 659), new("yes", 90)]),
        Model = new ModelFacts("logistic_regression", "trained in this run", 0.55, [new("l2", "1"), new("max_iterations", "100")],
            [new("Iterations", "14"), new("Converged", "yes")], ["hirat", "lvrat", "chist", "hschool", "insurance"]),
        Baseline = new ModelFacts("predictions", "champion.csv", 0.5, [], [], []),
        Waivers =
        [
            new("recall-by-sex", "@risk-team", "The new intake form lands in March; recall of women is expected to rise.",
                "https://example.org/issues/12", "2027-01-31", "used"),
            new("four-fifths", "@risk-team", "Was granted for the pilot.", null, "2026-01-31", "expired"),
        ],
        Notes = ["The column comments is missing in all rows and was left out of the features.",
            "1 of 3 groups of afam is below the evidence floor and takes no part in disparities: (missing)."],
        Provenance = SampleProvenance(),
        Run = new RunFacts("2026-03-02T09:14:05Z", 1.84, "GitHub Actions", "Linux x64, .NET 10.0.0",
            "4c1f0a9e1d5a7f6b3c2d1e0f9a8b7c6d5e4f3a2b", "https://example.org/runs/1"),
    };

    private const string MortgagePolicy = """
        version: 1
        name: mortgage
        task: binary_classification
        data: { source: hmda.csv, label: deny, positive: "no", sensitive: [afam, sex] }
        model: { train: { algorithm: logistic_regression } }
        baseline: { predictions: champion.csv }
        conditions:
          # The first of them stand on line 24 in the file that this sample is of.
          - id: auc
        """;

    private static MeasuredFact Share(double estimate, double low, double high) => new(estimate, null, Interval(low, high, "wilson"));

    private static FrameFacts MortgageFrame(string[] by, string[] labels, long[] counts) => new(
        by,
        [.. labels.Select((label, g) => new FrameGroup(label, label.Split(" × "), counts[g], counts[g] * 7 / 8,
            counts[g] - counts[g] * 7 / 8, counts[g] < 30 ? $"{counts[g]} rows, the floor is 30" : null, [.. BinaryMetrics.Select((m, i) =>
            counts[g] < 15 && m.Name == "roc_auc" ? new MetricFact(m.Name, null, "no negative rows", null, m.Direction, null) : Metric(
                m.Name, 0.7 + (0.017 * i + 0.043 * g) % 0.22, 0.4 / Math.Sqrt(counts[g]), m.Direction))]))],
        [
            .. BinaryMetrics.Select((m, i) => new DisparityFact(m.Name + "_difference", 0.03 + 0.011 * i, null,
                Interval(0.01 + 0.011 * i, 0.07 + 0.011 * i), labels[^1], labels[0])),
            .. BinaryMetrics.Select((m, i) => new DisparityFact(m.Name + "_ratio", 0.95 - 0.02 * i, null,
                Interval(0.9 - 0.02 * i, 0.99 - 0.02 * i), labels[^1], labels[0])),
            new DisparityFact("equalized_odds_difference", null, "no negative rows in (missing)", null, null, null),
        ]);
}
