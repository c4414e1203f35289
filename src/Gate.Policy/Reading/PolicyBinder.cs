using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Stands where a policy has no model; the problem has been recorded, and the document never leaves the reader.</summary>
internal sealed record NoModel : ModelSpec;

/// <summary>Makes a policy from a tree that has been held against the table of keys, and holds it against the rules that span
/// sections.</summary>
internal sealed class PolicyBinder(string file, PolicyVocabulary vocabulary, MapShape language, Problems problems)
{
    public PolicyDocument Bind(YamlMap map)
    {
        var root = new Section(map, "", problems);
        PolicyTask? task = root.Get(PolicyLanguage.Task);
        ulong seed = (ulong)root.Get(PolicyLanguage.Seed);

        DataSpec data = DataOf(root, task, seed);
        var models = new ModelBinder(vocabulary, data, root.Get(PolicyLanguage.Data), task);
        ModelSpec? model = models.Bind(root, PolicyLanguage.Model);
        ModelSpec? baseline = models.Bind(root, PolicyLanguage.Baseline);
        RequireSource(root, data, model, baseline);

        double confidence = root.Get(PolicyLanguage.Confidence);
        EvidenceSpec evidence = EvidenceOf(root.Get(PolicyLanguage.Evidence), new EvidenceSpec());
        IReadOnlyList<FamilySpec> families = FamilyBinder.Families(root);
        var defaults = new ConditionDefaults(task, data, root.Has(PolicyLanguage.Baseline), confidence, evidence);
        var shape = (MapShape)((ListShape)language.Find(PolicyLanguage.Conditions.Name)!.Shape).Item;
        IReadOnlyList<ConditionSpec> conditions = new ConditionBinder(vocabulary, defaults, shape, problems).Bind(root);
        new FamilyBinder(root, families, problems).Check(conditions);
        CheckReportOnly(root, conditions);
        int written = (root.Node(PolicyLanguage.Conditions) as YamlList)?.Items.Count ?? conditions.Count;
        if (root.Get(PolicyLanguage.ExpectConditions) is { } expected && expected != written)
            root.Refuse(PolicyLanguage.ExpectConditions, FormattableString.Invariant($"the policy has {written} conditions; if it was ")
                + "meant to change, state the new number, else see what was cut off");
        return new PolicyDocument
        {
            Name = root.Get(PolicyLanguage.Name) ?? NameOf(file),
            Task = task ?? default,
            Data = data,
            Model = model ?? new NoModel(),
            Baseline = baseline,
            Confidence = confidence,
            Evidence = evidence,
            Seed = seed,
            Explain = ExplainOf(root, task, seed),
            Families = families,
            Conditions = conditions,
            ExpectConditions = root.Get(PolicyLanguage.ExpectConditions),
            ReportOnly = root.Get(PolicyLanguage.ReportOnly),
            Digests = [.. root.Get(PolicyLanguage.Digests)
                .Select(pin => new PinSpec(pin.Key, pin.Value, root.EntryAt(PolicyLanguage.Digests, pin.Key)))],
            DigestsAt = root.KeyAt(PolicyLanguage.Digests),
            Waivers = WaiverBinder.Bind(root, conditions, problems),
            WaiverTerms = WaiverBinder.Terms(root),
            Loosening = root.Get(PolicyLanguage.Policy)?.Get(ChangeKeys.Loosening) ?? default,
            Report = new ReportSpec(root.Get(PolicyLanguage.Report)?.Get(PolicyLanguage.Title),
                root.Get(PolicyLanguage.Report)?.Get(PolicyLanguage.Template),
                root.Get(PolicyLanguage.Report)?.Get(PolicyLanguage.WhatIf) ?? false) { Rows = ExplainedRowsBinder.Shown(root) },
            Tracking = TrackingBinder.Bind(root),
            Register = RegisterBinder.Bind(root),
        };
    }

    /// <summary>An evidence floor; numbers that are not given are those of <paramref name="otherwise"/>.</summary>
    public static EvidenceSpec EvidenceOf(Section? section, EvidenceSpec otherwise) => section is null ? otherwise : new(
        Floor(section, EvidenceKeys.MinCount, otherwise.MinCount),
        Floor(section, EvidenceKeys.MinPositives, otherwise.MinPositives),
        Floor(section, EvidenceKeys.MinNegatives, otherwise.MinNegatives),
        Floor(section, EvidenceKeys.MinPredictedPositives, otherwise.MinPredictedPositives));

    private static long Floor(Section section, Key<long> key, long otherwise) =>
        section.Node(key) is null ? otherwise : section.Get(key);

    private DataSpec DataOf(Section root, PolicyTask? task, ulong seed) =>
        root.Get(PolicyLanguage.Data) is { } section
            ? new DataBinder(section, task, seed, problems).Bind(root.KeyAt(PolicyLanguage.Data)) : new DataSpec { Label = "" };

    // Rows come from data.source, or from a model that brings them; a model that is fitted needs the data.
    private void RequireSource(Section root, DataSpec data, ModelSpec? model, ModelSpec? baseline)
    {
        if (root.Get(PolicyLanguage.Data) is not { } section || section.Has(DataKeys.Source) || model is null) return;
        bool alone = model.BringsRows && baseline is not { IsFitted: true };
        if (!alone) problems.Add(section.Map.FirstKey, "data.source",
            "is missing; expected the file with the rows, such as 'source: rows.csv'", section.Map.Source);
    }

    // A gate that only reports is green whatever the model does: that must be said, and be true.
    private static void CheckReportOnly(Section root, IReadOnlyList<ConditionSpec> conditions)
    {
        ConditionSpec? judged = conditions.FirstOrDefault(condition => condition.Level != Level.Inform);
        bool said = root.Get(PolicyLanguage.ReportOnly);
        if (said && judged is not null)
            root.Refuse(PolicyLanguage.ReportOnly,
                FormattableString.Invariant($"'{Shown.Of(judged.Id)}' (line {judged.At.Line}) is judged; ")
                + "give every condition 'level: inform', or remove 'report_only'");
        else if (!said && judged is null && conditions.Count > 0)
            root.RefuseKey(PolicyLanguage.Conditions, "all of them only report, so this gate passes whatever the model does; give one of "
                + "them a bound and no 'level: inform', or write 'report_only: true' at the top if that is meant");
    }

    private ExplainSpec? ExplainOf(Section root, PolicyTask? task, ulong seed)
    {
        ExplainSpec? spec = SectionOf(root, task, seed);
        if (ExplainedRowsBinder.Shown(root) != ReportRowsSpec.None && spec is not { IsShap: true })
            root.Get(PolicyLanguage.Report)!.RefuseKey(ExplainedRowKeys.Shown, "rows are explained by SHAP; add 'explain: "
                + "{ method: shap }', "
                + "or remove it");
        return spec;
    }

    private ExplainSpec? SectionOf(Section root, PolicyTask? task, ulong seed)
    {
        if (root.Get(PolicyLanguage.Explain) is not { } section)
            return root.Scalar(PolicyLanguage.Explain) is { Kind: ScalarKind.Boolean } ? null : new ExplainSpec(Seed: seed);
        if (section.Scalar(ExplainKeys.Metric) is { } name && vocabulary.FindMetric(name.Text) is { } metric)
        {
            if (metric.IsDisparity || !metric.HasDirection)
                section.Refuse(ExplainKeys.Metric,
                    $"'{metric.Name}' cannot show a loss; expected a metric of all rows where larger or smaller is better");
            else
                TaskCheck.Metric(name, metric, section.Below(ExplainKeys.Metric), task, vocabulary, problems);
        }
        ExplainMethod method = section.Get(ExplainKeys.Method);
        Key[] others = method == ExplainMethod.Permutation ? [ExplainKeys.Background, ExplainKeys.Output, ExplainKeys.Immutable,
            ExplainKeys.Allowed, ExplainKeys.Cohorts, ExplainKeys.Rows]
            : [ExplainKeys.Metric, ExplainKeys.Repeats, ExplainKeys.Groups];
        foreach (Key key in others.Where(section.Has))
            section.RefuseKey(key, $"has no meaning for 'method: {Words.Snake(method)}'; remove it");
        ExplainOutput output = section.Get(ExplainKeys.Output);
        if (output == ExplainOutput.Decision && task is { } known && known != PolicyTask.BinaryClassification)
            section.RefuseKey(ExplainKeys.Output, $"a decision is explained of two classes only, and the task is {Words.Snake(known)}");
        return ExplainedRowsBinder.Bind(section, root, new ExplainSpec(section.Get(ExplainKeys.Metric),
            (int)section.Get(ExplainKeys.Repeats),
            (ulong?)section.Get(ExplainKeys.Seed) ?? seed, (int?)section.Get(ExplainKeys.MaxRows), method,
            (int)section.Get(ExplainKeys.Background), output)
        {
            Groups = section.Get(ExplainKeys.Groups).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray(),
            Immutable = section.Get(ExplainKeys.Immutable),
            ImmutableAt = section.Has(ExplainKeys.Immutable) ? section.KeyAt(ExplainKeys.Immutable) : default,
            At = root.KeyAt(PolicyLanguage.Explain),
        });
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file) is { Length: > 0 } name ? name : "policy";
}
