using System.CommandLine;
using System.Globalization;
using Gate.Ci.Terminal;
using Gate.Cli.Tracking;
using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Evaluation.Verifying;

namespace Gate.Cli.Commands;

/// <summary><c>gate verify [result]</c>: whether a result is that of its policy, data and model, by their digests and by running again; and
/// whether it does for a release.</summary>
internal static class VerifyCommand
{
    private const int MostDifferences = 10;

    private static readonly Argument<string> Result = new("result") { Description = "A result.json, or the directory that it is in.",
        DefaultValueFactory = _ => "gate-output" };
    private static readonly Option<string?> PolicyOption = new("--policy") { Description = "The policy; the one that the result names by "
        + "default.", HelpName = "file" };
    private static readonly Option<string?> BasePolicy = new("--base-policy") { Description = "The policy that judged, where that was the "
        + "base branch's.", HelpName = "file" };
    private static readonly Option<bool> DigestsOnly = new("--digests-only") { Description = "Compares digests and does not run again." };
    private static readonly Option<string?> Require = new("--require") { Description = "The gravest verdict that does: pass or warn.",
        HelpName = "pass|warn" };
    private static readonly Option<string?> MaxAge = new("--max-age") { Description = "How old it may be: 7d, 12h, 30m.",
        HelpName = "age" };
    private static readonly Option<string[]> Subject = new("--subject") { Description = "The file that is released: has to be the model "
        + "that was judged. May be repeated.", HelpName = "file", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> History = new("--history") { Description = "The earlier results, where the run was given some.",
        HelpName = "path" };
    private static readonly Option<int> Threads = CommonOptions.Threads("The result is");

    public static Command Create()
    {
        Require.AcceptOnlyFromAmong("pass", "warn");
        var command = new Command("verify", "Holds a result against its policy, data and model, runs it again and compares byte by byte; "
            + "and against what a release asks.")
            { Result, PolicyOption, BasePolicy, DigestsOnly, Require, MaxAge, Subject, History, Threads, CommonOptions.Timeout,
                CommonOptions.Memory, CommonOptions.AllowHost, CommonOptions.AllowCommands };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => VerifyAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> VerifyAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string file = ResultFile.Find(parsed.GetValue(Result)!);
        byte[] bytes = await File.ReadAllBytesAsync(file, cancel);
        GateResult result = ResultFile.Read(file);
        bool sound = true;
        void Tell(bool isRight, string text)
        {
            sound &= isRight;
            session.Out.WriteLine($"{(isRight ? "ok" : "no")}  {PlainText.OneLine(text)}");
        }

        foreach (string refusal in Terms(parsed).Refusals(result, TimeProvider.System.GetUtcNow())) Tell(false, refusal);
        (string policy, string? proposed) = Policies(parsed, result);
        VerifiedInput[] inputs = [.. VerifiedInput.Of(result, policy, proposed,
            new GitFiles(Path.GetDirectoryName(Path.GetFullPath(proposed ?? policy))!))];
        foreach (VerifiedInput input in inputs) Tell(!input.Differs, Text(input));
        if (parsed.GetValue(DigestsOnly)) return End(session, sound, "the digests agree; it was not run again");
        if (inputs.Any(input => input.Differs)) return End(session, false, "");
        if (Hindrance(parsed, result) is { } hindrance) Tell(false, hindrance);
        else
        {
            GateResult again = await RunAsync(session, parsed, result, policy, proposed, cancel);
            IReadOnlyList<string> differences =
                ResultDifferences.Of(bytes, ResultJson.Utf8(again with { Run = result.Run }), MostDifferences);
            foreach (string difference in differences) Tell(false, difference);
            if (differences.Count == 0) Tell(true, "run again: the same byte for byte, but time and host, which nothing can prove");
        }
        return End(session, sound, "the result is that of its policy, data and model");
    }

    // Why another run could not be compared, or null.
    private static string? Hindrance(ParseResult parsed, GateResult result) =>
        result.Provenance.Gate != GateVersion.Text
            ? $"it was made by Gate {result.Provenance.Gate}, and this is {GateVersion.Text}: run that one, or --digests-only"
        : result.History is not null && parsed.GetValue(History) is null
            ? "it counts earlier results; name them with --history, or take --digests-only" : null;

    private static async Task<GateResult> RunAsync(Session session, ParseResult parsed, GateResult result, string policy, string? proposed,
        CancellationToken cancel)
    {
        DateTimeOffset made = DateTimeOffset.TryParse(result.Run?.Started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset started) ? started : TimeProvider.System.GetUtcNow();
        RunInputs own = PolicyFile.Inputs(proposed ?? policy, result.Policy.Overrides, DateOnly.FromDateTime(made.UtcDateTime),
            parsed.GetValue(Threads), CommonOptions.MemoryOf(parsed)) with
            { History = parsed.GetValue(History) is { } path ? ResultHistory.Read(path) : null, Remote = CommonOptions.RemoteOf(parsed) };
        using var models = new VerifiedModels(result, session);
        RunInputs judging = await models.BringAsync(proposed is null ? own : PolicyFile.Holding(own, policy,
            parsed.GetValue(BasePolicy) is null ? result.Policy.Commit : null), cancel);
        if (proposed is not null) own = await models.BringBesideAsync(own, cancel);
        Task<RunOutcome> Execute(IRunProgress progress) => proposed is null ? GateRun.ExecuteAsync(judging, progress, cancel)
            : ProposedRun.ExecuteAsync(judging, own, progress, progress, cancel);
        return (await ConsoleProgress.ShowAsync(session.Error, session.Interactive(Console.IsErrorRedirected), Execute)).Result;
    }

    // The policy that judged, and the one whose candidate it was.
    private static (string Policy, string? Proposed) Policies(ParseResult parsed, GateResult result) =>
        result.PolicyChange is not { } change
        ? (parsed.GetValue(PolicyOption) ?? result.Policy.Path, null)
        : (parsed.GetValue(BasePolicy) ?? result.Policy.Path, parsed.GetValue(PolicyOption) ?? change.Proposed);

    private static ReleaseTerms Terms(ParseResult parsed) => new()
    {
        Require = parsed.GetValue(Require) switch { "pass" => Verdict.Pass, "warn" => Verdict.Warn, _ => null },
        MaxAge = parsed.GetValue(MaxAge) is { } age ? AgeOf(age) : null,
        Subjects = [.. parsed.GetValue(Subject)!.Select(subject => File.Exists(subject)
            ? KeyValuePair.Create(subject, Digest.OfFile(subject)) : throw new UsageException($"--subject: there is no file {subject}"))],
    };

    private static TimeSpan AgeOf(string text)
    {
        bool isNumber = text.Length > 1 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        double number = isNumber ? double.Parse(text[..^1], CultureInfo.InvariantCulture) : 0;
        return (isNumber, text[^1]) switch
        {
            (true, 'd') when number <= 36_500 => TimeSpan.FromDays(number),
            (true, 'h') when number <= 876_000 => TimeSpan.FromHours(number),
            (true, 'm') when number <= 52_560_000 => TimeSpan.FromMinutes(number),
            _ => throw new UsageException($"--max-age takes a number of days, hours or minutes, such as 7d, 12h, 30m, and not '{text}'"),
        };
    }

    private static string Text(VerifiedInput input) => input switch
    {
        { IsFile: false } => $"{input.Role} {input.Name}: no file; running again tells",
        { Differs: false } => $"{input.Role} {input.Name}: {input.Expected}",
        { Found: null } => $"{input.Role} {input.Name}: there is no such file; the result is bound to {input.Expected}",
        _ => $"{input.Role} {input.Name}: another file, {input.Found}; the result is bound to {input.Expected}",
    };

    private static int End(Session session, bool sound, string text)
    {
        session.Out.WriteLine(sound ? $"Verified: {text}." : "Not verified.");
        return sound ? ExitCodes.Pass : ExitCodes.Fail;
    }
}
