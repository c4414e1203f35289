using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Judging;

/// <summary>What a change of the policy does to the run, as a sentence of the headline with a space before it.</summary>
internal static class PolicyChangeSentence
{
    private const int MostNames = 3;

    public static string Of(PolicyChangeFacts? change)
    {
        if (change is null) return "";
        PolicyChangeFact[] loosened = [.. change.Loosened()];
        if (loosened.Length == 0) return "";
        int looser = loosened.Count(one => one.Effect == "looser"), open = loosened.Length - looser;
        string[] counts = [.. new[]
        {
            looser > 0 ? $"is looser in {Places(looser)}" : null,
            open > 0 ? $"may be looser in {Places(open)}" : null,
        }.OfType<string>()];
        string names = string.Join(", ", loosened.Take(MostNames).Select(one => Shown.Of(one.Path)));
        string more = loosened.Length > MostNames ? $" and {NumberText.Count(loosened.Length - MostNames)} more" : "";
        string said = change.Loosening switch
        {
            "forbid" => ", which the policy that holds forbids",
            "allow" => ", which the policy that holds allows",
            _ => "",
        };
        return $" The proposed policy {string.Join(" and ", counts)}{said}: {names}{more}.";
    }

    private static string Places(int count) => count == 1 ? "one place" : $"{NumberText.Count(count)} places";
}
