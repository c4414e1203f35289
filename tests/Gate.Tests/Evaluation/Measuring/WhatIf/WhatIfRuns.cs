using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Measuring.WhatIf;

/// <summary>The candidate in the result, where the policy lets it in.</summary>
public sealed class WhatIfRuns
{
    private static string Rows()
    {
        var random = new SplitMix64(2);
        return "n,k,g,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        {
            (int n, int k) = (random.NextInt(50), random.NextInt(3));
            return string.Create(CultureInfo.InvariantCulture,
                $"{(i % 40 == 0 ? "" : n)},k{k},{(i % 4 == 0 ? "a" : "b")},{(n + 20 * k + random.NextInt(20) > 50 ? 1 : 0)}\n");
        }));
    }

    private static TestRun Run(string report, string model = "train: { algorithm: decision_tree, max_depth: 4 }") => new($$"""
        version: 1
        name: what-if
        task: binary_classification
        data: { source: d.csv, label: y, sensitive: [g], split: { test: 0.5 } }
        model: { {{model}} }
        report: { {{report}} }
        conditions: [{ metric: accuracy, min: 0.2 }]
        """, ("d.csv", Rows()));

    [Fact]
    public void The_model_is_in_the_result_only_where_the_policy_says_so()
    {
        using TestRun plain = Run("title: x"), off = Run("what_if: false"), on = Run("what_if: true");
        Assert.Null(plain.Execute().WhatIf);
        Assert.Null(off.Execute().WhatIf);
        Assert.NotNull(on.Execute().WhatIf);
    }

    [Theory]
    [InlineData("train: { algorithm: decision_tree, max_depth: 4 }", "trees")]
    [InlineData("train: { algorithm: logistic_regression }", "linear")]
    public void Starts_are_the_middle_of_all_rows_and_of_groups_with_gates_own_numbers(string model, string kind)
    {
        using TestRun run = Run("what_if: true", model);
        GateResult result = run.Execute();
        WhatIfFacts facts = result.WhatIf!;
        Assert.Equal((kind, "1", "0", 0.5), (facts.Kind, facts.Output, facts.Negative, facts.Threshold));
        Assert.Equal(["all test rows", "g = a", "g = b"], facts.Starts.Select(start => start.Name));
        Assert.Equal(200, facts.Starts[0].Rows);
        Assert.Equal(200, facts.Starts[1].Rows + facts.Starts[2].Rows);
        Assert.Equal(["n", "k"], facts.Inputs.Select(input => input.Name));
        Assert.Equal(["k0", "k1", "k2"], facts.Inputs[1].Levels);
        Assert.InRange(facts.Starts[0].Values[0], 20, 29);
        // A reader of the result gets what was written: no null in a list, no number that JSON does not have.
        Assert.Equal(facts.Starts[0].Values, ResultJson.Read(ResultJson.Write(result)).WhatIf!.Starts[0].Values);
        // Expected and contributions add up to the margin that the score comes from.
        double margin = facts.Expected + facts.Starts[0].Contributions.Sum();
        Assert.Equal(facts.Starts[0].Score, facts.Link == "logistic" ? 1 / (1 + Math.Exp(-margin)) : margin, 1e-9);
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("isotonic")]
    public void A_calibrated_model_shows_its_own_scores_and_adds_on_the_margin(string method)
    {
        using TestRun run = Run("what_if: true", $"train: {{ algorithm: logistic_regression }}, calibrate: {method}"),
            plain = Run("what_if: true", "train: { algorithm: logistic_regression }");
        WhatIfFacts facts = run.Execute().WhatIf!, before = plain.Execute().WhatIf!;
        WhatIfCalibration calibration = Assert.Single(facts.Calibrations);
        Assert.Equal((method, method == "sigmoid", method == "isotonic"), (calibration.Method, calibration.OnLogOdds,
            calibration.Scores.Count > 1));
        Assert.Equal(before.Starts[0].Contributions, facts.Starts[0].Contributions);
        Assert.NotEqual(before.Starts[0].Score, facts.Starts[0].Score);
        Assert.Empty(before.Calibrations);
        Assert.Equal("logistic", facts.Link);
    }

    [Fact]
    public void What_has_no_compact_form_is_told_and_not_shown()
    {
        using TestRun dummy = Run("what_if: true", "train: { algorithm: dummy }"),
            said = new("""
                version: 1
                name: what-if
                task: binary_classification
                data: { source: d.csv, label: y }
                model: { predictions: { prediction: p } }
                report: { what_if: true }
                conditions: [{ metric: accuracy, min: 0.2 }]
                """, ("d.csv", "y,p\n1,1\n0,0\n1,0\n0,1\n"));
        Assert.Contains(dummy.Execute().Notes, note => note.StartsWith("The report has no what-if: no column changes what",
            StringComparison.Ordinal));
        Assert.Contains(said.Execute().Notes, note => note.Contains("there are predictions and no model", StringComparison.Ordinal));
        Assert.Null(dummy.Execute().WhatIf);
    }

    /// <summary>Of values that occur equally often the first level is the middle.</summary>
    [Fact]
    public void Of_equally_frequent_levels_the_first_is_the_start()
    {
        string rows = "k,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i % 3},{(i % 3 == 2 ? 1 : 0)}\n"));
        using TestRun run = new("""
            version: 1
            name: what-if
            task: binary_classification
            data: { source: d.csv, test: t.csv, label: y, features: { include: [k] } }
            model: { train: { algorithm: decision_tree } }
            report: { what_if: true }
            conditions: [{ metric: accuracy, min: 0.2 }]
            """, ("d.csv", rows), ("t.csv", rows + "k2,1\nk1,0\n"));
        WhatIfFacts facts = run.Execute().WhatIf!;
        Assert.Equal("k1", facts.Inputs[0].Levels[(int)facts.Starts[0].Values[0]]);
    }

    /// <summary>What a count's model adds up is the logarithm of its prediction.</summary>
    [Fact]
    public void A_model_of_counts_is_in_the_page_with_its_link()
    {
        using TestRun run = new("""
            version: 1
            name: what-if
            task: regression
            data: { source: d.csv, label: n, features: { include: [k, y] }, split: { test: 0.5 } }
            model: { train: { algorithm: poisson_regression } }
            report: { what_if: true }
            conditions: [{ metric: mean_absolute_error, max: 100 }]
            """, ("d.csv", Rows().Replace("\n,", "\n0,", StringComparison.Ordinal)));
        WhatIfFacts facts = run.Execute().WhatIf!;
        Assert.Equal(("linear", "exp"), (facts.Kind, facts.Link));
        Assert.Equal(facts.Starts[0].Score, Math.Exp(facts.Expected + facts.Starts[0].Contributions.Sum()), 1e-9);
        Assert.True(facts.Starts[0].Score > 5);
    }
}
