using System.CommandLine;
using Gate.Evaluation;

namespace Gate.Cli.Commands;

/// <summary><c>gate check [policy]</c>: validates a policy against its data's columns, without training.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> PolicyArgument = new("policy") { Description = "The policy file.", DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<string[]> Set = new("--set") { Description = "Replaces a key of the policy. May be repeated.", HelpName = "key=value", DefaultValueFactory = _ => [] };

    public static Command Create()
    {
        var command = new Command("check", "Validates a policy against the columns of its data, without training.") { PolicyArgument, Set };
        command.SetAction((parsed, _) => Task.FromResult(Session.Run(session => Check(session, parsed))));
        return command;
    }

    private static int Check(Session session, ParseResult parsed)
    {
        string path = parsed.GetValue(PolicyArgument)!;
        RunInputs inputs = PolicyFile.Inputs(path, parsed.GetValue(Set)!, DateOnly.MinValue, 0);
        PolicyCheck.Check(inputs);
        PolicyFile.Template(inputs);
        int count = inputs.Policy.Conditions.Count;
        session.Out.WriteLine($"{path} is valid: {count} condition{(count == 1 ? "" : "s")}, and every column that it names exists");
        return ExitCodes.Pass;
    }
}
