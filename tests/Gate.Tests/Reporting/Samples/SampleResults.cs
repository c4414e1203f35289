using Gate.Evaluation.Results;

namespace Gate.Tests.Reporting.Samples;

/// <summary>Results made by hand, as a run would make them, for the tests of the renderers.</summary>
internal static partial class SampleResults
{
    /// <summary>A name that attacks every format at once.</summary>
    internal const string Hostile = "</script><img src=x onerror=\"window.__pwned=1;alert(1)\">";

    internal static IntervalFact Interval(double low, double high, string method = "cell_bootstrap") => new(low, high, 0.95, method);

    internal static MetricFact Metric(string name, double estimate, double half, string direction = "higher", double? baseline = null) =>
        new(name, estimate, null, Interval(estimate - half, estimate + half), direction, baseline);

    internal static Provenance SampleProvenance() => new(
        "0.1.0",
        [
            new("policy", "gate.yml", "sha256:" + new string('a', 64), 1834),
            new("data", "hmda.csv", "sha256:" + new string('b', 64), 1_204_411),
            new("model", "trained in this run", "sha256:" + new string('c', 64), 48_210),
        ],
        "7",
        [new("DuckDB", "1.5.5")]);

    /// <summary>The smallest result: one finding on all rows and nothing else.</summary>
    internal static GateResult Minimal(Verdict verdict = Verdict.Pass) => new()
    {
        Verdict = verdict,
        Headline = "1 of 1 conditions passed.",
        Counts = new VerdictCounts(1, 0, 0, 0, 0),
        Policy = new PolicyFacts("minimal", "gate.yml", "binary_classification", 0.95, "Minimal", []),
        Findings =
        [
            new Finding
            {
                Id = "accuracy", Metric = "accuracy", Estimate = 0.9, Bound = new BoundFact(0.8, null, null), DecideOn = "point",
                    Level = "enforce",
                Outcome = Outcome.Satisfied, Verdict = verdict,
                Sentence = "Accuracy is 0.9 on 100 rows; at least 0.8 is required.", Line = 8,
                    Column = 3, Rows = 100,
            },
        ],
        Overall = [new MetricFact("accuracy", 0.9, null, null, "higher", null)],
        Frames = [],
        Data = new DataFacts(["data.csv"], 100, 0, 100, "all rows are test rows", null, "y", "1", null,
            [new ColumnFacts("y", "integer", "label", 0, null)], [new NamedCount("0", 40), new NamedCount("1", 60)]),
        Model = new ModelFacts("predictions", "data.csv", null, [], [], []),
        Provenance = new Provenance("0.1.0", [new("policy", "gate.yml", "sha256:" + new string('0', 64), 200)], "0", []),
    };
}
