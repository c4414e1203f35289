using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Joint;

/// <summary>Which groups a joint comparison holds against which.</summary>
internal static class JointQuestions
{
    /// <summary>The questions of one control level, or why there are none.</summary>
    public static (JointQuestion[] Questions, string? Undefined) OfLevel(Comparison comparison, JointMetric metric, int level,
        int[] members, Grouping grouping, JointReference reference)
    {
        if (members.Length == 0) return ([], "no group has enough rows to take part");
        int[] all = Within(grouping, level);
        bool needsTwo = metric is PartitionMetric || comparison.Method is CompareMethod.BetweenGroups or CompareMethod.ToReference;
        if (needsTwo && members.Length < 2) return ([], "only one group takes part, so there is nothing to compare it with");
        if (all.Length < 2) return ([], "there is only one group, so there is nothing to compare it with");
        if (metric is PartitionMetric) return ([new JointQuestion(null, [new Stratum(level, -1, members)])], null);
        switch (comparison.Method)
        {
            case CompareMethod.BetweenGroups:
                return ([.. members.SelectMany(d => members.Where(a => a != d).Select(a => Single(level, d, [a])))], null);
            case CompareMethod.ToReference:
                (int? a, string? why) = reference.Of(comparison.Reference, level, members);
                return a is int found ? ([.. members.Where(d => d != found).Select(d => Single(level, d, [found]))], null) : ([], why);
            case CompareMethod.ToOverall:
                return ([.. members.Select(d => Single(level, d, all))], null);
            default:
                return ([.. members.Select(d => Single(level, d, [.. all.Where(g => g != d)]))], null);
        }
    }

    /// <summary>The questions of a stratified metric: one for each group by its values, over all control levels in which it and those it is
    /// compared with take part.</summary>
    public static (JointQuestion[] Questions, string? Undefined) OfStrata(Comparison comparison, int[][] members, Grouping grouping,
        JointReference reference)
    {
        if (grouping.Control.Count == 0) return ([], "it compares groups within control levels, and there is no control column");
        var strata = new Dictionary<string, List<Stratum>>(StringComparer.Ordinal);
        string[] keys = [.. members.SelectMany(own => own).Select(g => Key(grouping, g)).Distinct()];
        for (int level = 0; level < members.Length; level++)
        {
            int[] all = Within(grouping, level);
            int? named = null;
            if (comparison.Method == CompareMethod.ToReference)
            {
                if (members[level].Length == 0) continue;
                (named, string? why) = reference.Of(comparison.Reference, level, members[level]);
                if (named is null) return ([], why);
            }
            foreach (string key in keys)
            {
                int group = Array.FindIndex(all, g => Key(grouping, g) == key);
                // A group below the evidence floor of a level takes no part there; one without any row there has no share of its outcomes.
                if (group >= 0 && !members[level].Contains(all[group])) continue;
                int d = group < 0 ? -1 : all[group];
                if (named is int a && a == d) continue;
                int[] others = named is int own ? [own] : [.. all.Where(g => g != d)];
                if (!strata.TryGetValue(key, out List<Stratum>? list)) strata[key] = list = [];
                list.Add(new Stratum(level, d, others));
            }
        }
        JointQuestion[] questions =
            [.. keys.Where(strata.ContainsKey)
            .Select(key => new JointQuestion(strata[key].First(s => s.Group >= 0).Group, [.. strata[key]]))];
        return questions.Length > 0 ? (questions, null) : ([], "no group has enough rows to take part");
    }

    private static JointQuestion Single(int level, int group, int[] others) => new(group, [new Stratum(level, group, others)]);

    private static int[] Within(Grouping grouping, int level) =>
        [.. Enumerable.Range(0, grouping.Groups.Count).Where(g => grouping.Groups[g].Level == level)];

    private static string Key(Grouping grouping, int group) => string.Join('\0', grouping.Groups[group].Values);
}
