using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language, version 1: the top level.</summary>
internal static class PolicyLanguage
{
    /// <summary>The only version that there is.</summary>
    public const int Number = 1;

    public static Key<long?> Version { get; } = Key.Whole("version", new NumberShape(Number, Number),
        "The version of the policy language; always 1.") with { Required = true, Examples = ["1"] };

    public static Key<Section?> Extends { get; } = Key.Map("extends", ExtendsKeys.All,
        "Policies that this one builds on: their keys hold where it gives none, and their conditions are judged with its own. A condition "
        + "of theirs is changed by one with its id; one that is `locked` can be tightened only.")
        with { Nullable = true, DefaultText = "nothing", Examples = ["../organisation.yml"] };

    public static Key<string?> Name { get; } = Key.Text("name", new TextShape("a name"),
        "The name of the gate, shown in reports and checks.")
        with { DefaultText = "the file's name without its extension", Examples = ["mortgage"] };

    public static Key<PolicyTask?> Task { get; } = Key.Word<PolicyTask>("task", "task", Meaning, "What the model predicts.")
        with { Required = true, Examples = ["binary_classification"] };

    public static Key<Section?> Data { get; } = Key.Map("data", DataKeys.Shape,
        "The rows that the candidate is trained and measured on, and the part that each column plays.") with { Required = true };

    /// <summary>The candidate; the shape comes from the vocabulary's forms.</summary>
    public static Key<Section?> Model { get; } = Key.Map("model", new MapShape([]),
        "The candidate: the model that the gate decides about. Exactly one form.") with { Required = true };

    /// <summary>The baseline; the shape comes from the vocabulary's forms.</summary>
    public static Key<Section?> Baseline { get; } = Key.Map("baseline", new MapShape([]),
        "The model that the candidate must not regress from, in the same forms as the candidate. Conditions with max_regression compare "
        + "with it on the same rows.") with { Nullable = true, DefaultText = "none" };

    public static Key<double> Confidence { get; } = Key.Number("confidence", SharedShapes.Confidence,
        PolicyDocument.DefaultConfidence, "The nominal coverage of confidence intervals. Conditions may override it.")
        with { Examples = ["0.9"] };

    public static Key<Section?> Evidence { get; } = Key.Map("evidence", EvidenceKeys.Shape,
        "The least evidence that a group needs to be judged. Groups below are listed as such. Conditions may override single numbers.")
        with { Nullable = true, DefaultText = "the numbers below", Examples = ["{ min_count: 100 }"] };

    public static Key<long> Seed { get; } = Key.Whole("seed", SharedShapes.Seed, 0,
        "The seed of everything random that has no seed of its own: split, bootstrap, shuffles.") with { Examples = ["7"] };

    /// <summary>How importance is measured; the shape needs the vocabulary.</summary>
    public static Key<Section?> Explain { get; } = Key.Map("explain", new OffShape(),
        "How feature importance is measured; false switches it off.")
        with { DefaultText = "on, with the numbers below", Examples = ["false", "{ repeats: 10 }"] };

    /// <summary>The correction of a family.</summary>
    public static Key<FamilyMethod> FamilyMethod { get; } = Key.Word("method", "correction", Document.FamilyMethod.Holm, Meaning,
        "How the decisions are corrected for their number.") with { Examples = ["benjamini_hochberg"] };

    public static Key<Section?> Families { get; } = Key.Map("families", new NamedShape("family", new MapShape([FamilyMethod]), Min: 1),
        "Families of conditions, by name. The more conditions are decided, the more often one of them is decided wrongly by chance; within "
        + "a family this is corrected for.") with { Nullable = true, Examples = ["{ fairness: { method: holm } }"] };

    /// <summary>The conditions; the shape needs the vocabulary.</summary>
    public static Key<Section?> Conditions { get; } = Key.Map("conditions", new ListShape(new MapShape([]), Min: 1),
        "What must hold for the candidate to pass. A policy without conditions is an error.") with { Required = true };

    public static Key<long?> ExpectConditions { get; } = Key.Whole("expect_conditions", new NumberShape(1),
        "How many conditions the policy has. Another number is an error, so that a policy that was cut off, or lost a condition in a "
        + "merge, does not pass.") with { DefaultText = "not checked", Examples = ["6"] };

    public static Key<bool> ReportOnly { get; } = Key.Switch("report_only", false,
        "Says that no condition is judged. A policy in which all conditions have `level: inform` passes whatever the model does; without "
        + "this key it is an error.") with { Examples = ["true"] };

    public static Key<Section?> Waivers { get; } = Key.Map("waivers", new ListShape(WaiverKeys.Shape),
        "Decisions of named persons to let the failure of one condition through until a date.") with { Nullable = true };

    public static Key<IReadOnlyList<KeyValuePair<string, string>>> Digests { get; } = Key.NamedDigests("digests",
        new NamedShape("file", new DigestShape(), Min: 1),
        "SHA-256 digests of the files that are read, by their paths relative to the policy; a glob's files one by one. Where any is given, "
        + "every file that is read needs one, and a file with another digest is an error. `gate check --pin` prints them.")
        with { Nullable = true, DefaultText = "none: files are taken as they are",
            Examples = ["{ hmda.csv: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 }"] };

    public static Key<string?> Title { get; } = Key.Text("title", new TextShape("a title"), "The title of the report.")
        with { Nullable = true, DefaultText = "the policy's name", Examples = ["Mortgage decisions"] };

    public static Key<string?> Template { get; } = Key.Text("template", new TextShape("a path"),
        "A Scriban template of your own, in the folder of the policy file or below it.")
        with { Nullable = true, DefaultText = "the built-in report", Examples = ["report.sbn"] };

    public static Key<bool> WhatIf { get; } = Key.Switch("what_if", false,
        "Puts the candidate itself, of trees or linear, into result and report, so that a reader can change values and see score, decision "
        + "and contributions move. Leave it off where the model must not leave.") with { Examples = ["true"] };

    public static Key<Section?> Report { get; } = Key.Map("report", new MapShape([Title, Template, WhatIf,
        ExplainedRowKeys.Shown]), "How the report looks.")
        with { Nullable = true };

    public static Key<Section?> Register { get; } = Key.Map("register", RegisterKeys.Shape,
        "Registers each judged candidate as a version of a model, in the store where its run is kept, and moves an alias where the verdict "
        + "allows it. For candidates that are trained, or files of ONNX, LightGBM or XGBoost.")
        with { Nullable = true, DefaultText = "nothing is registered", Examples = ["{ name: credit, alias: champion }"] };

    public static Key<Section?> Tracking { get; } = Key.Map("tracking", TrackingKeys.Shape,
        "Keeps each run in MLflow: on the server that MLFLOW_TRACKING_URI names, else in the folder gate-history, in MLflow's own layout. "
        + "No policy names a server, so that none can send anybody's token elsewhere.")
        with { Nullable = true, DefaultText = "runs are tracked where MLFLOW_TRACKING_URI is set",
            Examples = ["{ mlflow: { experiment: credit } }"] };

    public static Key<Section?> Policy { get; } = Key.Map("policy", ChangeKeys.Shape, "What holds for changes of the policy itself.")
        with { Nullable = true, DefaultText = "the words below", Examples = ["{ loosening: forbid }"] };

    /// <summary>The language with the metrics and forms of a vocabulary, in the order in which a policy is written.</summary>
    public static MapShape With(PolicyVocabulary vocabulary)
    {
        MapShape model = ModelKeys.With(vocabulary);
        return new MapShape(
        [
            Version, Extends, Name, Task, Data, Model with { Shape = model }, Baseline with { Shape = model },
            Conditions with { Shape = new ListShape(ConditionKeys.With(vocabulary), Min: 1) }, Confidence, Evidence, Families, Seed,
            Explain with { Shape = EitherShape.Of(new OffShape(), ExplainKeys.With(vocabulary)) }, Report, Waivers, Policy,
            ExpectConditions, ReportOnly, Digests, Tracking, Register,
        ]);
    }

    private static string Meaning(FamilyMethod method) => method == Document.FamilyMethod.Holm
        ? "bounds the chance of any wrong decision in the family"
        : "bounds the expected share of wrong decisions among those that are made";

    private static string Meaning(PolicyTask task) => task switch
    {
        PolicyTask.BinaryClassification => "one of two classes",
        PolicyTask.MulticlassClassification => "one of several classes",
        _ => "a number",
    };
}
