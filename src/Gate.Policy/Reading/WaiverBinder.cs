using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Reads the <c>waivers</c>.</summary>
internal static class WaiverBinder
{
    public static IReadOnlyList<WaiverSpec> Bind(Section root, IReadOnlyList<ConditionSpec> conditions, Problems problems)
    {
        string[] ids = [.. conditions.Select(condition => condition.Id)];
        var waivers = new List<WaiverSpec>();
        if (root.Node(PolicyLanguage.Waivers) is not YamlList list) return waivers;
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (Section.Of(list.Items[i], KeyPath.Entry("waivers", i), problems) is not { } section) continue;
            if (root.Node(PolicyLanguage.Conditions) is not null && section.Scalar(WaiverKeys.Condition) is { } condition
                && !ids.Contains(condition.Text))
                section.Refuse(WaiverKeys.Condition,
                    $"there is no condition with the id '{Shown.Of(condition.Text)}'{NearestName.Hint(condition.Text, ids)}");
            waivers.Add(new WaiverSpec(
                section.Get(WaiverKeys.Condition) ?? "",
                section.Get(WaiverKeys.Owner) ?? "",
                section.Get(WaiverKeys.Reason) ?? "",
                section.Get(WaiverKeys.Issue),
                section.Get(WaiverKeys.Expires) ?? default,
                section.Map.FirstKey));
        }
        return waivers;
    }
}
