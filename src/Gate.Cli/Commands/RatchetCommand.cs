using System.CommandLine;
using System.Globalization;
using System.Text;
using Gate.Ci.Terminal;
using Gate.Cli.Tracking;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Reporting.Output;
using Gate.Tracking;
using Gate.Tracking.Ratcheting;

namespace Gate.Cli.Commands;

/// <summary><c>gate ratchet [policy]</c>: proposes tighter bounds that the runs of a policy support, never looser ones, as a
/// patch.</summary>
internal static class RatchetCommand
{
    private const int MostRuns = 1000;

    private static readonly Argument<string> PolicyArgument = new("policy") { Description = "The policy file.",
        DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<double> Chance = new("--chance") { Description = "The chance that the next run, if it is like those "
        + "before, misses a new bound.", DefaultValueFactory = _ => 0.1 };
    private static readonly Option<bool> Write = new("--write") { Description = "Writes the policy; else the patch is printed." };
    private static readonly Option<string?> Store = new("--store") { Description = "Where the runs are: a folder, or a server.",
        HelpName = "place" };

    public static Command Create()
    {
        var command = new Command("ratchet", "Proposes tighter bounds that the runs of a policy support, as a patch.")
            { PolicyArgument, Chance, Write, Store };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => RunAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        double chance = parsed.GetValue(Chance);
        if (chance is not (>= 0.001 and < 1)) throw new UsageException("--chance is a share from 0.001 to below 1");
        string path = parsed.GetValue(PolicyArgument)!;
        RunInputs inputs = PolicyFile.Inputs(path, [], DateOnly.MinValue, 0, memory: 0);
        ITrackingStore store = TrackingPlace.Open(parsed.GetValue(Store), session.Environment);
        using var closing = store as IDisposable;
        IReadOnlyList<IRun> runs = Ratchet.Usable(await RunsAsync(store, inputs.Policy, cancel));
        if (runs.Count < Ratchet.Needed(chance))
        {
            session.Out.WriteLine($"{NumberText.Count(runs.Count)} runs of {inputs.Policy.Name} in {store.Place} passed on test rows of "
                + $"their own; {NumberText.Count(Ratchet.Needed(chance))} are needed for a chance of {NumberText.Percent(chance)}.");
            return ExitCodes.Pass;
        }
        ConditionSpec[] judged = [.. inputs.Policy.Conditions.Where(condition => condition.Level != Level.Inform)];
        IReadOnlyList<RatchetStep> steps = Ratchet.Propose([.. judged.Select(condition => new RatchetBound(condition.Id, condition.Min,
            condition.Max, condition.DecideOn == DecideOn.Interval))], runs, chance);
        string before = Encoding.UTF8.GetString(inputs.PolicyBytes), after = before;
        foreach (RatchetStep step in steps) after = Apply(session, after, judged.First(condition => condition.Id == step.Id), step);
        if (parsed.GetValue(Write) && after != before)
        {
            WholeFile.Write(path, after);
            session.Error.WriteLine($"{path} written");
        }
        else foreach (string line in PolicyPatch.Diff(path.Replace('\\', '/'), before, after).TrimEnd('\n').Split('\n'))
                session.Out.WriteLine(line.Length == 0 ? "No bound can be tighter." : line);
        return ExitCodes.Pass;
    }

    private static string Apply(Session session, string text, ConditionSpec condition, RatchetStep step)
    {
        Mark at = condition.Marks.GetValueOrDefault(step.Key, condition.At);
        string? changed = at.File is not null ? null
            : PolicyPatch.Apply(text, new(at.Line, at.Column, step.Key, Ratchet.Text(step.Proposed)));
        session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Id}: {step.Key} {NumberText.Exact(step.Now)} could be "
            + $"{Ratchet.Text(step.Proposed)}, the worst of {step.Runs} runs; if the next run is like them it misses that with a chance of "
            + $"1 in {step.Runs + 1}{(changed is null ? $" (its line{Of(at)} could not be changed; change it by hand)" : "")}"));
        return changed ?? text;
    }

    private static string Of(Mark at) => at.File is { } file ? $" of {PlainText.OneLine(file)}" : "";

    private static async Task<IReadOnlyList<IRun>> RunsAsync(ITrackingStore store, PolicyDocument policy, CancellationToken cancel)
    {
        string name = policy.Tracking?.Experiment ?? policy.Name;
        Experiment? experiment = (await store.ExperimentsAsync(cancel)).FirstOrDefault(one => one.Name == name);
        return experiment is null ? [] : (await store.SearchAsync(new([experiment.Id]) { MaxResults = MostRuns }, cancel)).Runs;
    }
}
