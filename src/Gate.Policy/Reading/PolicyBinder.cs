using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>Makes a policy from a tree that has been held against the table of keys, and holds it against the rules that span
/// sections.</summary>
internal sealed class PolicyBinder(string file, PolicyVocabulary vocabulary, MapShape language, Problems problems)
{
    public PolicyDocument Bind(YamlMap map)
    {
        var root = new Section(map, "", problems);
        PolicyTask? task = root.Word<PolicyTask>("task");
        ulong seed = (ulong)(root.Number("seed") ?? 0);

        DataSpec data = DataOf(root, task, seed);
        var models = new ModelBinder(vocabulary, data, task, root, problems);
        ModelSpec? model = models.Bind("model");
        ModelSpec? baseline = models.Bind("baseline");
        RequireSource(root, data, model, baseline);

        double confidence = root.Number("confidence") ?? 0.95;
        EvidenceSpec evidence = EvidenceOf(root.Child("evidence"), new EvidenceSpec());
        IReadOnlyList<FamilySpec> families = FamilyBinder.Families(root);
        var defaults = new ConditionDefaults(task, data, root.Has("baseline"), confidence, evidence);
        IReadOnlyList<ConditionSpec> conditions =
            new ConditionBinder(vocabulary, defaults, (MapShape)((ListShape)language.Find("conditions")!.Shape).Item, problems).Bind(root);
        new FamilyBinder(root, families, problems).Check(conditions);
        return new PolicyDocument
        {
            Name = root.Text("name") ?? NameOf(file),
            Task = task ?? default,
            Data = data,
            // Where there is none, the problem has been recorded, and the document never leaves the reader.
            Model = model ?? new TrainSpec("", new Dictionary<string, object?>()),
            Baseline = baseline,
            Confidence = confidence,
            Evidence = evidence,
            Seed = seed,
            Explain = ExplainOf(root, task, seed),
            Families = families,
            Conditions = conditions,
            Waivers = WaiverBinder.Bind(root, conditions, problems),
            Report = new ReportSpec(root.Child("report")?.Text("title"), root.Child("report")?.Text("template")),
        };
    }

    /// <summary>An evidence floor; numbers that are not given are those of <paramref name="otherwise"/>.</summary>
    public static EvidenceSpec EvidenceOf(Section? section, EvidenceSpec otherwise) => section is null ? otherwise : new(
        (long)(section.Number("min_count") ?? otherwise.MinCount),
        (long)(section.Number("min_positives") ?? otherwise.MinPositives),
        (long)(section.Number("min_negatives") ?? otherwise.MinNegatives),
        (long)(section.Number("min_predicted_positives") ?? otherwise.MinPredictedPositives));

    private DataSpec DataOf(Section root, PolicyTask? task, ulong seed) =>
        root.Child("data") is { } section ? new DataBinder(section, (MapShape)language.Find("data")!.Shape, task, seed, problems)
            .Bind(root.KeyAt("data")) : new DataSpec { Label = "" };

    // Rows come from data.source, or from a predictions file that stands for itself; every other model needs the data.
    private void RequireSource(Section root, DataSpec data, ModelSpec? model, ModelSpec? baseline)
    {
        if (root.Child("data") is not { } section || section.Has("source") || model is null) return;
        bool alone = model is PredictionsSpec { Source: not null, Key.Count: 0 } && baseline is not TrainSpec;
        if (!alone) problems.Add(section.Map.FirstKey, "data.source",
            "is missing; expected the file with the rows, such as 'source: rows.csv'", section.Map.Source);
    }

    private ExplainSpec? ExplainOf(Section root, PolicyTask? task, ulong seed)
    {
        if (root.Scalar("explain") is { Kind: ScalarKind.Boolean }) return null;
        if (root.Child("explain") is not { } section) return new ExplainSpec(Seed: seed);
        if (section.Scalar("metric") is { } name && vocabulary.FindMetric(name.Text) is { } metric)
        {
            if (metric.IsDisparity || !metric.HasDirection)
                problems.Add(name, section.Below("metric"),
                    $"'{metric.Name}' cannot show a loss; expected a metric of all rows where larger or smaller is better");
            else
                TaskCheck.Metric(name, metric, section.Below("metric"), task, vocabulary, problems);
        }
        return new ExplainSpec(section.Text("metric"), (int)(section.Number("repeats") ?? 5), (ulong)(section.Number("seed") ?? seed),
            (int?)section.Number("max_rows"));
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file) is { Length: > 0 } name ? name : "policy";
}
