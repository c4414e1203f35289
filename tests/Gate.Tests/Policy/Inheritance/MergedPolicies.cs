using System.Security.Cryptography;
using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy.Inheritance;

/// <summary>What holds in a policy that extends others.</summary>
public sealed class MergedPolicies
{
    [Fact]
    public void What_a_policy_does_not_say_is_that_of_the_one_that_it_extends()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("gate.yml", ExtendedPolicies.Team);
        PolicyDocument policy = files.Read();
        Assert.Equal((0.9, LooseningSpec.Forbid, 90), (policy.Confidence, policy.Loosening, policy.WaiverTerms.MaxDays!.Value));
        Assert.Equal(["accurate", "recall"], policy.Conditions.Select(condition => condition.Id));
        Assert.Equal(LockWaivers.Refused, policy.Conditions[0].Lock);
        ExtendedPolicy extended = Assert.Single(policy.Extended);
        Assert.Equal(files.Path_("organisation.yml"), extended.FullPath);
        Assert.Equal(ExtendedPolicies.Organisation, Encoding.UTF8.GetString(extended.Bytes));
    }

    [Fact]
    public void A_condition_is_changed_by_its_id_and_keeps_the_rest_and_its_origin()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("gate.yml", ExtendedPolicies.Team + """
                conditions:
                  - { id: accurate, min: 0.8 }
                  - { id: recall, min: 0.4 }
                  - metric: recall
                    where: "a > 1"
                    min: 0.3
                """);
        PolicyDocument policy = files.Read();
        Assert.Equal([("accurate", 0.8), ("recall", 0.4), ("recall-in-slice", 0.3)],
            policy.Conditions.Select(condition => (condition.Id, condition.Min!.Value)));
        ConditionSpec changed = policy.Conditions[0];
        Assert.Equal(("accuracy", LockWaivers.Refused), (changed.Metric, changed.Lock));
        Assert.Equal(new Mark(12, 7), changed.At);
        Assert.Equal(new Mark(12, 21), changed.Marks["min"]);
        string organisation = files.Path_("organisation.yml");
        Assert.Equal(new Mark(5, 5) { File = organisation }, changed.Marks["metric"]);
        Assert.Equal(new Mark(4, 5) { File = organisation }, changed.Inherited!.At);
        Assert.Equal([new InheritedBound("min", 0.7, new Mark(6, 5) { File = organisation })], changed.Inherited.Bounds);
        Assert.Null(policy.Conditions[2].Inherited);
    }

    [Fact]
    public void A_made_id_that_is_taken_by_an_inherited_condition_gets_a_number_and_changes_nothing()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("gate.yml", ExtendedPolicies.Team + "conditions: [{ metric: recall, min: 0.1 }]\n");
        Assert.Equal([("accurate", 0.7), ("recall", 0.5), ("recall-2", 0.1)],
            files.Read().Conditions.Select(condition => (condition.Id, condition.Min!.Value)));
    }

    [Fact]
    public void A_model_is_taken_whole_maps_are_merged_and_lists_replaced()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation + """
            model: { predictions: { score: s }, threshold: 0.4 }
            data: { label: other, positive: "yes", sensitive: [sex, age] }
            """).With("gate.yml", ExtendedPolicies.Team + "conditions: [{ id: accurate, locked: true }]\n");
        // What is not looser for certain is not for the team to change where the organisation locks.
        Assert.Contains(files.Problems(), problem => problem.Contains("data.label", StringComparison.Ordinal));
        files.With("organisation.yml", ExtendedPolicies.Organisation.Replace("    locked: true\n", "", StringComparison.Ordinal) + """
            model: { predictions: { score: s }, threshold: 0.4 }
            data: { label: other, positive: "yes", sensitive: [sex, age] }
            """);
        files.With("gate.yml", ExtendedPolicies.Team);
        PolicyDocument policy = files.Read();
        Assert.Equal(0.5, Assert.IsType<TrainSpec>(policy.Model).Threshold);
        Assert.Equal(("deny", "yes", "sex"), (policy.Data.Label, policy.Data.Positive, Assert.Single(policy.Data.Sensitive).As));
    }

    [Fact]
    public void Of_several_the_later_counts_for_more_and_one_that_both_extend_counts_once()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("a.yml", "version: 1\nextends: organisation.yml\nconditions: [{ id: recall, min: 0.6 }]\nseed: 1\n")
            .With("b.yml", "version: 1\nextends: organisation.yml\nseed: 2\n")
            .With("gate.yml", ExtendedPolicies.Team.Replace("organisation.yml", "[a.yml, { file: b.yml }]", StringComparison.Ordinal));
        PolicyDocument policy = files.Read();
        Assert.Equal((0.6, 2UL), (policy.Conditions[1].Min!.Value, policy.Seed));
        Assert.Equal(["organisation.yml", "a.yml", "b.yml"], policy.Extended.Select(one => Path.GetFileName(one.File)));
    }

    [Fact]
    public void Waivers_are_added_and_the_count_of_conditions_is_that_of_its_own_file()
    {
        string organisation = ExtendedPolicies.Organisation + """
            expect_conditions: 2
            waivers: [{ condition: recall, owner: a, reason: b, expires: 2027-01-01 }]
            """;
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", organisation).With("gate.yml",
            ExtendedPolicies.Team + "conditions: [{ metric: accuracy, min: 0.1 }]\n"
            + "waivers: [{ condition: accuracy, owner: c, reason: d, expires: 2027-01-01 }]\n");
        PolicyDocument policy = files.Read();
        Assert.Equal(["a", "c"], policy.Waivers.Select(waiver => waiver.Owner));
        Assert.Null(policy.ExpectConditions);
        files.With("organisation.yml", organisation.Replace("expect_conditions: 2", "expect_conditions: 3", StringComparison.Ordinal));
        Assert.StartsWith("organisation.yml:11 expect_conditions: the policy has 2 conditions", Assert.Single(files.Problems()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_out_of_a_commit_needs_its_digest_and_extends_files_of_that_commit()
    {
        var commits = new FakeCommits { Files = { ["rules/organisation.yml"] = ExtendedPolicies.Organisation + "extends: base.yml\n",
            ["rules/base.yml"] = "version: 1\nseed: 5\n" } };
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commits.Files["rules/organisation.yml"])));
        string Extends(string entry) => ExtendedPolicies.Team.Replace("extends: organisation.yml", $"extends: {entry}",
            StringComparison.Ordinal);
        using ExtendedPolicies files = new ExtendedPolicies().With("gate.yml",
            Extends($"{{ git: main, file: rules/organisation.yml, digest: \"sha256:{digest}\" }}"));
        PolicyDocument policy = files.Read(commits: commits);
        Assert.Equal(5UL, policy.Seed);
        Assert.Equal("1a2b3c4d5e6f:rules/organisation.yml", policy.Conditions[0].At.File);
        Assert.Equal([$"{FakeCommits.Commit}:rules/base.yml", $"{FakeCommits.Commit}:rules/organisation.yml"],
            policy.Extended.Select(one => one.Place));

        Assert.Contains("no commits can be read here", Assert.Single(files.Problems()), StringComparison.Ordinal);
        files.With("gate.yml", Extends("{ git: main, file: rules/organisation.yml }"));
        Assert.Contains("digest", Assert.Single(files.Problems(commits: commits)), StringComparison.Ordinal);
        files.With("gate.yml", Extends($"{{ git: main, file: rules/organisation.yml, digest: \"{new string('0', 64)}\" }}"));
        Assert.Contains($"its digest is sha256:{digest}", Assert.Single(files.Problems(commits: commits)), StringComparison.Ordinal);
        commits.Files["rules/organisation.yml"] = "version: 1\nextends: ../../base.yml\n";
        digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commits.Files["rules/organisation.yml"])));
        files.With("gate.yml", Extends($"{{ git: main, file: rules/organisation.yml, digest: {digest} }}"));
        Assert.Contains("lies outside the repository", Assert.Single(files.Problems(commits: commits)), StringComparison.Ordinal);
    }
}
