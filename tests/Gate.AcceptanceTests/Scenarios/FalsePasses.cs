using System.Globalization;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Slips in a policy and data that are read as nobody meant: none of them ends in a green gate that says nothing.</summary>
public sealed class FalsePasses
{
    private const int Usage = 64, Data = 65;

    private static string Policy(string conditions) =>
        SmallData.Policy[..SmallData.Policy.IndexOf("conditions", StringComparison.Ordinal)] + "conditions:\n" + conditions;

    /// <summary>Rows with scores that tell the label well, in a unit of their own.</summary>
    private static Workspace Scored(double unit, double shift, string model, bool turned = false) => new Workspace()
        .With("d.csv", "g,y,s\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        {
            double probability = ((i * 37 % 600) + 0.5) / 600;
            bool positive = (probability > 0.5) != (i % 9 == 0);
            return string.Create(CultureInfo.InvariantCulture,
                $"{(i % 2 == 0 ? "a" : "b")},{(positive ? 1 : 0)},{((turned ? 1 - probability : probability) * unit) + shift:0.###}\n");
        })))
        .With("gate.yml", $$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { predictions: { score: s }{{model}} }
            conditions:
              - { metric: selection_rate, by: g, compare: ratio, min: 0.8 }
            """);

    [Theory]
    [InlineData("  - metric: selection_rate\n    by: sex\n    compare: ratio\n    max: 0.8\n", "gate.yml:16:10:", "write 'min: 0.8'")]
    [InlineData("  - metric: selection_rate\n    by: sex\n    compare: difference\n    min: 0.1\n", "gate.yml:16:10:",
        "write 'max: 0.1'")]
    [InlineData("  - metric: accuracy_score\n    max: 0.7\n", "gate.yml:14:10:", "write 'min: 0.7'")]
    [InlineData("  - metric: log_loss\n    min: 0.7\n", "gate.yml:14:10:", "write 'max: 0.7'")]
    [InlineData("  - metric: recall\n    by: sex\n    compare: group_max\n    min: 0.7\n", "gate.yml:16:10:",
        "write 'compare: group_min'")]
    [InlineData("  - metric: roc_auc_score\n    min: 0\n", "gate.yml:14:10:", "can never fail")]
    [InlineData("  - metric: f1_score\n    min: 0,7\n", "gate.yml:14:10:", "numbers have a decimal point and no comma: 0.7")]
    [InlineData("  - metric: accuracy\n    level: inform\n", "gate.yml:12:1:", "write 'report_only: true'")]
    [InlineData("  - metric: accuracy\n    min: 0.5\n    evidence: { min_count: 10000 }\n    on_undefined: pass\n", "gate.yml:16:5:",
        "its own evidence floor|the policy's own evidence floor")]
    public void A_slip_is_refused_by_check_and_by_run(string condition, string place, string said)
    {
        using Workspace work = SmallData.Workspace(policy: Policy(condition));
        foreach (string command in (string[])["check", "run"])
        {
            GateOutcome outcome = work.Gate(command);
            Assert.Equal(Usage, outcome.ExitCode);
            Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
            Assert.Contains(said.Split('|')[^1], outcome.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("  - { metric: selection_rate, by: sex, compare: ratio, min: 0, vacuous: allowed }\n", "every value passes")]
    [InlineData("  - { metric: accuracy, max: 0.999, vacuous: allowed }\n", "200 rows")]
    public void What_is_meant_can_be_said(string condition, string planned)
    {
        using Workspace work = SmallData.Workspace(policy: Policy(condition));
        GateOutcome check = work.Gate("check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains(planned, check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("-0 or", check.Output, StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("run").ExitCode);
    }

    [Theory]
    [InlineData(100, 0, "lie from 0.083 to 99.917", "score_type: percent")]
    [InlineData(8, -4, "lie from -3.993 to 3.993", "score_type: logit")]
    public void Scores_that_are_no_probabilities_need_a_word(double unit, double shift, string where, string type)
    {
        using Workspace refused = Scored(unit, shift, "");
        GateOutcome outcome = refused.Gate("run");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains(where, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(type, outcome.Error, StringComparison.Ordinal);
        using Workspace told = Scored(unit, shift, ", " + type);
        Assert.Equal(0, told.Gate("run").ExitCode);
    }

    [Fact]
    public void Scores_of_the_other_class_stand_in_the_last_line_and_everywhere_else()
    {
        using Workspace work = Scored(1, 0, "", turned: true);
        GateOutcome outcome = work.Gate("run");
        Assert.Contains("The scores rank the wrong way round: roc_auc is 0.", outcome.Output.TrimEnd().Split('\n')[^1],
            StringComparison.Ordinal);
        Assert.Contains("Note: roc_auc is 0.", outcome.Output, StringComparison.Ordinal);
        foreach (string file in (string[])["result.json", "summary.md", "report.html"])
            Assert.Contains("wholly below 0.5", File.ReadAllText(work["gate-output/" + file]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("income", "numbers with a decimal comma", "'income': 200 of 200 values")]
    [InlineData("copy", "is a copy of the label 'approved'", "the feature 'debt'")]
    public void Data_that_is_misread_for_certain_is_an_error(string kind, string said, string column)
    {
        string csv = string.Join('\n', SmallData.Loans().TrimEnd('\n').Split('\n').Select((line, i) =>
        {
            string[] fields = line.Split(',');
            if (i > 0 && kind == "income") fields[1] = fields[1].Replace('.', ',');
            if (i > 0 && kind == "copy") fields[2] = fields[4];
            return string.Join(';', fields);
        })) + "\n";
        using Workspace work = SmallData.Workspace(data: csv);
        foreach (string command in (string[])["check", "run"])
        {
            GateOutcome outcome = work.Gate(command);
            Assert.Equal(Data, outcome.ExitCode);
            Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
            Assert.Contains(column, outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_may_be_a_slip_is_told_on_the_terminal_and_in_the_result()
    {
        using Workspace work = SmallData.Workspace(data: SmallData.Loans(sex: i => i % 2 == 0 ? "f" : i % 3 == 0 ? "m " : "m"));
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(0, outcome.ExitCode);
        string result = File.ReadAllText(work["gate-output/result.json"]);
        foreach (string said in (string[])[" is a different whole number in each of 200 rows", "differ only in case or in spaces around"])
        {
            Assert.Contains(said, outcome.Output, StringComparison.Ordinal);
            Assert.Contains(said, result, StringComparison.Ordinal);
        }
    }
}
