using Gate.Policy.Document;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>Reads the <c>waivers</c>.</summary>
internal static class WaiverBinder
{
    public static IReadOnlyList<WaiverSpec> Bind(Section root, IReadOnlyList<ConditionSpec> conditions, Problems problems)
    {
        string[] ids = [.. conditions.Select(condition => condition.Id)];
        var waivers = new List<WaiverSpec>();
        if (root.Node("waivers") is not YamlList list) return waivers;
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (Section.Of(list.Items[i], ShapeCheck.Entry("waivers", i), problems) is not { } section) continue;
            if (root.Node("conditions") is not null && section.Scalar("condition") is { } condition && !ids.Contains(condition.Text))
                problems.Add(condition, section.Below("condition"),
                    $"there is no condition with the id '{Words.Short(condition.Text)}'{NearestWord.Hint(condition.Text, ids)}");
            waivers.Add(new WaiverSpec(
                section.Text("condition") ?? "",
                section.Text("owner") ?? "",
                section.Text("reason") ?? "",
                section.Text("issue"),
                ScalarCheck.Date(section.Text("expires") ?? "") ?? default,
                section.Map.FirstKey));
        }
        return waivers;
    }
}
