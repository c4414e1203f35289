using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>What conditions take from the rest of the policy.</summary>
internal sealed record ConditionDefaults(PolicyTask? Task, DataSpec Data, bool HasBaseline, double Confidence, EvidenceSpec Evidence);

/// <summary>Reads the <c>conditions</c>.</summary>
internal sealed class ConditionBinder(PolicyVocabulary vocabulary, ConditionDefaults defaults, MapShape shape, Problems problems)
{
    public IReadOnlyList<ConditionSpec> Bind(Section root)
    {
        if (root.Node(PolicyLanguage.Conditions) is not YamlList list) return [];
        string[] ids = ConditionIds.Of(list);
        CheckDuplicates(list);
        var conditions = new List<ConditionSpec>();
        for (int i = 0; i < ids.Length; i++)
        {
            if (Section.Of(list.Items[i], KeyPath.Entry("conditions", i), problems) is not { } section) continue;
            ConditionSpec condition = Condition(section, ids[i]) with { Index = i };
            new ConditionRules(vocabulary, defaults, section, condition, problems).Check();
            conditions.Add(condition);
        }
        return conditions;
    }

    private void CheckDuplicates(YamlList list)
    {
        var first = new Dictionary<string, Mark>(StringComparer.Ordinal);
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (ConditionIds.Given(list.Items[i]) is not { } id || problems.IsBad(id)) continue;
            if (!first.TryAdd(id.Text, id.At))
                problems.Add(id.At, $"{KeyPath.Entry("conditions", i)}.{ConditionKeys.Id.Name}",
                    $"the id '{Shown.Of(id.Text)}' on line {id.At.Line} is taken by the condition on line {first[id.Text].Line}; ids "
                    + "are unique", id.Source);
        }
    }

    private ConditionSpec Condition(Section section, string id) => new()
    {
        Id = id,
        Metric = section.Get(ConditionKeys.Metric) ?? "",
        Parameters = section.Get(ConditionKeys.Parameters),
        Class = section.Get(ConditionKeys.Class),
        Features = section.Get(ConditionKeys.Features),
        Where = section.Get(ConditionKeys.Where),
        By = section.Get(ConditionKeys.By),
        Control = section.Get(ConditionKeys.Control),
        Compare = section.Get(ConditionKeys.Compare),
        Method = section.Get(ConditionKeys.Method),
        Reference = Reference(section),
        Levels = section.Get(ConditionKeys.Levels),
        Min = section.Get(ConditionKeys.Min),
        Max = section.Get(ConditionKeys.Max),
        MaxRegression = section.Get(ConditionKeys.MaxRegression),
        MaxRelativeRegression = section.Get(ConditionKeys.MaxRelativeRegression),
        Vacuous = section.Get(ConditionKeys.Vacuous),
        Family = section.Get(ConditionKeys.Family),
        DecideOn = section.Get(ConditionKeys.DecideOn),
        OnInconclusive = section.Get(ConditionKeys.OnInconclusive),
        OnUndefined = section.Get(ConditionKeys.OnUndefined),
        OnExcluded = section.Get(ConditionKeys.OnExcluded),
        Level = section.Get(ConditionKeys.Level),
        Lock = LockOf(section),
        Why = section.Get(ConditionKeys.Why),
        Confidence = section.Get(ConditionKeys.Confidence) ?? defaults.Confidence,
        Evidence = PolicyBinder.EvidenceOf(section.Get(ConditionKeys.Evidence), defaults.Evidence),
        At = section.Map.FirstKey,
        Marks = section.Marks(shape),
    };

    private static LockWaivers? LockOf(Section section) => section.Get(ConditionKeys.Locked) is { } terms
        ? terms.Get(ConditionKeys.Waivers) : section.Switch(ConditionKeys.Locked.Name) == true ? LockWaivers.Refused : null;

    private static ReferenceSpec? Reference(Section section)
    {
        if (section.Child(ConditionKeys.Reference.Name) is { } map)
            return new(ReferenceKindSpec.Named, map.Get(ConditionKeys.Group));
        // Only the one word is a word: in a list there stand values alone.
        if (section.Scalar(ConditionKeys.Reference) is { } scalar && Words.Parse<ReferenceKindSpec>(scalar.Text) is { } kind
            and not ReferenceKindSpec.Named) return new(kind, []);
        return section.Node(ConditionKeys.Reference) is null ? null : new(ReferenceKindSpec.Named, section.Get(ConditionKeys.Reference));
    }
}
