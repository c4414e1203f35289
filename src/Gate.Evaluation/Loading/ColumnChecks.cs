using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Loading;

/// <summary>Checks that the columns a policy names exist; collects every problem with its place in the policy.</summary>
internal static class ColumnChecks
{
    public static IReadOnlyList<PolicyProblem> Check(PolicyDocument policy, IReadOnlyList<string> columns)
    {
        var problems = new List<PolicyProblem>();
        DataSpec data = policy.Data;
        var known = columns.ToHashSet(StringComparer.Ordinal);

        void Require(string? name, string path, string what)
        {
            if (name is null || known.Contains(name)) return;
            Mark at = data.Marks.GetValueOrDefault(path, data.At);
            problems.Add(new(at, $"data.{path}", $"{what} '{name}' is not a column of the data{NearestName.Hint(name, columns)}"));
        }

        Require(data.Label, "label", "the label");
        Require(data.Weight, "weight", "the weight column");
        for (int i = 0; i < data.Sensitive.Count; i++) Require(data.Sensitive[i].Column, $"sensitive[{i}]", "the sensitive column");
        for (int i = 0; i < (data.IncludeFeatures?.Count ?? 0); i++)
            Require(data.IncludeFeatures![i], $"features.include[{i}]", "the feature");
        for (int i = 0; i < data.ExcludeFeatures.Count; i++)
            Require(data.ExcludeFeatures[i], $"features.exclude[{i}]", "the excluded feature");
        if (data.Split is { } split)
        {
            Require(split.Column, "split.column", "the split column");
            for (int i = 0; i < split.Stratify.Count; i++) Require(split.Stratify[i], $"split.stratify[{i}]", "the column to stratify on");
        }
        foreach (string name in (policy.Explain?.Immutable ?? []).Where(name => !known.Contains(name)))
            problems.Add(new(policy.Explain!.ImmutableAt, "explain.immutable",
                $"the immutable column '{name}' is not a column of the data{NearestName.Hint(name, columns)}"));
        foreach (string name in (policy.Explain?.Allowed.Keys ?? []).Where(name => !known.Contains(name)))
            problems.Add(new(policy.Explain!.Marks.GetValueOrDefault($"allowed.{name}", policy.Explain.At), $"explain.allowed.{name}",
                $"explain.allowed.{name}: '{name}' is not a column of the data{NearestName.Hint(name, columns)}"));
        foreach ((string group, IReadOnlyList<string> members) in policy.Explain?.Groups ?? [])
            CheckGroup(policy.Explain!, group, members, columns, known, problems);
        if (policy.Explain?.Rows is { Id: { } id } rows && !known.Contains(id))
            problems.Add(new(rows.Marks.GetValueOrDefault("id", rows.At), "explain.rows.id",
                $"the id column '{id}' is not a column of the data{NearestName.Hint(id, columns)}"));
        CheckControls(policy, columns, known, problems);
        return problems;
    }

    private static void CheckGroup(ExplainSpec explain, string group, IReadOnlyList<string> members, IReadOnlyList<string> columns,
        HashSet<string> known, List<PolicyProblem> problems)
    {
        string key = $"explain.groups.{group}";
        void Add(string message) => problems.Add(new(explain.Marks.GetValueOrDefault($"groups.{group}", explain.At), key,
            $"{Shown.OneLine(key)}: {message}"));
        if (known.Contains(group)) Add($"'{Shown.Of(group)}' is a column of the data; give the group another name");
        foreach (string name in members.Where(name => !known.Contains(name)))
            Add($"'{Shown.Of(name)}' is not a column of the data{NearestName.Hint(name, columns)}");
        if (members.Distinct(StringComparer.Ordinal).Count() < members.Count) Add("a column is named twice");
    }

    private static void CheckControls(PolicyDocument policy, IReadOnlyList<string> columns, HashSet<string> known,
        List<PolicyProblem> problems)
    {
        string[] names = [.. policy.Data.Sensitive.Select(s => s.As), .. columns];
        foreach (ConditionSpec condition in policy.Conditions)
            for (int i = 0; i < condition.Control.Count; i++)
            {
                string name = condition.Control[i];
                if (known.Contains(name) || policy.Data.Sensitive.Any(s => s.As == name)) continue;
                Mark at = condition.Marks.GetValueOrDefault($"control[{i}]", condition.Marks.GetValueOrDefault("control", condition.At));
                problems.Add(new(at, "control", $"the control column '{name}' is not a column of the data{NearestName.Hint(name, names)}"));
            }
    }
}
