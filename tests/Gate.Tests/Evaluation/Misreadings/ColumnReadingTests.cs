using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Planning;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Misreadings;

/// <summary>Columns that are read as something that nobody meant: each is told with its column, the count and a remedy, and is an error
/// where nothing that is measured would mean anything.</summary>
public sealed class ColumnReadingTests
{
    private static TestRun Run(Func<int, string> value, string more = "", string model = "{ train: { algorithm: logistic_regression } }",
        string head = "c;x;g;y", string label = "y") => new($$"""
        version: 1
        task: binary_classification
        data:
          source: d.csv
          test: t.csv
          label: {{label}}
          positive: "yes"
          sensitive: [g]
          shared_rows: allow
          {{more}}
        model: {{model}}
        explain: false
        conditions: [{ metric: accuracy, min: 0.1 }]
        """, ("d.csv", Csv(value, head)), ("t.csv", Csv(value, head)));

    /// <summary>100 rows of a value, a number, a group and the label; the number does not tell the label.</summary>
    private static string Csv(Func<int, string> value, string head) => head + "\n" + string.Concat(Enumerable.Range(0, 100)
        .Select(i => string.Create(CultureInfo.InvariantCulture,
            $"{value(i)};{i * 37 % 100 / 4.0};{(i % 2 == 0 ? "a" : "b")};{Label(i)}\n")));

    private static string Label(int i) => i * i % 7 < 3 ? "yes" : "no";

    private static string Number(int i) => (i * 1.25).ToString("0.00", CultureInfo.InvariantCulture);

    public static TheoryData<string, string[]> Written { get; } = new()
    {
        { "comma", ["'c': 100 of 100 values are numbers with a decimal comma (such as '0,00')", "as 100 texts without an order",
            "leave it out with 'features: { exclude: [c] }'", "SELECT * FROM read_csv('d.csv', decimal_separator = ',')"] },
        { "date", ["values are dates as day.month.year (such as '01.01.1950')", "read_csv('d.csv', dateformat = '%d.%m.%Y')"] },
        { "slashes", ["values are dates with slashes, which are day/month/year in one country", "dateformat = '%d/%m/%Y'"] },
        { "thousands", ["values are numbers with separators of thousands (such as '1,000')",
            "* REPLACE (CAST(replace(replace(\"c\", ',', ''), ' ', '') AS DOUBLE) AS \"c\") FROM 'd.csv'"] },
        { "points", ["values are numbers with separators of thousands and a decimal comma (such as '1.000,50')",
            "CAST(replace(replace(\"c\", '.', ''), ',', '.') AS DOUBLE)"] },
        { "unit", ["values are numbers with a unit (such as '0.00 kg')", "regexp_extract(replace(\"c\", ',', '.'), '-?[0-9.]+')"] },
        { "percent", ["values are numbers with a unit (such as '0.00%')"] },
        { "euro", ["values are numbers with a unit (such as '€0.00')"] },
    };

    private static Func<int, string> Form(string form) => form switch
    {
        "comma" => i => Number(i).Replace('.', ','),
        "date" => i => string.Create(CultureInfo.InvariantCulture, $"{(i % 28) + 1:00}.01.{1950 + i}"),
        "slashes" => i => string.Create(CultureInfo.InvariantCulture, $"{(i % 28) + 1:00}/01/{1950 + i}"),
        "thousands" => i => (1000 + (i * 9)).ToString("#,##0", CultureInfo.InvariantCulture),
        "points" => i => (1000.5 + (i * 9)).ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ';').Replace('.', ',')
            .Replace(';', '.'),
        "unit" => i => Number(i) + " kg",
        "percent" => i => Number(i) + "%",
        _ => i => "€" + Number(i),
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_feature_of_numbers_or_dates_that_is_read_as_many_texts_is_an_error(string form, string[] said)
    {
        using TestRun run = Run(Form(form));
        string message = Assert.Throws<DataException>(() => run.Execute()).Message;
        Assert.All(said, part => Assert.Contains(part, message, StringComparison.Ordinal));
        // 'gate check' says the same, and nothing is trained for nothing.
        Assert.Equal(message, Assert.Throws<DataException>(() => PowerCheck.Plan(run.Inputs, run, CancellationToken.None)).Message);
        Assert.DoesNotContain("training logistic_regression", run.Stages);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Of_few_texts_it_is_told(int values, bool refused)
    {
        using TestRun run = Run(i => Form("comma")(i % values));
        if (refused) Assert.Throws<DataException>(() => run.Execute());
        else Assert.Contains(run.Execute().Notes, note => note.StartsWith("'c': 100 of 100 values are numbers with a decimal comma",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Nine_of_ten_values_must_be_written_so(int rows, bool refused)
    {
        using TestRun run = Run(i => i < rows ? Form("comma")(i + 1) : "none");
        if (refused) Assert.StartsWith("'c': 90 of 100 values", Assert.Throws<DataException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
        else Assert.DoesNotContain(run.Execute().Notes, note => note.Contains("comma", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A12")]
    [InlineData("12-18")]
    [InlineData("1.2.3.4")]
    [InlineData("north")]
    [InlineData("12a34")]
    public void Other_texts_are_texts(string text)
    {
        using TestRun run = Run(i => $"{text}{(char)('a' + (i % 5))}{(char)('p' + (i % 4))}");
        Assert.DoesNotContain(run.Execute().Notes, note => note.StartsWith("'c'", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_that_end_in_many_letters_are_no_units()
    {
        using TestRun run = Run(i => $"{i % 9}{(char)('A' + (i % 4))}");
        Assert.DoesNotContain(run.Execute().Notes, note => note.StartsWith("'c'", StringComparison.Ordinal));
        using TestRun units = Run(i => $"{i % 9}{(char)('A' + (i % 3))}");
        Assert.Contains(units.Execute().Notes, note => note.StartsWith("'c': 100 of 100 values are numbers with a unit",
            StringComparison.Ordinal));
    }

    [Fact]
    public void What_no_model_reads_is_not_held_to_it()
    {
        using TestRun excluded = Run(Form("comma"), "features: { exclude: [c] }");
        Assert.DoesNotContain(excluded.Execute().Notes, note => note.Contains("decimal comma", StringComparison.Ordinal));
        using TestRun predicted = Run(Form("comma"), model: "{ predictions: { prediction: y2 } }", head: "c;x;g;y2", label: "y2");
        Assert.DoesNotContain("decimal comma", Assert.ThrowsAny<Exception>(() => predicted.Execute()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "'c' has 100 different texts in 100 rows (such as 'K0'), like an identifier: a model gets a column for each and "
        + "learns single rows; leave it out with 'features: { exclude: [c] }'.")]
    [InlineData("prose", "'c' has 100 different texts in 100 rows (such as 'said this 0 times'), like free text:")]
    [InlineData("row", "'c' is a different whole number in each of 100 rows, as a number of the row is: if it only says which row it is, "
        + "leave it out with 'features: { exclude: [c] }'.")]
    public void Identifiers_and_free_text_are_told(string kind, string said)
    {
        using TestRun run = Run(i => kind switch { "text" => $"K{i}", "prose" => $"said this {i} times", _ => $"{i + 7}" });
        Assert.Single(run.Execute().Notes, note => note.StartsWith(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_that_repeat_or_texts_of_which_few_differ_identify_nothing()
    {
        using TestRun numbers = Run(i => $"{Math.Min(i, 98)}"), texts = Run(i => $"K{i % 49}");
        foreach (TestRun run in new[] { numbers, texts })
            Assert.DoesNotContain(run.Execute().Notes, note => note.StartsWith("'c'", StringComparison.Ordinal));
        using TestRun half = Run(i => $"K{i % 50}");
        Assert.Contains(half.Execute().Notes, note => note.StartsWith("'c' has 50 different texts", StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_of_the_label_is_an_error()
    {
        using TestRun run = Run(Label);
        Assert.Equal("the feature 'c' is a copy of the label 'y' in all 100 rows that are looked at, so a model is told what it is asked; "
            + "leave it out with 'features: { exclude: [c] }'", Assert.Throws<DataException>(() => run.Execute()).Message);
        using TestRun excluded = Run(Label, "features: { exclude: [c] }");
        Assert.Equal(Verdict.Pass, excluded.Execute().Findings[0].Verdict);
        using TestRun almost = Run(i => i == 5 ? (Label(i) == "yes" ? "no" : "yes") : Label(i));
        Assert.DoesNotContain(almost.Execute().Notes, note => note.Contains("without fail", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text", 1, true)]
    [InlineData("text", 2, false)]
    [InlineData("flag", 1, true)]
    [InlineData("four", 1, true)]
    [InlineData("five", 1, false)]
    public void A_feature_that_tells_the_label_but_for_few_rows_is_told(string kind, int missed, bool told)
    {
        using TestRun run = Run(i =>
        {
            bool isMissed = i % 7 == 5 && i < 7 * missed, yes = Label(i) == "yes" != isMissed;
            return kind switch
            {
                "flag" => yes ? "1" : "0",
                "text" => yes ? "p" : "q",
                _ => $"{(yes ? "p" : "q")}{i % (kind == "four" ? 2 : 3)}",
            };
        });
        Assert.Equal(told, run.Execute().Notes.Any(note => note == "The feature 'c' alone tells the label in all but 1 of 100 rows, as a "
            + "copy with few errors does: if it is known only when the outcome is, leave it out with 'features: { exclude: [c] }'."));
    }

    [Theory]
    [InlineData(21, true)]
    [InlineData(20, false)]
    public void A_mark_of_missing_values_among_numbers_is_told_or_refused(int numbers, bool refused)
    {
        using TestRun run = Run(i => i % 3 == 0 ? "n/a" : $"{i * 2 / 3 % numbers}");
        const string Said = "values are numbers and the others 'n/a' (34), so a model gets all of them as";
        if (refused)
        {
            string message = Assert.Throws<DataException>(() => run.Execute()).Message;
            Assert.StartsWith($"'c': 66 of 100 {Said} 22 texts without an order; if it stands for a missing value, write 'na_values: "
                + "[\"n/a\"]' in data, or leave it out with 'features: { exclude: [c] }'", message, StringComparison.Ordinal);
        }
        else Assert.Contains(run.Execute().Notes, note => note.Contains(Said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 4)]
    public void Levels_that_are_numbers_and_texts_are_levels(int numbers, int marks)
    {
        using TestRun run = Run(i => i % 3 == 0 ? $"m{i % (3 * marks) / 3}" : $"{i % numbers}");
        Assert.DoesNotContain(run.Execute().Notes, note => note.Contains("values are numbers and the others", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("category")]
    [InlineData("number")]
    public void A_feature_that_tells_the_label_without_fail_is_told_or_refused(string kind)
    {
        Func<int, string> value = kind == "category" ? i => Label(i) == "yes" ? $"p{i % 3}" : $"q{i % 4}"
            : i => Label(i) == "yes" ? $"{10 + (i % 5)}.5" : $"{5 + (i % 5)}.5";
        using TestRun run = Run(value);
        Assert.Single(run.Execute().Notes, note => note == "The feature 'c' alone tells the label without fail in all 100 rows that are "
            + "looked at: if it is known only when the outcome is, leave it out with 'features: { exclude: [c] }'. 'perfect_features: "
            + "refuse' in data makes this an error.");
        using TestRun refused = Run(value, "perfect_features: refuse");
        Assert.Contains("the feature 'c' alone tells the label without fail in all 100 rows that are looked at, and the policy says "
            + "'perfect_features: refuse'", Assert.Throws<DataException>(() => refused.Execute()).Message, StringComparison.Ordinal);
        using TestRun touching = Run(i => kind == "category" ? $"p{i % 3}" : Label(i) == "yes" ? $"{9 + (i % 5)}.5" : $"{5 + (i % 5)}.5",
            "perfect_features: refuse");
        Assert.DoesNotContain(touching.Execute().Notes, note => note.Contains("without fail", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_of_a_feature_that_differ_in_case_or_spaces_are_told()
    {
        using TestRun run = Run(i => i % 5 == 0 ? "good " : i % 2 == 0 ? "good" : "bad");
        Assert.Contains("In 'c', 'good' (40 rows), 'good ' (20 rows) differ only in case or in spaces around them and are values of their "
            + "own; give them one spelling in data.source with sql, such as trim(\"c\").", run.Execute().Notes);
    }

    [Fact]
    public void A_space_after_a_group_is_told()
    {
        using TestRun run = Run(i => i % 2 == 0 ? "f " : "m", head: "g;x;c;y");
        Assert.Contains("In 'g', 'f ' (50 rows) has spaces around it, so the policy must write it so too; give them one spelling in "
            + "data.source with sql, such as trim(\"g\").", run.Execute().Notes);
        using TestRun alone = Run(i => i % 2 == 0 ? "f" : "m", head: "g;x;c;y");
        Assert.DoesNotContain(alone.Execute().Notes, note => note.Contains("spaces", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("yes,yes ,no", true)]
    [InlineData("yes,YES,no", false)]
    [InlineData("yes,YES", true)]
    public void Classes_that_are_one_are_an_error(string classes, bool refused)
    {
        string[] all = classes.Split(',');
        using TestRun run = new($$"""
            version: 1
            task: multiclass_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """, ("d.csv", "y,p\n" + string.Concat(Enumerable.Range(0, 90).Select(i => $"{all[i % all.Length]},yes\n"))));
        const string Said = "differ only in case or in spaces around them and are classes of their own";
        if (refused) Assert.Contains(Said, Assert.Throws<DataException>(() => run.Execute()).Message, StringComparison.Ordinal);
        else Assert.Contains(run.Execute().Notes, note => note.Contains(Said, StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_that_reading_made_one_are_told()
    {
        using TestRun run = Run(i => i % 4 == 0 ? "01" : i % 2 == 0 ? "1" : "2", head: "g;x;c;y");
        Assert.Contains("In 'g', '1' (25 rows) and '01' (25 rows) are read as one number each, and are one group, class or key. If they "
            + "are not the same, read the column as text, by data.source with sql: SELECT * FROM read_csv('d.csv', types = {'g': "
            + "'VARCHAR'})",
            run.Execute().Notes);
        using TestRun flags = Run(i => i % 4 == 0 ? "True" : i % 2 == 0 ? "true" : "false", head: "g;x;c;y");
        Assert.Contains(flags.Execute().Notes, note => note.StartsWith("In 'g', 'True' (25 rows) and 'true' (25 rows) are read as one "
            + "truth value each", StringComparison.Ordinal));
        // Of a feature, one number is what is meant.
        using TestRun feature = Run(i => i % 4 == 0 ? "01" : i % 2 == 0 ? "1" : "2");
        Assert.DoesNotContain(feature.Execute().Notes, note => note.Contains("read as one number", StringComparison.Ordinal));
    }
}
