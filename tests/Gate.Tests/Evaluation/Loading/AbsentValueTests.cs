using Gate.Evaluation.Proposals;
using Gate.Data;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>Values that a policy names and the data lack are faults of the policy, with their place in it.</summary>
public sealed class AbsentValueTests : IDisposable
{
    private readonly TestRun run = new();

    public AbsentValueTests()
    {
        run.Folder.Copy("d.csv", "SELECT ['a', 'b'][i % 2 + 1] AS two, ['a', 'b', 'c'][i % 3 + 1] AS three, ['F', 'M'][i % 2 + 1] AS sex, "
            + "0.5 AS s, 0.2 AS t FROM range(120) t(i)", "FORMAT csv, HEADER");
        run.Folder.Write("lines.csv", "\"a\nb\",y\n"
            + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i * 7 % 40},{(i % 2 == 0 ? "good" : "bad")}\n")));
    }

    public void Dispose() => run.Dispose();

    private string Problem(string yaml)
    {
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Run(yaml)).Problems);
        return $"{problem.At.Line}:{problem.At.Column} {problem.Message}";
    }

    private static string Binary(string data, string condition = "{ metric: accuracy, min: 0.1 }") => $$"""
        version: 1
        task: binary_classification
        data:
          source: d.csv
          sensitive: sex
          {{data}}
        model: { predictions: { score: s } }
        conditions: [{{condition}}]
        """;

    private static string Multiclass(string score, string condition = "{ metric: accuracy, min: 0.1 }") => $$"""
        version: 1
        task: multiclass_classification
        data: { source: d.csv, label: three, sensitive: sex }
        model:
          predictions:
            score: {{score}}
        conditions: [{{condition}}]
        """;

    [Fact]
    public void A_positive_class() => Assert.Equal(
        "7:3 data.positive: the class 'x' does not occur in the label 'two'; its classes are 'a' and 'b'",
        Problem(Binary("label: two\n  positive: x")));

    [Fact]
    public void A_positive_class_that_must_be_named() => Assert.Equal(
        "3:1 data.positive: which class of 'two' is the favourable outcome? Add data.positive: 'a' or 'b'",
        Problem(Binary("label: two")));

    [Fact]
    public void The_class_of_a_condition() => Assert.Equal(
        "7:32 conditions[0].class: the class 'x' does not occur in the label; there are: a, b, c",
        Problem(Multiclass("{ a: s, b: t, c: two }", "{ metric: recall, class: x, min: 0.1 }")));

    [Fact]
    public void A_reference_group() => Assert.EndsWith(
        "conditions[0].reference: 'X' is no group of the measured rows by sex; there are: F, M",
        Problem(Binary("label: two\n  positive: a",
            "{ metric: accuracy, by: sex, compare: ratio, method: to_reference, reference: X, min: 0.1 }")), StringComparison.Ordinal);

    [Fact]
    public void The_class_of_a_score_column()
    {
        PolicyProblem[] problems =
            [.. Assert.Throws<PolicyException>(() => run.Run(Multiclass("{ a: s, b: t, x: two }"))).Problems];
        Assert.Equal(["6:5 model.predictions.score: no column is named for the class 'c'",
            "6:26 model.predictions.score.x: the class 'x' does not occur in the label; there are: a, b, c"],
            problems.Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Message}"));
    }

    [Fact]
    public void A_number_is_no_slice() => Assert.Contains("'s' is of type DOUBLE and no condition that is true or false; say what must "
        + "hold of it, such as s <> 0", Problem(Binary("label: two\n  positive: a", "{ metric: accuracy, where: s, min: 0.1 }")),
        StringComparison.Ordinal);

    [Fact]
    public void A_column_whose_name_has_several_lines_is_renamed()
    {
        string yaml = """
            version: 1
            task: binary_classification
            data: { source: lines.csv, label: y, positive: good, weight: "a\nb" }
            model: { predictions: { score: ab } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """;
        string problem = Problem(yaml);
        Assert.Contains("data.weight: expected text (a column name) on one line, without control characters", problem,
            StringComparison.Ordinal);
        Assert.Contains("'source: { sql: \"SELECT * RENAME (…) FROM 'rows.csv'\" }'", problem, StringComparison.Ordinal);
        run.Run("""
            version: 1
            task: binary_classification
            data:
              source: { sql: "SELECT 0.5 AS one, * RENAME (\"a\nb\" AS ab) FROM 'lines.csv'" }
              label: y
              positive: good
              weight: ab
            model: { predictions: { score: one } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """);
    }

    [Fact]
    public void A_first_policy_is_proposed_for_data_with_such_a_column_and_pins_it()
    {
        string Propose(string? label) => PolicyProposer.ProposeAsync(new() { Data = Path.Combine(run.Folder.Path, "lines.csv"),
            PolicyDirectory = run.Folder.Path, Label = label, Today = new DateOnly(2026, 1, 1), GateVersion = "0" }, run,
            CancellationToken.None).GetAwaiter().GetResult().Yaml;
        string yaml = Propose("y");
        Assert.Contains($"\ndigests:  # of the files that are read; other bytes are an error\n  lines.csv: "
            + $"{Digest.OfFile(Path.Combine(run.Folder.Path, "lines.csv"))}\n", yaml, StringComparison.Ordinal);
        Assert.Equal("gate.yml", run.Run(yaml).Policy.Path.Split('/')[^1]);
        var error = Assert.Throws<DataException>(() => Propose("a\nb"));
        Assert.Equal((PolicyProposer.LabelOption, true), (error.PolicyKey,
            error.Message.Contains("rename the column", StringComparison.Ordinal)));
    }
}
