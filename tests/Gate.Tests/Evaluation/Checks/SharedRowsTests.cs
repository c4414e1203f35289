using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Planning;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Checks;

/// <summary>Test rows that are training rows too: told from one per cent, refused from ten, and told apart from rows that look
/// alike.</summary>
public sealed class SharedRowsTests
{
    private const string Header = "id,x,c,y\n";

    /// <summary>Rows with a measurement that hardly ever repeats.</summary>
    private static string Real(int from, int count, int id = 0) => string.Concat(Enumerable.Range(from, count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{id + i - from},{i * 0.37:R},{(i % 3 == 0 ? "a" : "b")},{i % 2}\n")));

    /// <summary>Rows of which there are eight kinds.</summary>
    private static string Alike(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{i - from},{i % 4},{(i % 3 == 0 ? "a" : "b")},{i / 4 % 2}\n")));

    private static TestRun Run(string train, string test, string more = "") => new($$"""
        version: 1
        task: binary_classification
        data: { source: train.csv, test: test.csv, label: y{{more}} }
        model: { train: { algorithm: dummy } }
        explain: false
        conditions:
          - { metric: accuracy, min: 0.1 }
        """, ("train.csv", Header + train), ("test.csv", Header + test));

    [Fact]
    public void One_file_as_both_is_refused()
    {
        using TestRun run = Run(Real(0, 200), Real(0, 200));
        Assert.Contains("is training and test data at once", Assert.Throws<DataException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
    }

    /// <summary>The rows stand in another order and carry other row numbers.</summary>
    [Theory]
    [InlineData(22, true)]
    [InlineData(20, false)]
    public void More_than_a_tenth_of_the_test_rows_is_refused(int copied, bool refused)
    {
        using TestRun run = Run(Real(0, 400), Real(400, 200 - copied) + Real(300, copied, 200 - copied));
        if (refused)
        {
            string message = Assert.Throws<DataException>(() => run.Execute()).Message;
            Assert.Contains("22 of 200 test rows (11%) are training rows too, while chance gives 0%", message, StringComparison.Ordinal);
            Assert.Contains("shared_rows: allow", message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(run.Execute().Notes, note => note.StartsWith("20 of 200 test rows (10%) equal a training row",
                StringComparison.Ordinal) && note.Contains("About 10% of the test rows seem to have been taken", StringComparison.Ordinal));
        }
    }

    /// <summary>A check without a run refuses the same.</summary>
    [Fact]
    public void A_plan_refuses_it_too()
    {
        using TestRun run = Run(Real(0, 200), Real(0, 199));
        Assert.Throws<DataException>(() => PowerCheck.Plan(run.Inputs, new Silence(), CancellationToken.None));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100)]
    public void A_policy_may_allow_it_and_a_note_says_so(int rows)
    {
        using TestRun run = Run(Real(0, 200), Real(0, rows), ", shared_rows: allow");
        GateResult result = run.Execute();
        Assert.Contains(result.Notes, note => note.Contains("seem to have been taken", StringComparison.Ordinal));
        Assert.Equal(rows == 200, result.Notes.Any(note => note.Contains("as the policy allows", StringComparison.Ordinal)));
        Assert.Equal(rows, result.Data.Repetition!.TestRowsInTraining);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public void From_one_per_cent_on_it_is_told(int copied, bool told)
    {
        using TestRun run = Run(Real(0, 400), Real(400, 200 - copied) + Real(300, copied));
        Assert.Equal(told, run.Execute().Notes.Any(note => note.Contains("equal a training row", StringComparison.Ordinal)));
    }

    /// <summary>All test rows have an equal training row, and so has every training row: there are eight kinds of rows.</summary>
    [Fact]
    public void Rows_of_few_kinds_that_look_alike_are_no_leak()
    {
        using TestRun run = Run(Alike(0, 400), Alike(1000, 200));
        GateResult result = run.Execute();
        Assert.Equal(200, result.Data.Repetition!.TestRowsInTraining);
        Assert.Equal(1, result.Data.Repetition.ShareByChance);
        Assert.Contains(result.Notes, note => note.EndsWith("That is what rows that look alike explain.", StringComparison.Ordinal));
    }

    /// <summary>Half of the training rows have a twin; then half of the test rows are expected among them, and more is a leak.</summary>
    [Theory]
    [InlineData(50, 0)]
    [InlineData(56, 0)]
    [InlineData(75, 0.5)]
    [InlineData(100, 1)]
    public void A_leak_is_what_goes_beyond_chance(int found, double leaked) =>
        Assert.Equal(leaked, new SharedRows(1000, 500, 100, found).Leaked, 12);

    /// <summary>Rows that stand in the data twice, split at random: however the pairs fall, no split is a leak.</summary>
    [Fact]
    public void Pairs_of_equal_rows_that_a_split_tears_apart_are_no_leak()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            ulong[] rows = [.. Enumerable.Range(0, 400).Select(i => Spread((ulong)(i / 2) + 1))];
            new Random(seed).Shuffle(rows);
            HashMatches matches = HashMatches.Of(rows.AsSpan(0, 200), rows.AsSpan(200));
            double leaked = new SharedRows(200, matches.Twins, 200, matches.Found).Leaked;
            Assert.True(leaked == 0, $"seed {seed}: {matches}, {leaked}");
        }
    }

    /// <summary>One shared row of nine is more than a tenth and says nothing.</summary>
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 4.0 / 9)]
    public void A_few_rows_are_no_leak(int found, double leaked) =>
        Assert.Equal(leaked, new SharedRows(1000, 0, 9, found).Leaked, 12);

    [Fact]
    public void Rows_that_repeat_in_the_test_set_are_counted_and_told()
    {
        using TestRun run = Run(Real(0, 400), Real(400, 190) + string.Concat(Enumerable.Repeat(Real(400, 1), 10)));
        GateResult result = run.Execute();
        Assert.Equal((10, 11), (result.Data.Repetition!.TestRowsRepeated, result.Data.Repetition.MostEqual));
        Assert.Contains(result.Notes, note => note.StartsWith("10 of 200 test rows (5%) equal an earlier test row",
            StringComparison.Ordinal) && note.Contains("one row occurs 11 times", StringComparison.Ordinal));
    }

    /// <summary>Label, decision and group of few values cannot tell rows apart, whatever is copied; a number in each row can.</summary>
    [Theory]
    [InlineData(1, false, false)]
    [InlineData(3, false, false)]
    [InlineData(1, true, false)]
    [InlineData(3, true, true)]
    public void Rows_of_few_values_repeat_by_chance(int copies, bool withNumber, bool told)
    {
        using var run = new TestRun("""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """, ("d.csv", "y,p,g,x\n" + string.Concat(Enumerable.Range(0, 300 * copies).Select(i => i / copies).Select(i =>
            $"{i % 2},{i * i % 7 % 2},{"abc"[i % 3]},{(withNumber ? i * 0.37 : i % 5)}\n"))));
        Assert.Equal(told, run.Execute().Notes.Any(note => note.Contains("equal an earlier test row", StringComparison.Ordinal)));
    }

    [Fact]
    public void Keys_that_the_training_rows_have_are_told()
    {
        using var run = new TestRun("""
            version: 1
            task: binary_classification
            data: { source: train.csv, test: test.csv, label: y }
            model: { predictions: { source: said.csv, key: id, prediction: said } }
            explain: false
            conditions:
              - { metric: accuracy, min: 0.1 }
            """, ("train.csv", Header + Real(0, 100)), ("test.csv", Header + Real(200, 50, id: 90)),
            ("said.csv", "id,said\n" + string.Concat(Enumerable.Range(90, 50).Select(i => $"{i},{i % 2}\n"))));
        GateResult result = run.Execute();
        Assert.Equal((0, 10), (result.Data.Repetition!.KeysRepeated, result.Data.Repetition.KeysInTraining));
        Assert.Contains("10 of 50 test rows (20%) have the key id of a training row.", result.Notes);
    }

    /// <summary>A column that plays no part in predictions may be absent from the test file.</summary>
    [Fact]
    public void Columns_of_one_file_alone_are_not_compared()
    {
        using var run = new TestRun("""
            version: 1
            task: binary_classification
            data: { source: train.csv, test: test.csv, label: y }
            model: { predictions: { prediction: x } }
            explain: false
            conditions:
              - { metric: accuracy, min: 0.1 }
            """, ("train.csv", "x,y,more\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},{i % 2},{i}\n"))),
            ("test.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},{i / 50}\n"))));
        // What is left is the label, which tells no row from another.
        Assert.Null(run.Execute().Data.Repetition!.TestRowsInTraining);
    }

    [Fact]
    public void Rows_of_the_same_values_have_the_same_hash_in_any_table()
    {
        Table one = new([new NumericColumn("x", [1, 0.0, double.NaN], missing: [false, false, true]), new CategoryColumn("c", [0, 1, -1],
            ["a", "b"])]);
        Table other = new([new CategoryColumn("c", [-1, 0, 1], ["b", "a"]), new NumericColumn("x", [double.NaN, -0.0, 1],
            ColumnType.Integer, [true, false, false])]);
        ulong[] left = RowHashes.Of(one, ["x", "c"]), right = RowHashes.Of(other, ["x", "c"]);
        Assert.Equal(left, right.Reverse());
        Assert.Equal(3, left.Distinct().Count());
        Assert.NotEqual(left, RowHashes.Of(one, ["x"]));
    }

    [Fact]
    public void Counts_of_hashes_are_those_of_a_dictionary()
    {
        var random = new Random(7);
        ulong[] some = [.. Enumerable.Range(0, 5000).Select(_ => (ulong)random.Next(1, 3000))];
        ulong[] asked = [.. Enumerable.Range(0, 1000).Select(_ => (ulong)random.Next(1, 6000))];
        some = Array.ConvertAll(some, Spread);
        asked = Array.ConvertAll(asked, Spread);
        ILookup<ulong, ulong> groups = some.ToLookup(hash => hash), others = asked.ToLookup(hash => hash);
        Assert.Equal(new HashMatches(groups.Count, groups.Max(group => group.Count()), some.Count(others.Contains),
            others.Where(group => group.Count() > 1).Sum(group => group.Count())), HashMatches.Of(some, asked));
        Assert.Equal(new HashMatches(0, 0, 0, 0), HashMatches.Of([], []));
    }

    private static ulong Spread(ulong number) => number * 0x9E3779B97F4A7C15;

    private sealed class Silence : Gate.Evaluation.Inputs.IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(ReadProgress progress)
        {
        }
    }
}
