using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;

namespace Gate.Policy.Reading;

/// <summary>Reads what an explanation is of: single rows, cohorts, and what counterfactuals may change.</summary>
internal static class ExplainedRowsBinder
{
    private const int MostCohorts = 3;

    /// <summary>Adds it to what was read of the section.</summary>
    public static ExplainSpec Bind(Section section, Section root, ExplainSpec spec)
    {
        ReportRowsSpec shown = Shown(root);
        Section? rows = section.Get(ExplainKeys.Rows);
        if (rows is not null && shown == ReportRowsSpec.None)
            section.RefuseKey(ExplainKeys.Rows, "no row may stand in the report; add 'report: { rows: sampled }' (or all), or remove it");
        if (rows is not null && shown == ReportRowsSpec.Sampled)
            foreach (Key key in (Key[])[ExplainedRowKeys.WorstErrors, ExplainedRowKeys.NearestThreshold, ExplainedRowKeys.Ids])
                if (rows.Has(key)) rows.RefuseKey(key, "these rows are chosen for what they are, and 'report: { rows: sampled }' shows "
                    + "rows "
                    + "that are drawn; write 'rows: all', or remove it");
        IReadOnlyList<KeyValuePair<string, string>> cohorts = section.Get(ExplainKeys.Cohorts);
        if (cohorts.Count > MostCohorts)
            section.Refuse(ExplainKeys.Cohorts, FormattableString.Invariant($"expected at most {MostCohorts}, found {cohorts.Count}"));
        return spec with
        {
            Rows = shown == ReportRowsSpec.None ? null : Of(rows, section),
            Cohorts = cohorts,
            Allowed = section.Get(ExplainKeys.Allowed),
            Marks = section.Marks(new MapShape([ExplainKeys.Cohorts, ExplainKeys.Allowed, ExplainKeys.Groups])),
        };
    }

    /// <summary>Which rows a report may show.</summary>
    public static ReportRowsSpec Shown(Section root) =>
        root.Get(PolicyLanguage.Report)?.Get(ExplainedRowKeys.Shown) ?? ReportRowsSpec.None;

    private static ExplainedRowsSpec Of(Section? rows, Section section) => rows is null ? new() { At = section.At } : new(
        (int)rows.Get(ExplainedRowKeys.WorstErrors), (int)rows.Get(ExplainedRowKeys.NearestThreshold),
        (int)rows.Get(ExplainedRowKeys.RandomPerGroup))
    {
        Id = rows.Get(ExplainedRowKeys.Id),
        Ids = rows.Get(ExplainedRowKeys.Ids),
        Marks = rows.Marks(ExplainedRowKeys.Shape),
        At = section.KeyAt(ExplainKeys.Rows),
    };
}
