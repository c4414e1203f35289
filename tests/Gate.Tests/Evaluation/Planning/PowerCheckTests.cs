using Gate.Data;
using Gate.Evaluation.Planning;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Planning;

public sealed class PowerCheckTests
{
    [Fact]
    public void What_is_not_given_is_named()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.8 }"]);
        Assert.Throws<ArgumentNullException>("inputs", () => PowerCheck.Plan(null!, run, CancellationToken.None));
        Assert.Throws<ArgumentNullException>("progress", () => PowerCheck.Plan(run.Inputs, null!, CancellationToken.None));
        Assert.Throws<ArgumentNullException>("inputs", () => PowerCheck.Require(null!, []));
        Assert.Throws<ArgumentNullException>("lines", () => PowerCheck.Require(run.Inputs, null!));
    }

    [Fact]
    public void What_a_run_would_refuse_is_refused_before_planning()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, by: g, compare: ratio, method: to_reference, reference: z, min: 0.8 }"]);
        var refused = Assert.Throws<PolicyException>(() => PowerCheck.Plan(run.Inputs, run, CancellationToken.None));
        Assert.Contains("'z' is no group of the measured rows by g", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planning", run.Stages);
    }

    private static List<string> Notes(Func<int, FormattableString> value)
    {
        string rows = string.Concat(Enumerable.Range(0, 120).Select(i => $"{i % 2},{FormattableString.Invariant(value(i))}\n"));
        using TestRun run = new("""
            version: 1
            name: misread
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, split: { test: 0.5, seed: 7 } }
            model: { train: { algorithm: logistic_regression } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """, ("d.csv", "y,x\n" + rows));
        var told = new List<string>();
        PowerCheck.Plan(run.Inputs, run, CancellationToken.None, told.Add);
        return told;
    }

    [Fact]
    public void What_is_misread_is_refused_and_what_may_be_is_noted()
    {
        Assert.Contains("numbers with a decimal comma",
            Assert.Throws<DataException>(() => Notes(i => $"\"{i % 40},5\"")).Message, StringComparison.Ordinal);
        Assert.Contains(Notes(i => $"{(i % 2 * 100) + (i % 9)}"), note => note.StartsWith("The feature 'x' alone tells the label",
            StringComparison.Ordinal));
        Assert.DoesNotContain(Notes(i => $"{i * 37 % 101}"), note => note.Contains("'x'", StringComparison.Ordinal));
    }

    /// <summary>Of a family, conditions that are decided on the estimate ask for no higher confidence.</summary>
    [Fact]
    public void Conditions_of_other_families_and_on_estimates_alone_count_in_no_family()
    {
        using TestRun run = Applicants.Run(
        [
            "{ metric: accuracy, min: 0.6, family: f }", "{ metric: recall, min: 0.6, family: f }",
            "{ metric: accuracy, max: 0.999, decide_on: point, family: f, vacuous: allowed }", "{ metric: accuracy, min: 0.61, family: g }",
            "{ metric: accuracy, min: 0.62 }",
        ], "families: { f: { method: holm }, g: { method: holm } }");
        string[] texts = [.. PowerCheck.Plan(run.Inputs, run, CancellationToken.None).Select(line => line.Text)];
        Assert.EndsWith("; planned for all 2 conditions of the family f, the least favourable case", texts[0], StringComparison.Ordinal);
        Assert.EndsWith("; planned for all 2 conditions of the family f, the least favourable case", texts[1], StringComparison.Ordinal);
        Assert.All(texts[2..], text => Assert.DoesNotContain("family", text, StringComparison.Ordinal));
    }
}
