using System.CommandLine;
using Gate.Ci.Terminal;
using Gate.Evaluation;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Cli.Commands;

/// <summary><c>gate policy diff BEFORE AFTER</c>: whether a changed policy is tighter or looser than the one that holds.</summary>
internal static class PolicyCommand
{
    private static readonly Argument<string> Before = new("before")
        { Description = "The policy that holds, such as that of the base branch." };
    private static readonly Argument<string> After = new("after") { Description = "The policy that is to take its place." };
    private static readonly Option<string[]> Set = CommonOptions.Set(" that is to take its place.");
    private static readonly Option<string> FailOn = new("--fail-on") { Description = "Which changes give an exit code other than 0: looser "
        + "ones (1), or also undecidable ones (2), of the candidate apart.", DefaultValueFactory = _ => "never" };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints the changes as JSON." };

    public static Command Create()
    {
        FailOn.AcceptOnlyFromAmong("never", "looser", "undecidable");
        var diff = new Command("diff", "Compares two policies by what they mean: each change is tighter, looser, neutral or undecidable.")
            { Before, After, Set, FailOn, Json };
        diff.SetAction((parsed, _) => Session.RunAsync(session => Task.FromResult(Diff(session, parsed))));
        return new Command("policy", "Works on policies: 'gate policy diff' says what a change loosens.") { diff };
    }

    private static int Diff(Session session, ParseResult parsed)
    {
        PolicySource before = PolicyFile.Source(parsed.GetValue(Before)!, []),
            after = PolicyFile.Source(parsed.GetValue(After)!, parsed.GetValue(Set)!);
        IReadOnlyList<PolicyChange> changes = PolicyComparison.Of(before, after, Vocabulary.Current);
        if (parsed.GetValue(Json)) session.Out.WriteLine(PolicyChangesTable.Json(changes));
        else PolicyChangesTable.Write(changes, before.File, after.File, session.Out);
        bool Any(ChangeEffect effect) => changes.Any(change => change.Effect == effect && !change.IsOfCandidate);
        return parsed.GetValue(FailOn) switch
        {
            "never" => ExitCodes.Pass,
            _ when Any(ChangeEffect.Looser) => ExitCodes.Fail,
            "undecidable" when Any(ChangeEffect.Undecidable) => ExitCodes.Inconclusive,
            _ => ExitCodes.Pass,
        };
    }
}
