using Gate.Ci.Terminal;
using Gate.Evaluation.Results;

namespace Gate.Tests.Ci.Terminal;

public class FindingsTableTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_goes_to_the_writer(bool coloured)
    {
        var text = new StringWriter();
        FindingsTable.Write(CiFakes.Result("gate.yml", CiFakes.Finding("four-fifths", "fail"), CiFakes.Finding("auc", "pass")), text,
            coloured);
        Assert.Contains("four-fifths", text.ToString().Split("Verdict:")[0].Split("fail:")[0]);
        Assert.Equal(coloured, text.ToString().Contains('\u001b'));
    }

    /// <summary>Each verdict has a word besides its colour and its sign.</summary>
    [Fact]
    public void A_coloured_table_has_the_words()
    {
        foreach (string verdict in ResultWords.All<Verdict>())
        {
            var text = new StringWriter();
            FindingsTable.Write(CiFakes.Result("gate.yml", CiFakes.Finding("x", verdict)), text, coloured: true);
            Assert.Contains($" {verdict}", text.ToString());
        }
    }

    [Fact]
    public void What_the_command_line_replaced_is_shown()
    {
        GateResult result = CiFakes.Result("gate.yml", CiFakes.Finding("x", "pass"));
        var text = new StringWriter();
        FindingsTable.Write(result with { Policy = result.Policy with { Overrides = ["model.threshold=0.4", "seed=7\u001b[2J"] } }, text,
            coloured: false);
        Assert.Contains("Replaced on the command line: model.threshold=0.4, seed=7\\u001b[2J", text.ToString());
        text.GetStringBuilder().Clear();
        FindingsTable.Write(result, text, coloured: false);
        Assert.DoesNotContain("Replaced", text.ToString());
    }

    [Fact]
    public void Markup_in_a_name_stays_text()
    {
        var text = new StringWriter();
        FindingsTable.Write(CiFakes.Result("gate.yml", CiFakes.Finding("[red]x[/]", "fail")), text, coloured: true);
        Assert.Contains("[red]x[/]", text.ToString());
    }

    /// <summary>What stops a model comes before what lets it pass, and equals keep the policy's order.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_gravest_findings_come_first(bool coloured)
    {
        var text = new StringWriter();
        string[] verdicts = ["inform", "pass", "warn", "fail", "inconclusive", "fail"];
        Finding[] findings = [.. verdicts.Select((verdict, i) => CiFakes.Finding($"c{i + 1}", verdict))];
        FindingsTable.Write(CiFakes.Result("gate.yml", findings), text, coloured);
        string table = text.ToString();
        string[] order = ["c4", "c6", "c5", "c3", "c2", "c1"];
        int[] places = [.. order.Select(id => table.IndexOf(id, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
    }

    /// <summary>No word is broken in the middle at any usual width: what does not fit beside each other stands below.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void Words_are_whole_at_any_width(int width)
    {
        const string Id = "true_positive_rate_difference-by-afam";
        const string Sentence = "The difference in true_positive_rate by afam is 0.1684 and it must be at most 0.1";
        Finding finding = CiFakes.Finding(Id, "fail", sentence: Sentence) with { Estimate = 0.1684,
            Interval = new IntervalFact(0.0896, 0.2579, 0.95, "newcombe"), Bound = new BoundFact(null, 0.1, null) };
        var text = new StringWriter();
        FindingsTable.Write(CiFakes.Result("gate.yml", finding), text, coloured: true, width);
        string plain = System.Text.RegularExpressions.Regex.Replace(text.ToString(), "\u001b\\[[0-9;]*m", "");
        Assert.Contains(Id, plain);
        Assert.All(plain.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, width));
        Assert.Equal(width < 90, !plain.Contains('╭'));
    }

    [Fact]
    public void A_regression_that_does_not_pass_shows_its_own_interval()
    {
        Finding finding = CiFakes.Finding("x", "fail") with { Bound = new BoundFact(null, null, 0.01),
            Regression = new RegressionFact(0.8, 0.05, null, new IntervalFact(-0.01, 0.11, 0.95, "tango")) };
        Assert.Contains("at most 0.01 worse than the baseline (is 0.0500 worse; 0.0100 better to 0.1100 worse)", Written(finding));
        Assert.Contains("(is 0.0500 worse)", Written(finding with { Verdict = Verdict.Pass }));

        static string Written(Finding finding)
        {
            var text = new StringWriter();
            FindingsTable.Write(CiFakes.Result("gate.yml", finding), text, coloured: false);
            return text.ToString();
        }
    }
}
