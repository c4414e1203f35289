namespace Gate.Tests.Policy.Inheritance;

/// <summary>What is locked can be tightened and nothing else.</summary>
public sealed class Locks
{
    [Theory]
    [InlineData("conditions: [{ id: accurate, min: 0.71 }]")]
    [InlineData("conditions: [{ id: accurate, min: 0.9, max: 0.99 }]")]
    [InlineData("conditions: [{ id: accurate, on_inconclusive: fail }]")]
    [InlineData("conditions: [{ id: accurate, confidence: 0.99 }]")]
    [InlineData("conditions: [{ id: accurate, evidence: { min_count: 500 } }]")]
    [InlineData("conditions: [{ id: accurate, why: because }]")]
    [InlineData("conditions: [{ id: recall, min: 0.1 }]")]
    [InlineData("conditions: [{ id: recall, level: inform }]")]
    [InlineData("evidence: { min_count: 500 }")]
    [InlineData("confidence: 0.99")]
    [InlineData("policy: { waivers: { max_days: 30 } }")]
    [InlineData("families: { other: {} }\nconditions: [{ metric: roc_auc, min: 0.6, family: other }]")]
    public void What_is_tighter_or_not_locked_is_let_through(string own) => Assert.Empty(Loosened(own));

    [Theory]
    [InlineData("conditions: [{ id: accurate, min: 0.69 }]", "gate.yml:11 conditions.accurate.min: 'organisation.yml' locks it with 0.7 "
        + "(line 6), and here stands 0.69, which is looser (a lower bound); it may only be tighter")]
    [InlineData("conditions: [{ id: accurate, level: warn }]", "conditions.accurate.level: ")]
    [InlineData("conditions: [{ id: accurate, locked: false }]", "conditions.accurate.locked: ")]
    [InlineData("conditions: [{ id: accurate, locked: { waivers: allowed } }]", "conditions.accurate.locked: ")]
    [InlineData("conditions: [{ id: accurate, decide_on: point }]", "conditions.accurate.decide_on: ")]
    [InlineData("conditions: [{ id: accurate, on_undefined: pass }]", "conditions.accurate.on_undefined: ")]
    [InlineData("conditions: [{ id: accurate, metric: recall }]", "conditions.accurate.metric: ")]
    [InlineData("conditions: [{ id: accurate, where: \"a > 1\" }]", "conditions.accurate.where: ")]
    [InlineData("conditions: [{ id: accurate, confidence: 0.8 }]", "conditions.accurate.confidence: ")]
    [InlineData("conditions: [{ id: accurate, evidence: { min_count: 1 } }]", "conditions.accurate.evidence.min_count: ")]
    [InlineData("confidence: 0.8", "conditions.accurate.confidence: ")]
    [InlineData("evidence: { min_count: 1 }", "conditions.accurate.evidence.min_count: ")]
    [InlineData("policy: { loosening: warn }", "policy.loosening: ")]
    [InlineData("policy: { waivers: { max_days: 91 } }", "policy.waivers.max_days: ")]
    public void What_is_looser_or_may_be_is_refused(string own, string message) =>
        Assert.Contains(message, Assert.Single(Loosened(own)), StringComparison.Ordinal);

    [Fact]
    public void What_an_organisation_says_of_the_data_is_kept_where_it_locks()
    {
        string organisation = ExtendedPolicies.Organisation + "data: { where: \"a > 1\" }\n";
        Assert.Empty(Loosened("", organisation));
        Assert.Contains("data.where: ", Assert.Single(Loosened("data: { where: \"a > 2\" }", organisation)), StringComparison.Ordinal);
        Assert.Empty(Loosened("data: { where: \"a > 2\" }", organisation.Replace("    locked: true\n", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_condition_that_joins_the_family_of_a_locked_one_may_not_help_it()
    {
        const string Joins = "conditions: [{ metric: roc_auc, min: 0.6, family: fairness }]";
        string holm = ExtendedPolicies.Organisation.Replace("    locked: true\n", "    locked: true\n    family: fairness\n",
            StringComparison.Ordinal) + "families: { fairness: { method: holm }, unused: {} }\n";
        Assert.Empty(Loosened(Joins, holm));
        // What decides with it is locked with it.
        string together = holm.Replace("    min: 0.5\n", "    min: 0.5\n    family: fairness\n", StringComparison.Ordinal);
        Assert.Contains("conditions.recall.min", Assert.Single(Loosened("conditions: [{ id: recall, min: 0.4 }]", together)),
            StringComparison.Ordinal);
        Assert.Empty(Loosened("confidence: 0.99", together));
        Assert.Contains("conditions.roc_auc", Assert.Single(Loosened(Joins, holm.Replace("method: holm", "method: benjamini_hochberg",
            StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_policy_tightens_the_next_may_not_loosen_again()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("division.yml", "version: 1\nextends: organisation.yml\nconditions: [{ id: accurate, min: 0.8 }]\n")
            .With("gate.yml", ExtendedPolicies.Team.Replace("organisation", "division", StringComparison.Ordinal)
                + "conditions: [{ id: accurate, min: 0.75 }]\n");
        Assert.StartsWith("gate.yml:11 conditions.accurate.min: 'division.yml' locks it with 0.8 (line 3), and here stands 0.75",
            Assert.Single(files.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conditions.accurate.min", "0.6", false)]
    [InlineData("conditions.accurate.min", "0.9", true)]
    [InlineData("conditions.recall.min", "0.1", true)]
    [InlineData("confidence", "0.6", false)]
    [InlineData("data.source", "other.csv", true)]
    public void The_command_line_cannot_loosen_what_the_policy_locks_itself(string key, string value, bool isLetThrough)
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("gate.yml",
            ExtendedPolicies.Team.Replace("extends: organisation.yml\n", "", StringComparison.Ordinal)
            + ExtendedPolicies.Organisation.Replace("version: 1\n", "", StringComparison.Ordinal));
        if (isLetThrough) files.Read(set: (key, value));
        else Assert.Contains($"(from --set {key}={value})", Assert.Single(files.Problems(set: (key, value))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_needs_a_lock_that_allows_it()
    {
        const string Waiver = "waivers: [{ condition: accurate, owner: a, reason: b, expires: 2027-01-01 }]";
        Assert.Contains("waivers[0].condition: 'accurate' is locked, and the lock allows no waiver", Assert.Single(Loosened(Waiver)),
            StringComparison.Ordinal);
        Assert.Empty(Loosened(Waiver, ExtendedPolicies.Organisation.Replace("locked: true", "locked: { waivers: allowed }",
            StringComparison.Ordinal)));
    }

    private static string[] Loosened(string own, string organisation = ExtendedPolicies.Organisation)
    {
        string team = ExtendedPolicies.Team;
        // One section cannot be written twice.
        if (own.StartsWith("data: { ", StringComparison.Ordinal))
            (team, own) = (team.Replace("data:\n", $"data:\n  {own["data: { ".Length..^2]}\n", StringComparison.Ordinal), "");
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", organisation).With("gate.yml", team + own + "\n");
        try
        {
            files.Read();
            return [];
        }
        catch (Gate.Policy.Document.PolicyException)
        {
            return files.Problems();
        }
    }
}
