using Gate.Mutants;

namespace Gate.Tests.Bench;

/// <summary>What mutation tests list, draw and count.</summary>
public sealed class MutantTests
{
    private const string Report = """
        { "files": {
          "/x/src/Gate.Metrics/Intervals/A.cs": { "mutants": [
            { "id": "7", "mutatorName": "Equality mutation", "replacement": "a\n< b", "statusReason": "Removed by since filter",
              "location": { "start": { "line": 3, "column": 1 } } },
            { "id": "3", "mutatorName": "Statement mutation", "replacement": ";", "statusReason": "Removed by since filter",
              "location": { "start": { "line": 9, "column": 1 } } },
            { "id": "4", "mutatorName": "String mutation", "replacement": "",
              "statusReason": "Removed by mutation type filter",
              "location": { "start": { "line": 9, "column": 1 } } },
            { "id": "5", "mutatorName": "Block mutation", "replacement": "{}", "status": "CompileError",
              "location": { "start": { "line": 9, "column": 1 } } } ] },
          "C:\\x\\src\\Gate.Metrics\\B.cs": { "mutants": [
            { "id": "1", "mutatorName": "Equality mutation", "replacement": ">", "statusReason": "Removed by since filter",
              "location": { "start": { "line": 1, "column": 1 } } } ] } } }
        """;

    private static IReadOnlyList<Mutant> Mutants()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, Report);
        IReadOnlyList<Mutant> mutants = MutantList.Read(path);
        File.Delete(path);
        return mutants;
    }

    [Fact]
    public void Those_that_only_the_want_of_changes_left_out_are_listed() => Assert.Equal(
        [
            new(1, "Gate.Metrics/B.cs", 1, "Equality mutation", ">"), new(3, "Gate.Metrics/Intervals/A.cs", 9, "Statement mutation", ";"),
            new(7, "Gate.Metrics/Intervals/A.cs", 3, "Equality mutation", "a < b"),
        ], Mutants());

    [Fact]
    public void A_sample_is_the_beginning_of_one_order()
    {
        Mutant[] many = [.. Enumerable.Range(0, 100).Select(i => new Mutant(i, "f", i, "k", "r"))];
        IReadOnlyList<Mutant> all = MutantList.Sample(many, 1000), some = MutantList.Sample(many, 10);
        Assert.Equal(many, all.OrderBy(mutant => mutant.Id));
        Assert.NotEqual(many, all);
        Assert.Equal(all.Take(10), some);
    }

    /// <summary>Of three mutants two are tried, and 1 of 2 has Wilson's interval from 9.5 to 90.5 %.</summary>
    [Fact]
    public void The_last_line_of_a_mutant_counts_and_what_is_no_kill_is_listed()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "begun\t1\nkilled\t1\nbegun\t7\nsurvived\t7\nbegun\t3\n");
        var text = new StringWriter { NewLine = "\n" };
        Score.Write(Mutants(), [path], text);
        Assert.Equal("survived Gate.Metrics/Intervals/A.cs:3: Equality mutation: a < b\n"
            + "50.0 % of 2 tried among 3 (95 % interval 9.5 to 90.5): 1 killed, 0 out of time, 0 crashed, 1 survived, 0 in no test\n",
            text.ToString());
        File.WriteAllText(path, "timeout\t1\nuncovered\t7\ncrashed\t3\n");
        text.GetStringBuilder().Clear();
        Score.Write(Mutants(), [path], text);
        File.Delete(path);
        Assert.Equal("uncovered Gate.Metrics/Intervals/A.cs:3: Equality mutation: a < b\n"
            + "66.7 % of 3 tried among 3: 0 killed, 1 out of time, 1 crashed, 0 survived, 1 in no test\n", text.ToString());
    }
}
