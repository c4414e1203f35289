using System.Globalization;
using Gate.Data.Randomness;
using Gate.Wording;

namespace Gate.Data;

/// <summary>Splits rows into a training and a test part: seeded, stratified, the same on every machine.</summary>
public static class Splitter
{
    /// <summary>A random split. Each stratum gives the same share to the test part, up to one row (largest remainders).</summary>
    /// <remarks>
    /// The test part has round(share × rows) rows (halves up). Every stratum gives the whole part of its share; the rows that
    /// are left over go to the strata with the largest remainders, the earlier stratum first. Strata are in order of first
    /// occurrence; each is shuffled with its own generator (<see cref="SplitMix64.Derive"/> of the seed and the stratum's number), and its
    /// first rows go to the test part. Missing values form strata like any other value.
    /// </remarks>
    /// <param name="table">The rows to split.</param>
    /// <param name="test">The share of the test part, above 0 and below 1.</param>
    /// <param name="seed">The seed; the same seed and table give the same rows on every machine.</param>
    /// <param name="stratify">Columns whose combinations of values are the strata; empty for none.</param>
    /// <returns>Row numbers of both parts, each ascending.</returns>
    /// <exception cref="DataException">A part would be empty, or a column does not exist.</exception>
    public static RowSplit Random(Table table, double test, ulong seed, IReadOnlyList<string> stratify)
    {
        if (!(test > 0 && test < 1))
            throw new DataException($"the test share must lie between 0 and 1, not at {test.ToString("R", CultureInfo.InvariantCulture)}");
        int rows = table.RowCount, testRows = (int)Math.Floor(test * rows + 0.5);
        if (testRows == 0 || testRows == rows)
            throw new DataException($"a test share of {test.ToString("R", CultureInfo.InvariantCulture)} of {rows} rows leaves the "
                + $"{(testRows == 0 ? "test" : "training")} part empty; use more rows or another share");
        List<int[]> strata = Strata([.. stratify.Select(name => table[name].ToCategories())], rows);
        int[] counts = LargestRemainders([.. strata.Select(stratum => stratum.Length)], test, testRows);
        var inTest = new bool[rows];
        for (int i = 0; i < strata.Count; i++)
        {
            new SplitMix64(SplitMix64.Derive(seed, (ulong)i)).Shuffle(strata[i].AsSpan());
            foreach (int row in strata[i].AsSpan(0, counts[i])) inTest[row] = true;
        }
        return Parts(inTest);
    }

    /// <summary>The split that a column says row by row with the texts <c>train</c> and <c>test</c> (also <c>0</c>/<c>1</c> or booleans: 1
    /// and true mean test).</summary>
    /// <param name="table">The rows to split.</param>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="DataException">The column does not exist, holds other texts or missing values, or a part would be
    /// empty.</exception>
    public static RowSplit ByColumn(Table table, string column)
    {
        CategoryColumn marks = table[column].ToCategories();
        bool?[] isTest = Array.ConvertAll(marks.Categories, Meaning);
        var inTest = new bool[table.RowCount];
        for (int row = 0; row < inTest.Length; row++)
        {
            int code = marks.Codes[row];
            inTest[row] = (code < 0 ? null : isTest[code])
                ?? throw new DataException($"the split column '{column}' must say train or test in every row, but row {row + 1} "
                    + $"{(code < 0 ? "is missing" : $"says '{Shown.Of(marks.Categories[code])}'")}");
        }
        RowSplit split = Parts(inTest);
        if (split.Train.Length == 0 || split.Test.Length == 0)
            throw new DataException(
                $"the split column '{column}' puts all {table.RowCount} rows in the {(split.Test.Length == 0 ? "training" : "test")} part");
        return split;
    }

    private static bool? Meaning(string mark) => mark.ToLowerInvariant() switch
    {
        "test" or "1" or "true" => true,
        "train" or "0" or "false" => false,
        _ => null,
    };

    private static List<int[]> Strata(CategoryColumn[] columns, int rows)
    {
        // Columns are folded in one by one; after each, the strata so far are numbered by first occurrence.
        var stratum = new int[rows];
        int count = 1;
        foreach (CategoryColumn column in columns)
        {
            var numbers = new Dictionary<(int Stratum, int Code), int>();
            for (int row = 0; row < rows; row++)
            {
                (int, int) key = (stratum[row], column.Codes[row]);
                if (!numbers.TryGetValue(key, out int number)) numbers[key] = number = numbers.Count;
                stratum[row] = number;
            }
            count = numbers.Count;
        }
        var members = new List<int>[count];
        for (int i = 0; i < count; i++) members[i] = [];
        for (int row = 0; row < rows; row++) members[stratum[row]].Add(row);
        return [.. members.Select(member => member.ToArray())];
    }

    private static int[] LargestRemainders(int[] sizes, double share, int total)
    {
        var counts = new int[sizes.Length];
        var remainders = new double[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            counts[i] = (int)Math.Floor(share * sizes[i]);
            remainders[i] = share * sizes[i] - counts[i];
        }
        int left = total - counts.Sum();
        foreach (int i in Enumerable.Range(0, sizes.Length).OrderByDescending(i => remainders[i]).Where(i => counts[i] < sizes[i])
            .Take(left)) counts[i]++;
        return counts;
    }

    private static RowSplit Parts(bool[] inTest)
    {
        int[] all = [.. Enumerable.Range(0, inTest.Length)];
        return new RowSplit([.. all.Where(row => !inTest[row])], [.. all.Where(row => inTest[row])]);
    }
}

/// <summary>Row numbers of the training and the test part, each ascending.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Test">Rows to measure on.</param>
public sealed record RowSplit(int[] Train, int[] Test);
