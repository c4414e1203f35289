using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>
/// What a change of each key of the language does, by the key's path without the names that the user gives. A key that is not here is
/// undecidable, and a test fails: whoever adds a key says what it loosens.
/// </summary>
internal static class PolicyRules
{
    private const string OtherRows = "other rows are measured", OtherMeasure = "something else is measured";

    private static readonly Dictionary<string, PolicyRule> rules = new(StringComparer.Ordinal)
    {
        ["version"] = Undecidable("another language"),
        ["extends"] = Neutral("what comes from other policies is compared itself"),
        ["name"] = Neutral("a name decides nothing"),
        ["task"] = Undecidable("other metrics are meant"),
        ["data.source"] = Undecidable(OtherRows),
        ["data.test"] = Undecidable(OtherRows),
        ["data.split"] = Undecidable(OtherRows),
        ["data.where"] = Undecidable(OtherRows),
        ["data.na_values"] = Undecidable("other values are missing"),
        ["data.label"] = Undecidable("something else is predicted"),
        ["data.positive"] = Undecidable("another outcome is the favourable one"),
        ["data.weight"] = Undecidable("rows count differently"),
        ["data.sensitive"] = new(DataChangeRules.Sensitive) { Entries = DataChangeRules.SensitiveColumns },
        ["data.features"] = Undecidable("the model may use other columns"),
        ["data.shared_rows"] = Ordered<SharedRowsSpec>("test rows that were trained on", SharedRowsSpec.Allow, SharedRowsSpec.Refuse),
        ["data.perfect_features"] = Ordered<PerfectFeaturesSpec>("features that tell the label", PerfectFeaturesSpec.Tell,
            PerfectFeaturesSpec.Refuse),
        ["model"] = Undecidable("it is the candidate: what is judged, not how") with { IsOfEachKey = true },
        ["baseline"] = new(DataChangeRules.Baseline) { IsOfEachKey = true },
        ["confidence"] = new(change => ConditionChangeRules.Inherited(change, "confidence", ConditionChangeRules.Confidence)),
        ["seed"] = Undecidable("splits and resampled intervals are drawn anew"),
        ["explain"] = new(DataChangeRules.Explain),
        ["families"] = new(_ => Judgement.Neutral("what its conditions say of it counts")) { Entries = Entries },
        ["families.method"] = new(FamilyChangeRules.Method),
        ["conditions"] = new(ConditionChangeRules.Whole),
        ["conditions.id"] = Neutral("a name decides nothing"),
        ["conditions.metric"] = new(ConditionChangeRules.Metric),
        ["conditions.parameters"] = Undecidable(OtherMeasure),
        ["conditions.features"] = Undecidable("other columns are asked of"),
        ["conditions.class"] = Undecidable("another class is asked of"),
        ["conditions.where"] = Undecidable(OtherRows),
        ["conditions.by"] = Undecidable("other groups are compared"),
        ["conditions.control"] = Undecidable("groups are compared within other levels"),
        ["conditions.levels"] = new(ConditionChangeRules.Levels),
        ["conditions.compare"] = Undecidable("groups are compared differently"),
        ["conditions.method"] = Undecidable("groups are compared with something else"),
        ["conditions.reference"] = Undecidable("groups are compared with another one"),
        ["conditions.min"] = new(change => BoundChangeRules.Of(change, isMin: true)),
        ["conditions.max"] = new(change => BoundChangeRules.Of(change, isMin: false)),
        ["conditions.max_regression"] = new(change => BoundChangeRules.Of(change, isMin: false)),
        ["conditions.max_relative_regression"] = new(change => BoundChangeRules.Of(change, isMin: false)),
        ["conditions.vacuous"] = Ordered<VacuousSpec>("bounds that cannot fail", VacuousSpec.Allowed, VacuousSpec.Refused),
        ["conditions.decide_on"] = new(ConditionChangeRules.DecideOn),
        ["conditions.on_inconclusive"] = OfEffect("an inconclusive outcome"),
        ["conditions.on_undefined"] = OfEffect("an undefined outcome"),
        ["conditions.on_excluded"] = OfEffect("a group that is left out"),
        ["conditions.family"] = new(FamilyChangeRules.Membership),
        ["conditions.level"] = Ordered<Level>("a violated bound", Level.Inform, Level.Warn, Level.Enforce),
        ["conditions.locked"] = new(ConditionChangeRules.Lock),
        ["conditions.why"] = Neutral("a reason decides nothing"),
        ["conditions.confidence"] = new(ConditionChangeRules.Confidence) { IsInherited = true },
        ["expect_conditions"] = new(change => change.IsAdded ? Judgement.Tighter("the number of conditions is checked")
            : change.IsRemoved ? Judgement.Looser("the number of conditions is no longer checked")
            : Judgement.Neutral("the conditions themselves count")),
        ["report_only"] = new(change => change.After is YamlScalar said && CoreSchema.IsTrue(said)
            ? Judgement.Looser("nothing is judged") : Judgement.Tighter("something has to be judged")),
        ["waivers"] = new(change => change.IsAdded ? Judgement.Looser("a failure is let through")
            : Judgement.Tighter("a failure is no longer let through")),
        ["waivers.condition"] = Undecidable("another failure is let through"),
        ["waivers.owner"] = Neutral("who answers for it decides nothing"),
        ["waivers.reason"] = Neutral("a reason decides nothing"),
        ["waivers.issue"] = Neutral("a link decides nothing"),
        ["waivers.expires"] = new(DataChangeRules.Expires),
        ["digests"] = new(DataChangeRules.Pin) { Entries = Entries },
        ["policy.loosening"] = Ordered<LooseningSpec>("a looser policy", LooseningSpec.Allow, LooseningSpec.Warn, LooseningSpec.Forbid),
        ["policy.waivers.max_days"] = new(DataChangeRules.WaiverDays),
        ["policy.waivers.owners"] = new(DataChangeRules.WaiverOwners),
        ["tracking"] = Neutral("where runs are kept decides nothing"),
        ["register.name"] = Undecidable("it becomes a version of another model"),
        ["register.alias"] = Undecidable("another alias is moved"),
        ["register.on"] = Ordered<RegisterOn>("what the verdict must be for the alias to move", RegisterOn.Warn, RegisterOn.Pass),
        ["report.what_if"] = Neutral("how the report looks decides nothing"),
        ["report.rows"] = new(DataChangeRules.ReportRows),
        ["report.title"] = Neutral("how the report looks decides nothing"),
        ["report.template"] = Neutral("how the report looks decides nothing"),
    };

    static PolicyRules()
    {
        foreach (string floor in EvidenceKeys.Shape.Keys.Select(key => $"evidence.{key.Name}"))
        {
            Func<Change, Judgement?> rule = FloorChangeRules.Of(floor);
            rules.Add(floor, new(change => ConditionChangeRules.Inherited(change, floor, rule)));
            rules.Add($"conditions.{floor}", new(rule) { IsInherited = true });
        }
    }

    /// <summary>The rule of a key; null where there is none.</summary>
    /// <param name="pattern">Its path without the names that the user gives: <c>conditions.min</c>.</param>
    public static PolicyRule? Find(string pattern) => rules.GetValueOrDefault(pattern);

    /// <summary>The paths that have a rule.</summary>
    public static IReadOnlyCollection<string> All => rules.Keys;

    private static PolicyRule Undecidable(string reason) => new(_ => Judgement.Undecidable(reason));

    private static PolicyRule Neutral(string reason) => new(_ => Judgement.Neutral(reason));

    private static Dictionary<string, YamlNode> Entries(YamlNode? node) => (node as YamlMap)?.Entries
        .ToDictionary(entry => entry.Key.Text, entry => entry.Value) ?? [];

    /// <summary>A rule for words that are ordered from the mildest on.</summary>
    private static PolicyRule Ordered<T>(string what, params T[] mildestFirst) where T : struct, Enum => new(change =>
    {
        int Rank(YamlNode? node) => Array.IndexOf(mildestFirst, Words.Parse<T>(((YamlScalar)node!).Text)!.Value);
        return Rank(change.After) > Rank(change.Before)
            ? Judgement.Tighter($"{what} counts for more") : Judgement.Looser($"{what} counts for less");
    });

    private static PolicyRule OfEffect(string what) => Ordered(what, Effect.Pass, Effect.Warn, Effect.Inconclusive, Effect.Fail);
}
