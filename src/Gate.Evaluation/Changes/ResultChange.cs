using Gate.Evaluation.Results;

namespace Gate.Evaluation.Changes;

/// <summary>What two results say differently.</summary>
/// <param name="Before">The verdict before.</param>
/// <param name="After">The verdict now.</param>
/// <param name="Conditions">What became of each condition, the worst first, else in the order of the newer policy.</param>
/// <param name="Differing">What the two verdicts are bound to that is not the same: <c>policy</c>, <c>data</c>, <c>model</c> and the other
/// roles of digests, <c>keys replaced on the command line</c>, <c>test rows</c>, <c>Gate</c>.</param>
public sealed record ResultChange(Verdict Before, Verdict After, IReadOnlyList<ConditionChange> Conditions,
    IReadOnlyList<string> Differing)
{
    /// <summary>The word for <see cref="Differing"/> where other rows were measured: changes are then of rows as well.</summary>
    public const string TestRows = "test rows";

    private const string Replaced = "keys replaced on the command line";

    /// <summary>How many conditions a change befell.</summary>
    /// <param name="kind">The change.</param>
    public int Count(ChangeKind kind) => Conditions.Count(change => change.Kind == kind);

    /// <summary>Compares two results.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    public static ResultChange Of(GateResult before, GateResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<string, Finding> earlier = before.Findings.DistinctBy(finding => finding.Id)
            .ToDictionary(finding => finding.Id);
        HashSet<string> later = [.. after.Findings.Select(finding => finding.Id)];
        IEnumerable<ConditionChange> changes = after.Findings
            .Select(finding => ConditionChange.Of(finding.Id, earlier.GetValueOrDefault(finding.Id), finding))
            .Concat(before.Findings.Where(finding => !later.Contains(finding.Id))
                .Select(finding => ConditionChange.Of(finding.Id, finding, null)));
        return new(before.Verdict, after.Verdict, [.. changes.OrderBy(change => change.Kind)], Differences(before, after));
    }

    private static List<string> Differences(GateResult before, GateResult after)
    {
        ILookup<string, string> Digests(GateResult result) => result.Provenance.Digests.ToLookup(own => own.Role, own => own.Sha256);
        (ILookup<string, string> one, ILookup<string, string> other) = (Digests(before), Digests(after));
        IEnumerable<string> roles = other.Concat(one).Select(role => role.Key).Distinct()
            .Where(role => !one[role].Order(StringComparer.Ordinal).SequenceEqual(other[role].Order(StringComparer.Ordinal)));
        var differing = new List<string>(roles);
        if (!before.Policy.Overrides.SequenceEqual(after.Policy.Overrides)) differing.Add(Replaced);
        if (before.Provenance.Identity?.TestRows != after.Provenance.Identity?.TestRows) differing.Add(TestRows);
        if (before.Provenance.Gate != after.Provenance.Gate) differing.Add("Gate");
        return differing;
    }
}
