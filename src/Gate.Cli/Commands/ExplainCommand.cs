using System.CommandLine;
using Gate.Evaluation;
using Gate.Evaluation.Results;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Cli.Commands;

/// <summary><c>gate explain NAME</c>: what a condition found and what its metric means; or what any metric means.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Name = new("name")
        { Description = "The id of a condition of the result, or a metric.", HelpName = "name" };
    private static readonly Option<string> Result = new("--result") { Description = "The result.json whose conditions are meant, or the "
        + "directory that it is in.", HelpName = "path", DefaultValueFactory = _ => "gate-output" };

    public static Command Create()
    {
        Name.CompletionSources.Add(_ => Vocabulary.Current.Metrics.Select(word =>
            new System.CommandLine.Completions.CompletionItem(word.Name)));
        var command = new Command("explain", "Explains a condition: what was found, what its metric means, what would settle it.")
            { Name, Result };
        command.SetAction((parsed, _) => Session.RunAsync(session => Task.FromResult(Explain(session, parsed))));
        return command;
    }

    private static int Explain(Session session, ParseResult parsed)
    {
        string name = parsed.GetValue(Name)!;
        GateResult? result = ResultFile.IsThere(parsed.GetValue(Result)!) || parsed.GetResult(Result) is { Implicit: false }
            ? ResultFile.Read(parsed.GetValue(Result)!) : null;
        Finding? finding = result?.Findings.FirstOrDefault(own => own.Id == name);
        MetricWord? word = Vocabulary.Current.FindMetric(finding?.Metric ?? name);
        if (finding is null && word is null)
            throw new UsageException($"'{Shown.Of(name)}' is neither a condition of {(result is null ? "a result (there is none at "
                + $"{parsed.GetValue(Result)})" : result.Policy.Path)} nor a metric"
                + NearestName.Hint(name, [.. result?.Findings.Select(own => own.Id) ?? [],
                    .. Vocabulary.Current.Metrics.Select(metric => metric.Name)]));
        foreach (string line in Explanation.Of(finding, result?.Policy.Path, word, session.Width)) session.Out.WriteLine(line);
        return ExitCodes.Pass;
    }
}
