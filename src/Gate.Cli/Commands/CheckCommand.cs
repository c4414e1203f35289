using System.CommandLine;
using Gate.Ci.Terminal;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Planning;
using Gate.Evaluation.Proposals;

namespace Gate.Cli.Commands;

/// <summary><c>gate check [policy]</c>: validates a policy against its data, and says what the test rows can decide, without
/// training.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> PolicyArgument = new("policy") { Description = "The policy file.",
        DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<string[]> Set = CommonOptions.Set(".");
    private static readonly Option<bool> Strict =
        new("--strict") { Description = "Refuses bounds that the test rows cannot decide, whatever the model." };

    private static readonly Option<bool> Pin = new("--pin") { Description = "Only prints the digests of the files that are read, as the "
        + "block that pins them in the policy." };

    public static Command Create()
    {
        var command = new Command("check", "Validates a policy against its data and says what the test rows can decide, without training.")
            { PolicyArgument, Set, Strict, Pin, CommonOptions.Timeout, CommonOptions.Memory };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => CheckAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> CheckAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string path = parsed.GetValue(PolicyArgument)!;
        RunInputs inputs = PolicyFile.Inputs(path, parsed.GetValue(Set)!,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), 0, CommonOptions.MemoryOf(parsed));
        if (parsed.GetValue(Pin))
        {
            session.Out.Write(PinBlock.Write(PolicyCheck.Digests(inputs)));
            return ExitCodes.Pass;
        }
        PolicyCheck.Check(inputs);
        PolicyFile.Template(inputs);
        var notes = new List<string>();
        IReadOnlyList<PlanLine> lines = await ConsoleProgress.ShowAsync(session.Error, session.Interactive(Console.IsErrorRedirected),
            progress => Task.FromResult(PowerCheck.Plan(inputs, progress, cancel, notes.Add)));
        if (parsed.GetValue(Strict)) PowerCheck.Require(inputs, lines);
        int count = inputs.Policy.Conditions.Count;
        session.Out.WriteLine($"{path} is valid: {count} condition{(count == 1 ? "" : "s")}, and every column that it names exists");
        session.Out.WriteLine();
        session.Out.WriteLine("What the test rows can decide:");
        string[][] rows = [.. lines.Select(line => new[] { PlainText.OneLine(line.Id), PlainText.OneLine(line.Text) })];
        foreach (string line in AlignedText.Lines(rows)) session.Out.WriteLine($"  {line}");
        if (notes.Count > 0) session.Out.WriteLine();
        foreach (string note in notes) session.Out.WriteLine($"Note: {PlainText.OneLine(note)}");
        return ExitCodes.Pass;
    }
}
