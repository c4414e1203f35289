using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>Features that are the label, or that tell it without fail: a model that has them is not one that will have them.</summary>
internal static class LabelReadings
{
    private const int FewestRows = 30, FewestOfNearCopies = 100;

    /// <summary>The share of rows in which a column may miss the label and still be nearly a copy of it.</summary>
    private const double MostMissed = 0.01;

    /// <summary>The share of what the largest class alone would miss that it may miss.</summary>
    private const double MostOfGuess = 0.05;

    public static IEnumerable<Misreading> Of(UsedColumns used)
    {
        if (used.Rows.RowCount < FewestRows) yield break;
        Column label = used.Rows[used.Label];
        foreach (Column feature in used.Features)
        {
            string rows = $"in all {NumberText.Count(feature.Count)} rows that are looked at", name = Shown.Of(feature.Name);
            string remedy = $"leave it out with 'features: {{ exclude: [{name}] }}'";
            string tells = $"feature '{name}' alone tells the label", alone = $"{tells} without fail";
            if (IsCopy(feature, label))
                yield return new($"the feature '{name}' is a copy of the label '{Shown.Of(used.Label)}' {rows}, so a model is told what it "
                    + $"is asked; {remedy}.", true);
            else if (used.Classes is { } codes && Predicts(feature, codes))
                yield return used.Perfect == PerfectFeaturesSpec.Refuse
                    ? new($"the {alone} {rows}, and the policy says 'perfect_features: refuse'; {remedy}, or remove that key.", true)
                    : new($"The {alone} {rows}: if it is known only when the outcome is, {remedy}. 'perfect_features: refuse' in data "
                        + "makes this an error.", false);
            else if (used.Classes is { } classes && Missed(feature, classes) is { } missed)
                yield return new($"The {tells} in all but {NumberText.Count(missed)} of {NumberText.Count(feature.Count)} rows, as a copy "
                    + $"with few errors does: if it is known only when the outcome is, {remedy}.", false);
        }
    }

    /// <summary>Whether a column holds in every row what the label does.</summary>
    public static bool IsCopy(Column feature, Column label)
    {
        if (feature.MissingCount > 0) return false;
        if (feature is NumericColumn numbers && label is NumericColumn truth) return numbers.Values.AsSpan().SequenceEqual(truth.Values);
        CategoryColumn one = feature.ToCategories(), other = label.ToCategories();
        // Codes differ where one of the columns knows a category that no row here has.
        return Enumerable.Range(0, one.Count).All(row => other.Codes[row] >= 0
            && one.Categories[one.Codes[row]] == other.Categories[other.Codes[row]]);
    }

    private static bool Predicts(Column feature, int[] labels) => feature is CategoryColumn texts
        ? ByCategory(texts, labels) : ByRange((NumericColumn)feature, labels);

    /// <summary>Whether each category has rows of one class only. Where nearly every row has a category of its own, that says
    /// nothing.</summary>
    private static bool ByCategory(CategoryColumn column, int[] labels)
    {
        var of = new int[column.Categories.Length];
        Array.Fill(of, -1);
        int categories = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            int code = column.Codes[row];
            if (code < 0) return false;
            if (of[code] < 0) categories++;
            else if (of[code] != labels[row]) return false;
            of[code] = labels[row];
        }
        return categories * 4 <= labels.Length;
    }

    /// <summary>In how many rows the class that is most frequent with a column's value is not the label; null where it tells the label no
    /// better than a good feature may, or has too many values to be a copy.</summary>
    private static int? Missed(Column feature, int[] labels)
    {
        int classes = labels.Length == 0 ? 0 : labels.Max() + 1;
        if (labels.Length < FewestOfNearCopies || !HasFewValues(feature, 2 * classes)) return null;
        CategoryColumn values = feature.ToCategories();
        var rows = new int[values.Categories.Length + 1, classes];
        for (int row = 0; row < labels.Length; row++) rows[values.Codes[row] + 1, labels[row]]++;
        int Largest(Func<int, int> of) => Enumerable.Range(0, classes).Max(of);
        int missed = labels.Length - Enumerable.Range(0, values.Categories.Length + 1).Sum(value => Largest(k => rows[value, k]));
        int guessed = labels.Length - Largest(k => labels.Count(label => label == k));
        return missed <= MostMissed * labels.Length && missed <= MostOfGuess * guessed ? missed : null;
    }

    private static bool HasFewValues(Column column, int most)
    {
        if (column is CategoryColumn { Categories.Length: var categories }) return categories <= most;
        var seen = new HashSet<double>();
        foreach (double value in ((NumericColumn)column).Values)
            if (seen.Add(value) && seen.Count > most) return false;
        return true;
    }

    /// <summary>Whether the numbers of each class lie in a range of their own.</summary>
    private static bool ByRange(NumericColumn column, int[] labels)
    {
        if (column.MissingCount > 0) return false;
        var ranges = new Dictionary<int, (double Low, double High)>();
        for (int row = 0; row < labels.Length; row++)
        {
            double value = column.Values[row];
            ranges[labels[row]] = ranges.TryGetValue(labels[row], out var range)
                ? (Math.Min(range.Low, value), Math.Max(range.High, value)) : (value, value);
        }
        (double Low, double High)[] sorted = [.. ranges.Values.OrderBy(range => range.Low)];
        return sorted.Length > 1 && Enumerable.Range(1, sorted.Length - 1).All(i => sorted[i].Low > sorted[i - 1].High);
    }
}
