using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Labels of tables that nobody made for Gate, by the help pages of their packages; see <c>Tables/README.md</c>.</summary>
public sealed class TwentyTablesTests
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["attrition"] = "Attrition",
        ["credit_data"] = "Status",
        ["wa_churn"] = "churn",
        ["lending_club"] = "Class",
        ["GermanCredit"] = "Class",
        ["TitanicSurvival"] = "survived",
        ["Rossi"] = "arrest",
        ["Arrests"] = "released",
        ["Mroz"] = "lfp",
        ["Chile"] = "vote",
        ["Salaries"] = "salary",
        ["HMDA"] = "deny",
        ["ResumeNames"] = "call",
        ["BankWages"] = "job",
        ["Pima.te"] = "type",
        ["lung"] = "status",
        ["kyphosis"] = "Kyphosis",
        ["fair"] = "affairs",
        ["wine"] = "target",
        ["Sacramento"] = "price",
    };

    private static string Tables => Path.Combine(Here(), "Tables");

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>The label that is taken; null where the candidates are asked for.</summary>
    private static string? Taken(string table)
    {
        Table read = TableReader.Read(new SourceOptions { Paths = [$"{table}.csv"], BaseDirectory = Tables });
        return LabelGuess.Clear(LabelGuess.Candidates(ColumnGuesses.Of(read), $"{table}.csv"))?.Name;
    }

    [Fact]
    public void Seventeen_labels_of_twenty_are_found_the_rest_is_asked_for_and_none_is_wrong()
    {
        Assert.Equal(20, Answers.Count);
        Assert.Equal(Answers.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Tables, "*.csv").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        (string Table, string? Taken)[] taken = [.. Answers.Keys.Select(table => (table, Taken(table)))];
        Assert.All(taken, answer => Assert.True(answer.Taken is null || answer.Taken == Answers[answer.Table],
            $"{answer.Table}: {answer.Taken} for {Answers[answer.Table]}"));
        Assert.Equal(["BankWages", "ResumeNames", "fair"], taken.Where(answer => answer.Taken is null).Select(answer => answer.Table)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_asked_for_has_the_right_answer_among_its_candidates()
    {
        foreach (string table in (string[])["BankWages", "ResumeNames", "fair"])
        {
            Table read = TableReader.Read(new SourceOptions { Paths = [$"{table}.csv"], BaseDirectory = Tables });
            Assert.Contains(Answers[table], new LabelUnclearException(LabelGuess.Candidates(ColumnGuesses.Of(read), table)).Candidates
                .Select(candidate => candidate.Name));
        }
    }

    [Theory]
    [InlineData("BankWages", "minority,gender")]
    [InlineData("ResumeNames", "gender,ethnicity")]
    [InlineData("TitanicSurvival", "sex,age")]
    [InlineData("Arrests", "colour,age,sex,citizen")]
    public void Protected_columns_are_seen(string table, string columns)
    {
        Table read = TableReader.Read(new SourceOptions { Paths = [$"{table}.csv"], BaseDirectory = Tables });
        Assert.Equal(columns.Split(',').Order(StringComparer.Ordinal), ColumnGuesses.Of(read)
            .Where(column => column.Part == Part.Protected).Select(column => column.Name).Order(StringComparer.Ordinal));
    }
}
