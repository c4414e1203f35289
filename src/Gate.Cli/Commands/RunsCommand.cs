using System.CommandLine;
using Gate.Cli.Tracking;
using Gate.Reporting.Output;
using Gate.Tracking;
using Gate.Tracking.Comparing;
using Gate.Tracking.Comparing.Pages;

namespace Gate.Cli.Commands;

/// <summary><c>gate runs …</c>: what was tracked: list, search, show, compare, export.</summary>
internal static class RunsCommand
{
    private static readonly Option<string?> Store = new("--store") { Description = "Where the runs are: a folder, or a server. By default "
        + $"what MLFLOW_TRACKING_URI names, else {TrackingPlace.Folder}.", HelpName = "place" };
    private static readonly Option<string[]> Experiment = new("--experiment") { Description = "An experiment by its name; all of them by "
        + "default. May be repeated.", HelpName = "name", DefaultValueFactory = _ => [] };
    private static readonly Argument<string> Filter = new("filter") { Description = "What must hold, in MLflow's filter language: "
        + "metrics.roc_auc > 0.8 and tags.verdict = 'pass'.", DefaultValueFactory = _ => "" };
    private static readonly Option<string[]> OrderBy = new("--order-by") { Description = "What runs are ordered by: 'metrics.roc_auc "
        + "DESC'. The newest come first by default. May be repeated.", HelpName = "field", DefaultValueFactory = _ => [] };
    private static readonly Option<int> MaxResults = new("--max-results") { Description = "How many runs at most.",
        DefaultValueFactory = _ => RunQuery.UsualPage };
    private static readonly Option<string?> PageToken = new("--page-token") { Description = "Goes on where an earlier answer ended, which "
        + "printed this.", HelpName = "token" };
    private static readonly Option<string[]> Metric = new("--metric") { Description = "A number to show, by its name; those that "
        + "conditions judged by default. May be repeated.", HelpName = "name", DefaultValueFactory = _ => [] };
    private static readonly Option<string> Format = Formats("text", "json", "csv");
    private static readonly Option<string> CompareFormat = Formats("text", "json", "csv", "html");
    private static readonly Option<string> ExportFormat = Formats("csv", "json");
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The file to write; standard output by default.",
        HelpName = "file" };
    private static readonly Argument<string> Run = new("run") { Description = "The run's id." };
    private static readonly Argument<string[]> Runs = new("runs") { Description = "The runs' ids; without any, those that --filter finds.",
        Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> CompareFilter = new("--filter") { Description = "The runs to compare, in MLflow's filter "
        + "language.", HelpName = "filter", DefaultValueFactory = _ => "" };
    private static readonly Option<bool> Everything = new("--all") { Description = "Also shows what is the same in all runs." };

    public static Command Create() => new("runs", "Lists, searches, shows, compares and exports runs that were tracked.")
    {
        Answering(new("list", "Lists the newest runs.") { Store, Experiment, MaxResults, PageToken, Metric, Format }, ListAsync),
        Answering(new("search", "Finds runs by what was logged.")
            { Filter, Store, Experiment, OrderBy, MaxResults, PageToken, Metric, Format }, ListAsync),
        Answering(new("show", "Shows all of one run.") { Run, Store, Format }, ShowAsync),
        Answering(new("compare", "Puts runs side by side: what differs, and as a page how it went over time.")
            { Runs, CompareFilter, Store, Experiment, OrderBy, MaxResults, Everything, CompareFormat, Output }, CompareAsync),
        Answering(new("export", "Writes all that runs have.") { Filter, Store, Experiment, OrderBy, MaxResults, PageToken, ExportFormat,
            Output }, ExportAsync),
    };

    private static Command Answering(Command command, Func<RunsSession, ParseResult, CancellationToken, Task> answer)
    {
        command.SetAction((parsed, cancel) => Session.RunAsync(async session =>
        {
            await answer(new(session, TrackingPlace.Open(parsed.GetValue(Store), session.Environment)), parsed, cancel);
            return ExitCodes.Pass;
        }));
        return command;
    }

    private static async Task ListAsync(RunsSession runs, ParseResult parsed, CancellationToken cancel)
    {
        string filter = parsed.CommandResult.Command.Arguments.Contains(Filter) ? parsed.GetValue(Filter)! : "";
        RunPage page = await SearchAsync(runs, parsed, filter, cancel);
        string[] metrics = parsed.GetValue(Metric)! is { Length: > 0 } named ? named : RunsText.Judged(page.Runs);
        RunColumn[] columns = [.. RunColumn.Usual, .. metrics.Select(RunColumn.Metric)];
        switch (parsed.GetValue(Format))
        {
            case "json": runs.Write(RunExport.Json(page.Runs, page.NextToken)); break;
            case "csv": runs.Write(RunExport.Csv(page.Runs, columns)); break;
            default: RunsText.Table(page.Runs, columns, runs.Session.Out); break;
        }
        if (page.NextToken is { } next) runs.Session.Error.WriteLine($"there are more runs; go on with --page-token {next}");
    }

    private static async Task ShowAsync(RunsSession runs, ParseResult parsed, CancellationToken cancel)
    {
        IRun run = await runs.FindAsync(parsed.GetValue(Run)!, cancel);
        switch (parsed.GetValue(Format))
        {
            case "json": runs.Write(RunExport.Json([run], null)); break;
            case "csv": runs.Write(RunExport.Csv([run], [.. RunColumn.Usual, .. RunColumn.All([run])])); break;
            default:
                RunsText.One(run, await runs.Store.ArtifactsAsync(run.Info, "", cancel), runs.Session.Out);
                break;
        }
    }

    private static async Task CompareAsync(RunsSession runs, ParseResult parsed, CancellationToken cancel)
    {
        var compared = new List<IRun>();
        foreach (string id in parsed.GetValue(Runs)!) compared.Add(await runs.FindAsync(id, cancel));
        if (compared.Count == 0) compared.AddRange((await SearchAsync(runs, parsed, parsed.GetValue(CompareFilter)!, cancel)).Runs);
        if (compared.Count < 2)
            throw new UsageException($"there {(compared.Count == 0 ? "are no runs" : "is one run")} to compare in {runs.Store.Place}; "
                + "two or more are needed: name their ids, or another --filter");
        RunComparison comparison = RunComparison.Of(compared, parsed.GetValue(Everything));
        switch (parsed.GetValue(CompareFormat))
        {
            case "json": runs.Write(RunExport.Json(compared, null), parsed.GetValue(Output)); break;
            case "csv":
                runs.Write(RunExport.Csv(compared, [.. RunColumn.Usual, .. RunColumn.All(compared)]), parsed.GetValue(Output));
                break;
            case "html":
                string file = parsed.GetValue(Output) ?? "runs.html";
                WholeFile.WriteAll([(file, ComparisonPage.Utf8(compared, "Runs compared"))]);
                runs.Session.Error.WriteLine($"{file} written");
                break;
            default: RunsText.SideBySide(comparison, runs.Session.Out); break;
        }
    }

    private static async Task ExportAsync(RunsSession runs, ParseResult parsed, CancellationToken cancel)
    {
        RunPage page = await SearchAsync(runs, parsed, parsed.GetValue(Filter)!, cancel);
        runs.Write(parsed.GetValue(ExportFormat) == "json" ? RunExport.Json(page.Runs, page.NextToken)
            : RunExport.Csv(page.Runs, [.. RunColumn.Usual, .. RunColumn.All(page.Runs)]), parsed.GetValue(Output));
        if (page.NextToken is { } next) runs.Session.Error.WriteLine($"there are more runs; go on with --page-token {next}");
    }

    private static async Task<RunPage> SearchAsync(RunsSession runs, ParseResult parsed, string filter, CancellationToken cancel)
    {
        Command command = parsed.CommandResult.Command;
        return await runs.Store.SearchAsync(new(await runs.ExperimentsAsync(parsed.GetValue(Experiment)!, cancel))
        {
            Filter = filter,
            OrderBy = command.Options.Contains(OrderBy) ? parsed.GetValue(OrderBy)! : [],
            MaxResults = parsed.GetValue(MaxResults),
            PageToken = command.Options.Contains(PageToken) ? parsed.GetValue(PageToken) : null,
        }, cancel);
    }

    private static Option<string> Formats(params string[] formats)
    {
        var format = new Option<string>("--format") { Description = $"How to write it: {string.Join(", ", formats)}.",
            DefaultValueFactory = _ => formats[0] };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }
}
