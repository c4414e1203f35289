namespace Gate.Tests.Evaluation.Misreadings;

/// <summary>A favourable class that nobody stated is told; what needs no word is not.</summary>
public sealed class PositiveReadingTests
{
    private static IReadOnlyList<string> Notes(string task, string negative, string positive, string stated = "")
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 17},{(i * 7 % 10 < 5 ? positive : negative)}\n"));
        using TestRun run = new($$"""
            version: 1
            name: positive
            task: {{task}}
            data: { source: d.csv, label: deny, split: { test: 0.5 }{{stated}} }
            model: { train: { algorithm: decision_tree } }
            explain: false
            conditions: [{ metric: {{(task == "regression" ? "r2" : "accuracy")}}, level: inform }]
            report_only: true
            """, ("d.csv", "x,deny\n" + rows));
        return run.Execute().Notes;
    }

    [Theory]
    [InlineData("no", "yes")]
    [InlineData("false", "true")]
    public void A_class_that_is_taken_because_it_says_so_itself_is_told(string negative, string positive) =>
        Assert.Contains($"The policy does not say which class of 'deny' is the favourable outcome; '{positive}' is taken, and groups are "
            + $"compared by it. If that is right, write 'positive: \"{positive}\"' in data; else 'positive: \"{negative}\"'.",
            Notes("binary_classification", negative, positive));

    [Theory]
    [InlineData("binary_classification", "0", "1", "")]
    [InlineData("binary_classification", "no", "yes", ", positive: \"no\"")]
    [InlineData("multiclass_classification", "no", "yes", "")]
    [InlineData("regression", "0", "1", "")]
    public void What_is_stated_or_needs_no_word_is_not_told(string task, string negative, string positive, string stated) =>
        Assert.DoesNotContain(Notes(task, negative, positive, stated), note => note.Contains("favourable", StringComparison.Ordinal));
}
