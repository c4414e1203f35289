using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>What conditions take from the rest of the policy.</summary>
internal sealed record ConditionDefaults(PolicyTask? Task, DataSpec Data, bool HasBaseline, double Confidence, EvidenceSpec Evidence);

/// <summary>Reads the <c>conditions</c>.</summary>
internal sealed class ConditionBinder(PolicyVocabulary vocabulary, ConditionDefaults defaults, MapShape shape, Problems problems)
{
    public IReadOnlyList<ConditionSpec> Bind(Section root)
    {
        if (root.Node("conditions") is not YamlList list) return [];
        string[] ids = ConditionIds.Of(list);
        CheckDuplicates(list);
        var conditions = new List<ConditionSpec>();
        for (int i = 0; i < ids.Length; i++)
        {
            if (Section.Of(list.Items[i], ShapeCheck.Entry("conditions", i), problems) is not { } section) continue;
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
                problems.Add(id.At, $"{ShapeCheck.Entry("conditions", i)}.id",
                    $"the id '{Words.Short(id.Text)}' on line {id.At.Line} is taken by the condition on line {first[id.Text].Line}; ids "
                    + "are unique", id.Source);
        }
    }

    private ConditionSpec Condition(Section section, string id) => new()
    {
        Id = id,
        Metric = section.Text("metric") ?? "",
        Parameters = Parameters(section),
        Class = section.Text("class"),
        Where = section.Text("where"),
        By = section.Texts("by"),
        Control = section.Texts("control"),
        Compare = section.Word<CompareSpec>("compare"),
        Method = section.Word<MethodSpec>("method"),
        Reference = Reference(section),
        Levels = section.Word<LevelsSpec>("levels") ?? default,
        Min = section.Number("min"),
        Max = section.Number("max"),
        MaxRegression = section.Number("max_regression"),
        MaxRelativeRegression = section.Number("max_relative_regression"),
        Family = section.Text("family"),
        DecideOn = section.Word<DecideOn>("decide_on") ?? default,
        OnInconclusive = section.Word<Effect>("on_inconclusive") ?? Effect.Inconclusive,
        OnUndefined = section.Word<Effect>("on_undefined") ?? Effect.Fail,
        Level = section.Word<Level>("level") ?? default,
        Why = section.Text("why"),
        Confidence = section.Number("confidence") ?? defaults.Confidence,
        Evidence = PolicyBinder.EvidenceOf(section.Child("evidence"), defaults.Evidence),
        At = section.Map.FirstKey,
        Marks = Marks.Below(section.Map, shape),
    };

    private static Dictionary<string, double> Parameters(Section section) => section.Child("parameters") is not { } given ? []
        : given.Map.Entries.Where(entry => given.Number(entry.Key.Text) is not null)
        .ToDictionary(entry => entry.Key.Text, entry => given.Number(entry.Key.Text)!.Value);

    private static ReferenceSpec? Reference(Section section)
    {
        if (section.Child("reference") is { } map) return new(ReferenceKindSpec.Named, map.Texts("group"));
        // Only the one word is a word: in a list there stand values alone.
        if (section.Scalar("reference") is { } scalar && Words.Parse<ReferenceKindSpec>(scalar.Text) is { } kind
            and not ReferenceKindSpec.Named) return new(kind, []);
        return section.Node("reference") is null ? null : new(ReferenceKindSpec.Named, section.Texts("reference"));
    }
}
