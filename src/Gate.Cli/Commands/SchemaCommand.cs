using System.CommandLine;
using Gate.Evaluation;
using Gate.Evaluation.Results;
using Gate.Policy;

namespace Gate.Cli.Commands;

/// <summary><c>gate schema</c>: prints the JSON Schema of policies or results, or the reference page of the policy language.</summary>
internal static class SchemaCommand
{
    private static readonly Argument<string> What =
        new("what") { Description = "policy, result, or reference (the policy language as Markdown).",
        DefaultValueFactory = _ => "policy" };

    public static Command Create()
    {
        What.AcceptOnlyFromAmong("policy", "result", "reference");
        var command = new Command("schema", "Prints the JSON Schema of policies (for editors) or of result.json.") { What };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(What) switch
            {
                "result" => ResultSchema.Write(),
                "reference" => PolicyReference.Write(Vocabulary.Current),
                _ => PolicySchema.Write(Vocabulary.Current),
            });
            return ExitCodes.Pass;
        });
        return command;
    }
}
