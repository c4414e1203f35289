using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Text;

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
            "each" => "each group",
            "joint" => "",
            // A named disparity says in its name how it compares.
            { } other => finding.Metric.EndsWith("_" + other, StringComparison.Ordinal) ? "" : other,
            null => "",
        };
        if (finding.Compare is "difference" or "ratio")
            compare = string.Join(" ", new[] { compare, Against(finding) }.Where(part => part.Length > 0));
        string by = finding.By.Count > 0 ? "by " + string.Join(" × ", finding.By) : "";
        string within = finding.Control.Count > 0 ? "within " + string.Join(" × ", finding.Control) : "";
        string slice = finding.Where is { } where ? $"where {where.Trim()}" : "";
        string rest = string.Join(" ", new[] { compare, by, within, slice }.Where(part => part.Length > 0));
        string metric = Metric(finding);
        return rest.Length == 0 ? metric : metric + (compare.Length > 0 ? ", " : " ") + rest;
    }

    /// <summary>The metric with its parameters and its class: <c>fbeta (beta 2)</c>, <c>recall of setosa</c>.</summary>
    internal static string Metric(Finding finding)
    {
        string parameters =
            string.Join(", ", finding.Parameters.Select(parameter => $"{parameter.Name} {NumberText.Bound(parameter.Value)}"));
        return finding.Metric + (parameters.Length > 0 ? $" ({parameters})" : "") + (finding.Class is { } name ? $" of {name}" : "");
    }

    private static string Against(Finding finding) => finding.Method switch
    {
        "to_overall" => "to all rows",
        "to_rest" => "to the rest",
        "to_reference" =>
            finding.Reference is "largest" or "best" or "worst" ? $"to the {finding.Reference} group" : $"to {finding.Reference}",
        _ => "",
    };

    /// <summary>How control levels became one number, and the other way to do so; null without control.</summary>
    internal static string? Levels(Finding finding) => finding.Levels is not { } levels ? null
        : levels.Decides == "weighted"
            ? $"their weighted mean decides; the worst{(levels.WorstLevel is { } level ? $", {level}," : "")} has {Measured(levels.Worst)}"
            : $"the worst{(levels.WorstLevel is { } worst ? $", {worst}," : "")} decides; their weighted mean is "
                + $"{Measured(levels.Weighted)}";

    private static string Measured(MeasuredFact fact) => fact.Undefined is { } reason ? $"undefined ({reason})"
        : NumberText.Estimate(fact.Estimate, fact.Interval)
        + (fact.Interval is null ? "" : $" ({NumberText.Interval(fact.Estimate, fact.Interval)})");

    /// <summary>Says of a finding whose own interval is clear of its bound why it is not decided; null elsewhere.</summary>
    internal static string? ClearAlone(Finding finding) =>
        finding is { Outcome: Outcome.Inconclusive, Family: { PValue: not null } family } && Judged.Of(finding).IsClear
            ? $"clear alone, not among the {NumberText.Count(family.Size)} of its family" : null;

    /// <summary>What its family says of a finding; null without a family.</summary>
    internal static string? Family(FamilyFact? family)
    {
        if (family is null) return null;
        string method = family.Method == "holm" ? "Holm" : "Benjamini–Hochberg";
        string of = $"{family.Name} ({method}, {NumberText.Count(family.Size)} tested)";
        return family is { PValue: { } p, AdjustedP: { } adjusted }
            ? $"{of}: p {NumberText.PValue(p)}, corrected {NumberText.PValue(adjusted)}" : $"{of}: not tested, {family.NotTested}";
    }

    /// <summary>A share as a percentage with at most two decimals.</summary>
    internal static string Share(double share) => NumberText.Percent(Math.Round(share, 4));

    /// <summary>The group that decided a finding, with its columns: <c>afam = yes, single = no</c>, with control <c>race = Other, where sex
    /// = Female</c>; or null.</summary>
    internal static string? DecidedBy(Finding finding)
    {
        if (finding.Groups.FirstOrDefault(group => Decides(finding, group)) is not { } decider || decider.Key.Count != finding.By.Count)
            return finding.DecidedBy;
        return Named(finding, decider);
    }

    private static string Named(Finding finding, GroupFact group) =>
        string.Join(", ", finding.By.Zip(group.Key, (column, value) => $"{column} = {value}"))
            + (group.ControlLevel is { } level ? $", where {level}" : "");

    /// <summary>Whether a group is the one that decided its finding.</summary>
    internal static bool Decides(Finding finding, GroupFact group) =>
        group.Excluded is null && finding.DecidedBy == (group.ControlLevel is { } level ? $"{group.Label} ({level})" : group.Label);

    /// <summary>What a table says of a group behind a finding; null when there is nothing to say.</summary>
    internal static string? Remark(Finding finding, GroupFact group)
    {
        if (group.Excluded is not null) return "not judged: " + group.Excluded;
        if (group.Undefined is not null) return "undefined: " + group.Undefined;
        string[] remarks = [.. new[] { Decides(finding, group) ? "decided the finding" : null, Regression(group.Regression) }
            .OfType<string>()];
        return remarks.Length == 0 ? null : string.Join("; ", remarks);
    }

    /// <summary>The bound: <c>at least 0.8</c>, <c>between 0.8 and 1.25</c>, <c>at most 0.01 worse than the baseline</c>.</summary>
    internal static string Bound(BoundFact? bound)
    {
        if (bound is null) return "none";
        string? range = (bound.Min, bound.Max) switch
        {
            ({ } min, { } max) => $"between {NumberText.Bound(min)} and {NumberText.Bound(max)}",
            ({ } min, null) => $"at least {NumberText.Bound(min)}",
            (null, { } max) => $"at most {NumberText.Bound(max)}",
            _ => null,
        };
        string? regression = bound.MaxRegression is { } most ? $"{RegressionWords.AtMost(NumberText.Bound(most))} than the baseline" : null;
        string? relative = bound.MaxRelativeRegression is { } share
            ? $"{RegressionWords.AtMost(NumberText.Percent(share))} than the baseline" : null;
        return string.Join("; ", new[] { range, regression, relative }.OfType<string>().DefaultIfEmpty("none"));
    }

    /// <summary>The measured regression, or null when the condition bounds none.</summary>
    internal static string? Regression(RegressionFact? regression)
    {
        if (regression is null) return null;
        string[] changes = [.. new[] { Absolute(regression), Relative(regression) }.OfType<string>()];
        string undefined = $"undefined: {regression.Undefined ?? regression.Relative?.Undefined ?? "not measured"}";
        string text = $"baseline {NumberText.Estimate(regression.Baseline)}; {string.Join("; ", changes.DefaultIfEmpty(undefined))}";
        return regression.Test is { } test ? $"{text}; {Test(test.Name)} p {NumberText.PValue(test.PValue)}" : text;
    }

    private static string? Absolute(RegressionFact regression)
    {
        if (regression.Estimate is not { } worse) return null;
        string change = RegressionWords.Change(worse, sign => NumberText.Estimate(sign * worse, regression.Interval), () => "no change");
        if (regression.Interval is not { } interval) return change;
        IntervalFact shown = Signed(worse, interval);
        return $"{change} ({IntervalName(shown)} {NumberText.Interval(Math.Abs(worse), shown)})";
    }

    private static string? Relative(RegressionFact regression)
    {
        if (regression.Relative is not { Estimate: { } worse } relative) return null;
        string change = RegressionWords.Change(worse, sign => Share(sign * worse), () => "no change");
        if (relative.Interval is not { } interval) return change;
        IntervalFact shown = Signed(worse, interval);
        return $"{change} ({IntervalName(shown)} {Share(shown.Low)} to {Share(shown.High)})";
    }

    // "Better by 0.09" goes with the interval of the improvement, so that signs agree.
    private static IntervalFact Signed(double worse, IntervalFact interval) =>
        worse < 0 ? interval with { Low = -interval.High, High = -interval.Low } : interval;

    private static string Test(string name) =>
        name switch { "mcnemar" or "mcnemar_exact" => "McNemar's test", "delong" => "DeLong's test", _ => Spaced(name) };

    /// <summary>The name of an interval: <c>95% interval</c>.</summary>
    internal static string IntervalName(IntervalFact? interval) =>
        interval is null ? "Interval" : $"{NumberText.Percent(interval.Confidence)} interval";

    /// <summary>How an interval was made, after those who did: <c>Miettinen–Nurminen</c>, <c>bootstrap of rows</c>.</summary>
    internal static string IntervalMethod(string method) => method switch
    {
        "wilson" => "Wilson",
        "l1_deviation" => "L1 deviation",
        "clopper_pearson" => "Clopper–Pearson",
        "newcombe" => "Newcombe",
        "mover" => "MOVER",
        "miettinen_nurminen" => "Miettinen–Nurminen",
        "tango" => "Tango",
        "delong" => "DeLong",
        "fay_feuer" => "Fay–Feuer",
        "hanley_mcneil_score" => "Hanley–McNeil score",
        "delong_and_score" => "DeLong and score",
        "test_inversion" => "inverted test",
        "cell_bootstrap_reflected" => "bootstrap of counts, reflected",
        "cell_bootstrap" => "bootstrap of counts",
        "row_bootstrap" => "bootstrap of rows",
        _ => Spaced(method),
    };

    /// <summary>The rows behind a finding: <c>2,664 of 2,698</c>, or their number where it is all of them.</summary>
    internal static string RowsOf(long rows, long all) =>
        rows < all ? $"{NumberText.Count(rows)} of {NumberText.Count(all)}" : NumberText.Count(rows);

    /// <summary>What would settle a finding: <c>about 430 rows of afam = yes (now 169), as a pass at these values</c>; null where nothing
    /// is to be settled.</summary>
    internal static string? Settling(Finding finding)
    {
        if (finding.WouldSettle is not { } fact) return null;
        string now = $"(now {NumberText.Count(fact.Present)})";
        if (fact.Rows is not { } rows) return $"more than {NumberText.Count(fact.Looked)} rows {now} at these values";
        GroupFact? group = finding.Groups.FirstOrDefault(own => own.Label == fact.Group && own.ControlLevel == fact.ControlLevel);
        string of = fact.Group is null ? "rows in all" : group is null ? $"rows of {fact.Group}" : $"rows of {Named(finding, group)}";
        return $"about {NumberText.Count(rows)} {of} {now}, as a {(fact.Outcome == Outcome.Satisfied ? "pass" : "fail")} at these values";
    }

    /// <summary>A method or role name for people: <c>cell_bootstrap</c> is <c>cell bootstrap</c>.</summary>
    internal static string Spaced(string name) => name.Replace('_', ' ');

    /// <summary>A metric's name for people: <c>Selection rate</c>, <c>ROC AUC</c>.</summary>
    internal static string Heading(string name)
    {
        string spaced =
            string.Join(' ',
            name.Split('_').Select(word => word switch { "roc" => "ROC", "auc" => "AUC", "r2" => "R²", "f1" => "F1", _ => word }));
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>A moment for people: <c>2026-03-02 09:14 UTC</c>; the text as it is when it is no moment.</summary>
    internal static string Moment(string iso) =>
        DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : iso;

    /// <summary>A length of time: <c>4.2 µs</c>, <c>310 ms</c>, <c>12.4 s</c>.</summary>
    internal static string Duration(double seconds) => seconds switch
    {
        < 1e-3 => FormattableString.Invariant($"{seconds * 1e6:0.##} µs"),
        < 1 => FormattableString.Invariant($"{seconds * 1e3:0.#} ms"),
        _ => FormattableString.Invariant($"{seconds:0.0} s"),
    };

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
