using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>Slices and filters: which rows they take of which file, and where a fault in them stands.</summary>
public sealed class SlicesTests
{
    private const string Csv = "y,p,n,h\n1,1,1,train\n0,1,2,test\n1,1,3,test\n0,0,4,test\n1,0,5,train\n0,0,6,test\n";

    private static TestRun Run(string data, params string[] where) => new($$"""
        version: 1
        name: slices
        task: binary_classification
        data: { source: d.csv, label: y, {{data}} }
        model: { predictions: { prediction: p } }
        evidence: { min_count: 1, min_positives: 1, min_negatives: 1 }
        conditions:
        {{string.Join('\n', where.Select((one, i) => $"- {{ id: c{i}, metric: count, where: \"{one}\", min: 1 }}"))}}
        """, ("d.csv", Csv), ("t.csv", "h,n,p,y\na,3,1,1\nb,9,0,0\nc,3,1,0\n"));

    private static double?[] Counts(TestRun run)
    {
        using (run) return [.. run.Execute().Findings.Select(finding => finding.Estimate)];
    }

    [Theory]
    [InlineData("weight: n", 4, 2)]
    [InlineData("split: { column: h }", 3, 1)]
    [InlineData("test: t.csv", 2, 1)]
    [InlineData("where: n < 5", 2, 2)]
    public void A_slice_is_taken_of_the_measured_rows(string data, double three, double other) =>
        Assert.Equal([three, other, three],
            Counts(Run(data, "n = 3 OR n BETWEEN 4 AND 6", "n < 3 OR n > 6", "n = 3 OR n BETWEEN 4 AND 6")));

    [Theory]
    [InlineData("", "n >", "conditions[1].where")]
    [InlineData("where: n >", "n > 1", "data.where")]
    public void A_fault_in_sql_stands_at_its_key(string data, string where, string path)
    {
        using TestRun run = Run(data, "n > 1", where);
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal((path, path == "data.where" ? 4 : 9), (problem.Path, problem.At.Line));
    }

    [Fact]
    public void A_fault_in_a_query_stands_at_it()
    {
        using TestRun run = new("""
            version: 1
            name: slices
            task: binary_classification
            data:
              label: y
              source: { sql: "SELECT nothing FROM 'd.csv'" }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """, ("d.csv", Csv));
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal(6, problem.At.Line);
        Assert.StartsWith("data.source", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_read_in_stages_and_a_query_is_called_so()
    {
        using TestRun query = new("""
            version: 1
            name: slices
            task: binary_classification
            data: { source: { sql: "SELECT * FROM 'd.csv'" }, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", Csv));
        using TestRun sliced = Run("test: t.csv", "n > 1");
        GateResult result = sliced.Execute();
        Assert.Equal(["reading d.csv", "reading t.csv", "splitting"], sliced.Stages.Take(3));
        Assert.Equal("separate test file t.csv", result.Data.Split);
        query.Execute();
        Assert.Equal(["reading the SQL query", "splitting"], query.Stages.Take(2));
    }
}
