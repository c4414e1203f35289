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
}
