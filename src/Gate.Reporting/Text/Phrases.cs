using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Reporting;

/// <summary>Short phrases for the parts of a finding, as plain text that each renderer escapes.</summary>
internal static class Phrases
{
    /// <summary>What a condition measures: <c>selection_rate, ratio by afam within hschool</c>.</summary>
    internal static string Condition(Finding finding)
    {
        string compare = finding.Compare switch
        {
            "group_min" => "lowest group",
            "group_max" => "highest group",
            // A named disparity says in its name how it compares.
            { } other => finding.Metric.EndsWith("_" + other, StringComparison.Ordinal) ? "" : other,
            null => "",
        };
        if (finding.Method == "to_overall" && finding.Compare is "difference" or "ratio") compare += " to all rows";
        string by = finding.By.Count > 0 ? "by " + string.Join(" × ", finding.By) : "";
        string within = finding.Control.Count > 0 ? "within " + string.Join(" × ", finding.Control) : "";
        string rest = string.Join(" ", new[] { compare, by, within }.Where(part => part.Length > 0));
        return rest.Length == 0 ? finding.Metric : finding.Metric + (compare.Length > 0 ? ", " : " ") + rest;
    }

    /// <summary>The group that decided a finding, with its columns: <c>afam = yes, single = no</c>, with control <c>race = Other, where sex = Female</c>; or null.</summary>
    internal static string? DecidedBy(Finding finding)
    {
        if (finding.Groups.FirstOrDefault(group => Decides(finding, group)) is not { } decider || decider.Key.Count != finding.By.Count) return finding.DecidedBy;
        string group = string.Join(", ", finding.By.Zip(decider.Key, (column, value) => $"{column} = {value}"));
        return decider.ControlLevel is { } level ? $"{group}, where {level}" : group;
    }

    /// <summary>Whether a group is the one that decided its finding.</summary>
    internal static bool Decides(Finding finding, GroupFact group) =>
        group.Excluded is null && finding.DecidedBy == (group.ControlLevel is { } level ? $"{group.Label} ({level})" : group.Label);

    /// <summary>What a table says of a group behind a finding; null when there is nothing to say.</summary>
    internal static string? Remark(Finding finding, GroupFact group)
    {
        if (group.Excluded is not null) return "not judged: " + group.Excluded;
        if (group.Undefined is not null) return "undefined: " + group.Undefined;
        return Decides(finding, group) ? "decided the finding" : null;
    }

    /// <summary>The bound: <c>at least 0.8</c>, <c>between 0.8 and 1.25</c>, <c>at most 0.01 worse than the baseline</c>.</summary>
    internal static string Bound(BoundFact? bound)
    {
        if (bound is null) return "none";
        string? range = (bound.Min, bound.Max) switch
        {
            ({ } min, { } max) => $"between {NumberText.Exact(min)} and {NumberText.Exact(max)}",
            ({ } min, null) => $"at least {NumberText.Exact(min)}",
            (null, { } max) => $"at most {NumberText.Exact(max)}",
            _ => null,
        };
        string? regression = bound.MaxRegression is { } most ? $"at most {NumberText.Exact(most)} worse than the baseline" : null;
        return string.Join("; ", new[] { range, regression }.OfType<string>().DefaultIfEmpty("none"));
    }

    /// <summary>The measured regression, or null when the condition bounds none.</summary>
    internal static string? Regression(RegressionFact? regression)
    {
        if (regression is null) return null;
        string baseline = $"baseline {NumberText.Estimate(regression.Baseline)}";
        if (regression.Estimate is not { } worse) return $"{baseline}; undefined: {regression.Undefined ?? "not measured"}";
        string change = worse switch { > 0 => $"worse by {NumberText.Estimate(worse, regression.Interval)}", < 0 => $"better by {NumberText.Estimate(-worse, regression.Interval)}", _ => "no change" };
        if (regression.Interval is not { } interval) return $"{baseline}; {change}";
        // "Better by 0.09" goes with the interval of the improvement, so that signs agree.
        IntervalFact shown = worse < 0 ? interval with { Low = -interval.High, High = -interval.Low } : interval;
        return $"{baseline}; {change} ({IntervalName(shown)} {NumberText.Interval(Math.Abs(worse), shown)})";
    }

    /// <summary>The name of an interval: <c>95% interval</c>.</summary>
    internal static string IntervalName(IntervalFact? interval) => interval is null ? "Interval" : $"{NumberText.Percent(interval.Confidence)} interval";

    /// <summary>A method or role name for people: <c>cell_bootstrap</c> is <c>cell bootstrap</c>.</summary>
    internal static string Spaced(string name) => name.Replace('_', ' ');

    /// <summary>A metric's name for people: <c>Selection rate</c>, <c>ROC AUC</c>.</summary>
    internal static string Heading(string name)
    {
        string spaced = string.Join(' ', name.Split('_').Select(word => word switch { "roc" => "ROC", "auc" => "AUC", "r2" => "R²", "f1" => "F1", _ => word }));
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>A moment for people: <c>2026-03-02 09:14 UTC</c>; the text as it is when it is no moment.</summary>
    internal static string Moment(string iso) =>
        DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : iso;

    /// <summary>A file size: <c>812 bytes</c>, <c>1.4 MB</c>; a dash for what is no file.</summary>
    internal static string Bytes(long? bytes) => bytes switch
    {
        null => "–",
        < 1000 => $"{NumberText.Count(bytes.Value)} bytes",
        < 1_000_000 => FormattableString.Invariant($"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => FormattableString.Invariant($"{bytes / 1e6:0.0} MB"),
        _ => FormattableString.Invariant($"{bytes / 1e9:0.0} GB"),
    };
}
