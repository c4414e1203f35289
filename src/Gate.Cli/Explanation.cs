using Gate.Ci.Terminal;
using Gate.Evaluation.Results;
using Gate.Metrics.Catalogue;
using Gate.Metrics.Disparities;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Cli;

/// <summary>A condition and its metric in words.</summary>
internal static class Explanation
{
    /// <summary>The lines that explain.</summary>
    /// <param name="finding">What was found, or null.</param>
    /// <param name="policy">The policy that asked for it, or null.</param>
    /// <param name="word">The metric as policies write it, or null.</param>
    /// <param name="width">The width of the terminal; 0 for any.</param>
    public static IEnumerable<string> Of(Finding? finding, string? policy, MetricWord? word, int width)
    {
        IEnumerable<(string Text, int Indent)> lines = [.. finding is null ? [] : OfFinding(finding, policy!),
            .. word is null ? [] : OfMetric(word)];
        return lines.SelectMany(line => AlignedText.Wrapped(PlainText.OneLine(line.Text), width, line.Indent));
    }

    private static IEnumerable<(string, int)> OfFinding(Finding finding, string policy)
    {
        yield return ($"{finding.Id}: {finding.Verdict.Word()} ({finding.File ?? policy}:{finding.Line})", 0);
        yield return (finding.Sentence, 2);
        if (finding.Why is { } why) yield return ($"Why it is asked: {why}", 2);
        yield return (finding.DecideOn == "point" ? "The estimate alone decides, as the policy says."
            : "The whole interval decides: inside the bound it passes, outside it fails, on both sides it is inconclusive.", 2);
        if (finding.Interval is { } interval)
            yield return ($"The {NumberText.Percent(interval.Confidence)} interval is made by {interval.Method}; docs/metrics/intervals.md "
                + "says how.", 2);
        if (finding.WouldSettle is { } settles) yield return ($"What would settle it: {Settling(settles)}", 2);
        yield return ("", 0);
    }

    private static string Settling(SettlingFact fact)
    {
        string now = $"now {NumberText.Count(fact.Present)}";
        return fact.Rows is not { } rows
            ? $"more than {NumberText.Count(fact.Looked)} rows ({now}) at the values measured; another bound or another model, rather."
            : $"about {NumberText.Count(rows)} rows{(fact.Group is null ? " in all" : $" of {fact.Group}")} ({now}) at the values "
                + $"measured; it would then {(fact.Outcome == Outcome.Satisfied ? "pass" : "fail")}.";
    }

    private static IEnumerable<(string, int)> OfMetric(MetricWord word)
    {
        yield return ($"{word.Name}: {word.Description}", 0);
        if (word.Aliases.Count > 0) yield return ($"Also called {string.Join(", ", word.Aliases)}.", 2);
        yield return (word.HigherIsBetter switch
        {
            true => "Larger is better: bound it with min.",
            false => "Smaller is better: bound it with max.",
            null => "Neither larger nor smaller is better: compare groups, or bound it on both sides.",
        }, 2);
        (double Low, double High)? range = MetricCatalogue.Find(word.Name)?.Range ?? DisparityCatalogue.Find(word.Name)?.Range;
        if (range is { } own) yield return ($"From {End(own.Low)} to {End(own.High)}.", 2);
        string? undefined = MetricCatalogue.Find(word.Name)?.UndefinedWhen ?? DisparityCatalogue.Find(word.Name)?.UndefinedWhen;
        if (!string.IsNullOrEmpty(undefined)) yield return ($"Undefined when: {undefined}.", 2);
        foreach (ParameterWord parameter in word.Parameters)
            yield return ($"Parameter {parameter.Name}: {parameter.Description}", 2);
        yield return ($"Tasks: {string.Join(", ", word.Tasks.Select(task => Words(task)))}.", 2);
        string? source = MetricCatalogue.Find(word.Name)?.Source ?? DisparityCatalogue.Find(word.Name)?.Source;
        if (source is not null) yield return ($"Source: {source}.", 2);
    }

    private static string Words(PolicyTask task) => task switch
    {
        PolicyTask.BinaryClassification => "binary classification",
        PolicyTask.MulticlassClassification => "multiclass classification",
        _ => "regression",
    };

    private static string End(double end) =>
        double.IsInfinity(end) ? (end > 0 ? "any number" : "any number below 0") : NumberText.Exact(end);
}
