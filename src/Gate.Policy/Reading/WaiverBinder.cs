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
    /// <summary>What waivers have to keep to.</summary>
    public static WaiverTerms Terms(Section root)
    {
        Section? section = root.Get(PolicyLanguage.Policy)?.Get(ChangeKeys.Waivers);
        return new((int?)section?.Get(ChangeKeys.WaiverDays), section?.Get(ChangeKeys.WaiverOwners) ?? []);
    }

    public static IReadOnlyList<WaiverSpec> Bind(Section root, IReadOnlyList<ConditionSpec> conditions, Problems problems)
    {
        string[] ids = [.. conditions.Select(condition => condition.Id)];
        HashSet<string> locked = [.. conditions.Where(condition => condition.Lock == LockWaivers.Refused)
            .Select(condition => condition.Id)];
        IReadOnlyList<string> owners = Terms(root).Owners;
        var waivers = new List<WaiverSpec>();
        if (root.Node(PolicyLanguage.Waivers) is not YamlList list) return waivers;
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (Section.Of(list.Items[i], KeyPath.Entry("waivers", i), problems) is not { } section) continue;
            if (root.Node(PolicyLanguage.Conditions) is not null && section.Scalar(WaiverKeys.Condition) is { } condition
                && !ids.Contains(condition.Text))
                section.Refuse(WaiverKeys.Condition,
                    $"there is no condition with the id '{Shown.Of(condition.Text)}'{NearestName.Hint(condition.Text, ids)}");
            if (section.Scalar(WaiverKeys.Condition) is { } waived && locked.Contains(waived.Text))
                section.Refuse(WaiverKeys.Condition, $"'{Shown.Of(waived.Text)}' is locked, and the lock allows no waiver; it would with "
                    + "'locked: { waivers: allowed }'");
            if (owners.Count > 0 && section.Get(WaiverKeys.Owner) is { } owner && !owners.Contains(owner))
                section.Refuse(WaiverKeys.Owner, $"'{Shown.Of(owner)}' may not answer for a waiver; policy.waivers.owners names "
                    + $"{Words.Or([.. owners.Select(Shown.Of)])}");
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
