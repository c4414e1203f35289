using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gate.Ci;
using Gate.Ci.Terminal;
using Gate.Cli.Tracking;
using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Export;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Reporting.Markdown;
using Gate.Reporting.Output;
using Gate.Tracking;
using Gate.Tracking.Logging;

namespace Gate.Cli.Commands;

/// <summary><c>gate retrain [policy]</c>: trains a challenger on the newest data, judges it against the champion on the same rows, and
/// registers it; the champion stays unless the verdict moves the alias. The same data and policy are judged once.</summary>
internal static class RetrainCommand
{
    private const string KeyTag = "retrain_key";

    private static readonly Argument<string> PolicyArgument = new("policy") { Description = "The policy file, with 'register' and, as a "
        + "rule, 'baseline: { mlflow: \"models:/NAME@ALIAS\" }'.", DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<string[]> Set = CommonOptions.Set(".");
    private static readonly Option<string> Output = new("--output", "-o") { Description = "Where the report and the evidence go.",
        HelpName = "directory", DefaultValueFactory = _ => "gate-output" };
    private static readonly Option<int> Threads = CommonOptions.Threads("The result is");
    private static readonly Option<string?> Day = new("--date") { Description = "The day that {{ date }}, {{ year }}, {{ month }} and "
        + "{{ day }} in data.source stand for; today (UTC) by default.", HelpName = "year-month-day" };
    private static readonly Option<bool> Newest = new("--newest") { Description = "Of each glob in data.source reads the last file by name "
        + "alone." };
    private static readonly Option<bool> First = new("--first") { Description = "There is no champion yet: the challenger is compared with "
        + "itself, so that bounds on the change say nothing." };
    private static readonly Option<bool> Again = new("--again") { Description = "Judges again what was judged already." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Judges, and neither keeps nor registers anything." };

    public static Command Create()
    {
        var command = new Command("retrain", "Trains a challenger on the newest data, judges it against the champion, and promotes it if "
            + "it passes.") { PolicyArgument, Set, Output, Threads, CommonOptions.Timeout, CommonOptions.Memory,
                CommonOptions.AllowHost, CommonOptions.AllowCommands, Day,
                Newest, First, Again, DryRun };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => RunAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        string output = OutputDirectory.Require(parsed.GetValue(Output)!);
        RunInputs inputs = Inputs(parsed, started);
        bool first = parsed.GetValue(First);
        if (first) inputs = await WithoutChampionAsync(inputs, session, cancel);
        using RunTracking tracking = await RunTracking.OpenAsync(inputs, session, cancel);
        inputs = tracking.Inputs;
        string key = Key(inputs);
        if (!parsed.GetValue(Again) && await JudgedAsync(tracking, key, cancel) is { } earlier)
        {
            session.Out.WriteLine($"Nothing to do: run {earlier.Info.Id} judged this policy on these data already, with the verdict "
                + $"{earlier.Tag(RunTags.Verdict)}. --again judges once more.");
            return ExitCodes.Of(Enum.TryParse(earlier.Tag(RunTags.Verdict), ignoreCase: true, out Verdict word) ? word : Verdict.Fail);
        }
        string[] formats = OutputDirectory.ParseFormats("html,json,md,junit");
        OutputDirectory.Clear(output);
        var clock = Stopwatch.StartNew();
        (GateResult result, OperationalFacts costs, TrainedModel? model) = await ConsoleProgress.ShowAsync(session.Error,
            session.Interactive(Console.IsErrorRedirected), progress => GateRun.ExecuteAsync(inputs, tracking.Watch(progress), cancel));
        result = result with { Run = session.Facts(started, clock.Elapsed) with { Operational = costs } };
        OutputPaths written = OutputDirectory.Write(output, result, formats, PolicyFile.Template(inputs));
        FindingsTable.Write(result, session.Out, session.Interactive(Console.IsOutputRedirected), session.Width);
        foreach (string line in Enough(result)) session.Out.WriteLine(line);
        if (parsed.GetValue(DryRun)) session.Error.WriteLine("a dry run: nothing was kept or registered");
        else await tracking.KeepAsync(result, model, started, written.All, [new(KeyTag, key)], session, cancel);
        await session.PublishAsync(result, () => new Publication(MarkdownSummary.Sections(result), written.Html, written.Json), cancel);
        return ExitCodes.Of(result.Verdict);
    }

    private static RunInputs Inputs(ParseResult parsed, DateTimeOffset now)
    {
        (string path, string[] set, int threads) = (parsed.GetValue(PolicyArgument)!, parsed.GetValue(Set)!, parsed.GetValue(Threads));
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime), day = today;
        if (parsed.GetValue(Day) is { } given
            && !DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            throw new UsageException($"--date takes a day such as 2027-01-31, and not '{given}'");
        long memory = CommonOptions.MemoryOf(parsed);
        RunInputs inputs = PolicyFile.Inputs(path, set, today, threads, memory);
        if (NewestData.Source(inputs, day, parsed.GetValue(Newest)) is { } source)
            inputs = PolicyFile.Inputs(path, [.. set, source], today, threads, memory);
        TrainingRun.Require(inputs);
        inputs = inputs with { Remote = CommonOptions.RemoteOf(parsed) };
        return inputs.Policy.Register?.Alias is not null ? inputs : throw new PolicyException(path, [new(new(1, 1), "register",
            "register: is missing or has no alias; a retrained model needs a place: 'register: { name: credit, alias: champion }'")]);
    }

    /// <summary>The inputs where no version has the alias yet: the challenger itself is what it is compared with.</summary>
    private static async Task<RunInputs> WithoutChampionAsync(RunInputs inputs, Session session, CancellationToken cancel)
    {
        RegisterSpec register = inputs.Policy.Register!;
        ITrackingStore store = TrackingPlace.Open(null, session.Environment);
        using var closing = store as IDisposable;
        if (await store.Registry.FindAliasAsync(register.Name, register.Alias!, cancel) is { } champion)
            throw new UsageException(
                $"--first: {register.Alias} of {register.Name} names version {champion.Version} already; leave it out");
        return inputs.Policy.Baseline is null ? inputs : inputs with { Policy = inputs.Policy with { Baseline = inputs.Policy.Model } };
    }

    /// <summary>What tells one occasion from another: the policy, what replaced its keys, and every file that is read.</summary>
    private static string Key(RunInputs inputs) => Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n',
        [Digest.Of(inputs.PolicyBytes), .. inputs.Policy.Extended.Select(extended => Digest.Of(extended.Bytes)), .. inputs.Overrides,
            .. InputDigests.Of(inputs)])));

    private static async Task<IRun?> JudgedAsync(RunTracking tracking, string key, CancellationToken cancel)
    {
        Experiment? experiment = (await tracking.Store.ExperimentsAsync(cancel)).FirstOrDefault(one => one.Name == tracking.Experiment);
        if (experiment is null) return null;
        RunPage page = await tracking.Store.SearchAsync(new([experiment.Id])
            { Filter = $"tags.{KeyTag} = '{key}' and attributes.status = 'FINISHED'", MaxResults = 1 }, cancel);
        return page.Runs is [{ } run, ..] ? run : null;
    }

    /// <summary>How many rows would decide what is open; without them the champion stays.</summary>
    private static IEnumerable<string> Enough(GateResult result) => result.Findings.Where(finding => finding.WouldSettle?.Rows is not null)
        .Select(finding => $"{finding.Id} needs about {NumberText.Count(finding.WouldSettle!.Rows!.Value)} rows"
            + $"{(finding.WouldSettle.Group is { } group ? $" of {PlainText.OneLine(group)}" : "")}, and has "
            + $"{NumberText.Count(finding.WouldSettle.Present)}.");
}
