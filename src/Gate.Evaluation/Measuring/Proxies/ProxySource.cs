using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Proxies;

/// <summary>How well columns tell the groups of sensitive columns: for conditions, and in the report where the policy explains by SHAP or a
/// condition asks.</summary>
internal sealed class ProxySource : IEvidenceSource
{
    private const string Name = "proxy_auc";

    public IReadOnlyList<MetricWord> Words { get; } =
    [
        new(Name, [], "How well columns tell which group a row is of: the area under the ROC curve of models that were not fitted to the "
            + "row, of the group that is told best; 0.5 tells nothing. All columns that the model reads together, or those that "
            + "`features` names.", Enum.GetValues<PolicyTask>(), IsDisparity: true, HigherIsBetter: false, 0, 1)
        {
            OptionalFeatures = true, OnlyBy = true, Methods = [],
        },
    ];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        ProxyRows rows = Of(run, condition.By);
        IReadOnlyList<string> set = condition.Features.Count > 0 ? condition.Features : rows.Features;
        string what = condition.Features.Count > 0 ? string.Join(" and ", condition.Features) : "all columns";
        string subject = $"{Name} of {what} by {string.Join(" and ", condition.By)}";
        if (rows.Problem(condition.Features, [set]) is { } problem)
            return new() { Name = Name, Unit = "share", Subject = subject, Parts = Evidence.Undefined(condition, problem), Rows = 0 };
        string?[] excluded = rows.Excluded(condition.Evidence);
        (Measurement measured, int? best) = rows.Best(set, excluded, condition.Confidence);
        GroupFact[] groups = Groups(condition, rows, set, excluded);
        return new()
        {
            Name = Name,
            Unit = "share",
            Subject = subject,
            Brief = measured.Value.IsDefined && best is int told ? $"{what} {(condition.Features.Count == 1 ? "tells" : "tell")} "
                + $"{GroupEvidence.Named(condition.By, groups[told].Key)} from the others with an AUC of "
                + NumberText.Estimate(measured.Value.Number, measured.Interval.ToFact()) : null,
            Parts = EvidencePart.Of(condition, confidence => rows.Best(set, excluded, confidence).Best,
                (_, _) => new(MetricValue.Missing("what columns tell is a fact of the data, the same for both models"), null)),
            Compare = "group_max",
            GroupMetric = Name,
            Rows = rows.Rows,
            Behind = best is int group ? $" Told best: {GroupEvidence.Named(condition.By, groups[group].Key)} "
                + $"({NumberText.Count(groups[group].Count)} of {NumberText.Count(rows.Rows)} rows)." : "",
            LeftOut = FrameSentence.LeftOut(condition, groups),
            BelowFloor = best is null ? excluded.FirstOrDefault(reason => reason is not null) : null,
            Groups = groups,
            DecidedBy = best is int at ? groups[at] : null,
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{Name} is measured on the rows themselves";

    public GateResult Report(GateResult result, RunContext run)
    {
        if (!run.IsAsked(Words)) return result;
        ProxyFacts[] facts = [.. run.Data.Sensitive.Keys.Select(by => ProxyFactsBuilder.Build(by, Of(run, [by]), run))
            .OfType<ProxyFacts>()];
        string[] notes = facts.Length > 0 && Of(run, [facts[0].By]).IsThinned
            ? [$"Proxies of sensitive columns were looked for in {NumberText.Count(ProxyRows.MostRows)} of "
                + $"{NumberText.Count(run.Data.Test.RowCount)} test rows, evenly spaced, to bound the time."] : [];
        return result with { Proxies = facts, Notes = [.. result.Notes, .. notes] };
    }

    private static ProxyRows Of(RunContext run, IReadOnlyList<string> by)
    {
        Dictionary<string, ProxyRows> made = run.Once(_ => new Made()).ByColumns;
        string key = string.Join('\u001f', by);
        if (!made.TryGetValue(key, out ProxyRows? rows)) made[key] = rows = new ProxyRows(run, by);
        return rows;
    }

    private static GroupFact[] Groups(ConditionSpec condition, ProxyRows rows, IReadOnlyList<string> set, string?[] excluded)
    {
        long[] counts = rows.Counts();
        return [.. rows.Grouping.Groups.Select((key, g) =>
        {
            Measurement? own = excluded[g] is null ? rows.Of(set, g, condition.Confidence) : null;
            return new GroupFact
            {
                Label = GroupEvidence.Label(key),
                Key = [.. key.Values],
                Count = counts[g],
                Estimate = own?.Value.NumberOrNull,
                Undefined = own?.Value.Undefined,
                Interval = own?.Interval.ToFact(),
                Excluded = excluded[g],
            };
        })];
    }

    private sealed class Made
    {
        public Dictionary<string, ProxyRows> ByColumns { get; } = new(StringComparer.Ordinal);
    }
}
