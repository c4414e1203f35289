using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gate.Ci;
using Gate.Ci.Terminal;
using Gate.Cli.Tracking;
using Gate.Evaluation;
using Gate.Evaluation.Export;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Reporting.Output;

namespace Gate.Cli.Commands;

/// <summary><c>gate run [policy]</c>: runs a policy, prints the findings and the verdict, and writes the report and the evidence.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> PolicyArgument = new("policy") { Description = "The policy file.",
        DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<string[]> Set = CommonOptions.Set(": --set model.threshold=0.4.");
    private static readonly Option<string> Output = new("--output", "-o") { Description = "Where the report and the evidence go.",
        HelpName = "directory", DefaultValueFactory = _ => "gate-output" };
    private static readonly Option<string> Format = CommonOptions.Format("html,json,md,junit");
    private static readonly Option<string> FailOn =
        new("--fail-on") { Description = "The mildest verdict that gives an exit code other than 0.",
        DefaultValueFactory = _ => "inconclusive" };
    private static readonly Option<int> Threads = CommonOptions.Threads("The result is");
    private static readonly Option<string?> History =
        new("--history") { Description = "Earlier results: a folder of result.json files, or a path with * and ?. The result says how "
        + "often the same test rows have judged, and what that costs.", HelpName = "path" };
    private static readonly Option<bool> Reproducible =
        new("--reproducible") { Description = "Leaves time and host out of the result, so that two runs of the same inputs give the same "
        + "bytes." };

    private static readonly Option<string?> SaveModel = new("--save-model") { Description = "Where the trained model goes, as model.onnx "
        + "with model-card.json, which has the verdict. Whatever the verdict is.", HelpName = "directory" };

    private static readonly Option<string?> Explanations = new("--explanations") { Description = "Where the SHAP values of each explained "
        + "row go, with its data: a file .json (as shap.Explanation has it) or .parquet (the values alone).", HelpName = "file" };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Prints the verdict alone, in one line." };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints the result as JSON on standard output, and nothing "
        + "else there." };

    private static readonly Option<bool> Open = new("--open") { Description = "Opens the report." };

    private static readonly Option<string?> BasePolicy = new("--base-policy") { Description = "The policy that holds, such as that of the "
        + "base branch: it judges the candidate of this one, and what this one changes and would say is told beside.", HelpName = "file" };

    private static readonly Option<string?> BaseCommit = new("--base-commit") { Description = "The commit, branch or tag that "
        + "--base-policy is read from, with the policies that it extends; without --base-policy, this policy as it is there.",
        HelpName = "commit" };

    public static Command Create()
    {
        FailOn.AcceptOnlyFromAmong(ExitCodes.FailOn);
        var command = new Command("run", "Runs a policy: prints the findings and the verdict, writes the report and the evidence.")
            { PolicyArgument, Set, Output, Format, FailOn, Threads, CommonOptions.Timeout, CommonOptions.Memory, History, Reproducible,
                SaveModel, Explanations, BasePolicy, BaseCommit, CommonOptions.AllowHost, CommonOptions.AllowCommands, Quiet, Json,
                Open };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => RunAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string[] formats = OutputDirectory.ParseFormats(parsed.GetValue(Format)!);
        string output = OutputDirectory.Require(parsed.GetValue(Output)!);
        // Before the output is cleared, which may be part of the history.
        IReadOnlyList<GateResult>? history = parsed.GetValue(History) is { } earlier ? ResultHistory.Read(earlier) : null;
        OutputDirectory.Clear(output);
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        var clock = Stopwatch.StartNew();
        (RunInputs inputs, RunInputs? proposed) = Inputs(parsed, started, history);
        string? explanations = SavedExplanations.Require(parsed.GetValue(Explanations));
        inputs = inputs with { KeepsExplanations = explanations is not null };
        string? saved = parsed.GetValue(SaveModel) is { } place ? OutputDirectory.Require(place, "--save-model") : null;
        if (saved is not null) TrainingRun.Require(inputs);
        string? template = PolicyFile.Template(inputs);
        using RunTracking tracking = await RunTracking.OpenAsync(inputs, session, cancel);
        inputs = tracking.Inputs;
        proposed = await tracking.BringAsync(proposed, cancel);
        if (formats.Contains("html") && template is null) _ = Task.Run(HtmlReport.Prepare, cancel);

        Task<RunOutcome> Execute(IRunProgress progress)
        {
            IRunProgress watched = tracking.Watch(progress);
            return proposed is null ? GateRun.ExecuteAsync(inputs, watched, cancel)
                : ProposedRun.ExecuteAsync(inputs, proposed, watched, progress, cancel);
        }
        RunOutcome outcome = await (parsed.GetValue(Quiet) ? ConsoleProgress.QuietAsync(Execute)
            : ConsoleProgress.ShowAsync(session.Error, session.Interactive(Console.IsErrorRedirected), Execute));
        (GateResult result, OperationalFacts costs, TrainedModel? model) = outcome;
        if (!parsed.GetValue(Reproducible))
            result = result with { Run = session.Facts(started, clock.Elapsed) with { Operational = costs } };
        cancel.ThrowIfCancellationRequested();
        OutputPaths written = OutputDirectory.Write(output, result, formats, template);
        IReadOnlyList<string> models = [.. saved is null ? [] : SavedModel.Write(saved, model!, result),
            .. explanations is null ? [] : SavedExplanations.Write(explanations, outcome.Explanations!, cancel)];

        Tell(session, parsed, result, written, [.. written.All, .. models], clock.Elapsed);
        await tracking.KeepAsync(result, model, started, written.All, [], session, cancel);
        await session.PublishAsync(result, () => new Publication(MarkdownSummary.Sections(result), written.Html, written.Json),
            CancellationToken.None);
        return ExitCodes.Of(result, parsed.GetValue(FailOn)!);
    }

    /// <summary>What judges, and the policy that was proposed where the one that holds judges in its place.</summary>
    private static (RunInputs Judging, RunInputs? Proposed) Inputs(ParseResult parsed, DateTimeOffset started,
        IReadOnlyList<GateResult>? history)
    {
        string path = parsed.GetValue(PolicyArgument)!;
        RunInputs own = PolicyFile.Inputs(path, parsed.GetValue(Set)!,
            DateOnly.FromDateTime(started.UtcDateTime), parsed.GetValue(Threads), CommonOptions.MemoryOf(parsed)) with
            { History = history, Remote = CommonOptions.RemoteOf(parsed) };
        (string? holds, string? commit) = (parsed.GetValue(BasePolicy), parsed.GetValue(BaseCommit));
        return holds is null && commit is null ? (own, null) : (PolicyFile.Holding(own, holds ?? path, commit), own);
    }

    private static void Tell(Session session, ParseResult parsed, GateResult result, OutputPaths written, IReadOnlyList<string> files,
        TimeSpan took)
    {
        bool quiet = parsed.GetValue(Quiet);
        if (parsed.GetValue(Json)) session.Out.WriteLine(Encoding.UTF8.GetString(ResultJson.Utf8(result)).TrimEnd());
        else if (quiet) session.Out.WriteLine(FindingsTable.VerdictLine(result));
        else FindingsTable.Write(result, session.Out, session.Interactive(Console.IsOutputRedirected), session.Width);
        if (!quiet)
            session.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{string.Join(", ", files)} written; {took.TotalSeconds:0.00} s in all"));
        if (parsed.GetValue(Open) && Opened.Report(written.Html, session.Interactive(Console.IsErrorRedirected)) is { } unopened)
            session.Error.WriteLine(unopened);
    }
}
