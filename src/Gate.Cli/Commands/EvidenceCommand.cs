using System.CommandLine;
using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Evidence;
using Gate.Reporting.Output;

namespace Gate.Cli.Commands;

/// <summary><c>gate evidence [result]</c>: the verdict as an in-toto statement, to be signed by who attests.</summary>
internal static class EvidenceCommand
{
    private static readonly Argument<string> Result = new("result") { Description = "A result.json, or the directory that it is in.",
        DefaultValueFactory = _ => "gate-output" };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The file to write; standard output by default.",
        HelpName = "file" };
    private static readonly Option<bool> Predicate = new("--predicate") { Description = "The predicate alone, as attesting actions take "
        + $"it; its type is {InTotoStatement.PredicateType}." };

    public static Command Create()
    {
        var command = new Command("evidence", "Writes the verdict as an in-toto statement: digests of model, data and policy, and what was "
            + "found.") { Result, Output, Predicate };
        command.SetAction((parsed, _) => Session.RunAsync(session =>
        {
            GateResult result = ResultFile.Read(parsed.GetValue(Result)!);
            string text = parsed.GetValue(Predicate) ? InTotoStatement.Predicate(result) : InTotoStatement.Write(result);
            if (parsed.GetValue(Output) is { } file) WholeFile.WriteAll([(file, Encoding.UTF8.GetBytes(text))]);
            else session.Out.WriteLine(text.TrimEnd());
            return Task.FromResult(ExitCodes.Pass);
        }));
        return command;
    }
}
