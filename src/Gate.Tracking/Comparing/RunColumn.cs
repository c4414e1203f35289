using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Tracking.Logging;

namespace Gate.Tracking.Comparing;

/// <summary>A column of a table of runs.</summary>
/// <param name="Name">Its head, which is also the field's name in filters: <c>metrics.roc_auc</c>.</param>
/// <param name="Number">The number of a run, null where it has none; null for texts.</param>
/// <param name="Text">The text of a run, null where it has none; null for numbers.</param>
public sealed record RunColumn(string Name, Func<IRun, double?>? Number, Func<IRun, string?>? Text)
{
    /// <summary>What every table begins with: id, time, name, verdict.</summary>
    public static IReadOnlyList<RunColumn> Usual { get; } =
    [
        new("run_id", null, run => run.Info.Id), new("started", null, run => Time(run.Info.StartTime)),
        new("run_name", null, run => run.Info.Name), new("status", null, run => run.Info.Status.Word()),
        new("verdict", null, run => run.Tag(RunTags.Verdict)),
    ];

    /// <summary>The numbers of a name.</summary>
    /// <param name="key">The name.</param>
    public static RunColumn Metric(string key) => new($"metrics.{key}", run => run.Metric(key), null);

    /// <summary>All that runs have besides, each field once: parameters, numbers, tags, by name.</summary>
    /// <param name="runs">The runs.</param>
    public static IReadOnlyList<RunColumn> All(IReadOnlyList<IRun> runs) =>
    [
        .. Names(runs, run => run.Parameters.Select(one => one.Key))
            .Select(key => new RunColumn($"params.{key}", null, run => run.Parameter(key))),
        .. Names(runs, run => run.Metrics.Select(one => one.Key)).Select(Metric),
        .. Names(runs, run => run.Tags.Select(one => one.Key)).Select(key => new RunColumn($"tags.{key}", null, run => run.Tag(key))),
    ];

    /// <summary>What stands in a run's cell; empty where it has nothing.</summary>
    /// <param name="run">The run.</param>
    public string Cell(IRun run) => Number is null ? Text!(run) ?? ""
        : Number(run)?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The same for people, numbers rounded.</summary>
    /// <param name="run">The run.</param>
    public string Shown(IRun run) => Number is null ? Cell(run) : Number(run) is { } number ? NumberText.Estimate(number) : "";

    /// <summary>A time as people write it, in UTC.</summary>
    /// <param name="milliseconds">Since 1970.</param>
    public static string Time(long milliseconds) => milliseconds is < 0 or > 253_402_300_799_999 ? ""
        : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(IReadOnlyList<IRun> runs, Func<IRun, IEnumerable<string>> names) =>
        runs.SelectMany(names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
