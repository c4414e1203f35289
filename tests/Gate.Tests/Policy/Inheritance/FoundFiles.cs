namespace Gate.Tests.Policy.Inheritance;

/// <summary>Which files a policy may extend, and what is told of those that are wrong.</summary>
public sealed class FoundFiles
{
    [Theory]
    [InlineData("missing.yml", "there is no file 'missing.yml'")]
    [InlineData("../outside.yml", "'../outside.yml' lies outside the repository of the policy")]
    [InlineData("/etc/hostname", "'/etc/hostname' lies outside the repository of the policy")]
    [InlineData("link.yml", "'link.yml' is a link; name the file itself")]
    [InlineData("linked/organisation.yml", "'linked' is a link; name the file itself")]
    [InlineData("empty.yml", "'empty.yml' is empty or no regular file")]
    [InlineData("gate.yml", "'gate.yml' extends this policy itself")]
    public void A_file_that_may_not_be_extended_is_named_at_its_line(string file, string message)
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("empty.yml", "").With("gate.yml", ExtendedPolicies.Team.Replace("organisation.yml", file, StringComparison.Ordinal));
        File.CreateSymbolicLink(files.Path_("link.yml"), files.Path_("organisation.yml"));
        Directory.CreateSymbolicLink(files.Path_("linked"), files.Path_("."));
        Assert.StartsWith($"gate.yml:2 extends: {message}", Assert.Single(files.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_above_the_policy_is_in_its_repository()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation)
            .With("teams/credit/gate.yml", ExtendedPolicies.Team.Replace("organisation.yml", "../../organisation.yml",
                StringComparison.Ordinal));
        Assert.Equal(2, files.Read("teams/credit/gate.yml").Conditions.Count);
        Directory.Delete(files.Path_(".git"));
        Assert.Contains("lies outside the repository", Assert.Single(files.Problems("teams/credit/gate.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_told_where_it_closes()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", "version: 1\nextends: division.yml\n")
            .With("division.yml", "version: 1\n\nextends: organisation.yml\n").With("gate.yml", ExtendedPolicies.Team);
        Assert.StartsWith("division.yml:3 extends: 'organisation.yml' extends this policy itself", Assert.Single(files.Problems()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "more than 5 policies extend each other in a row")]
    public void The_depth_is_limited(int depth, string? message)
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("gate.yml", ExtendedPolicies.Team.Replace("organisation.yml", "1.yml",
            StringComparison.Ordinal) + "conditions: [{ metric: accuracy, min: 0.5 }]\n");
        for (int i = 1; i <= depth; i++)
            files.With($"{i}.yml", i < depth ? $"version: 1\nextends: {i + 1}.yml\n" : "version: 1\nseed: 1\n");
        if (message is null) Assert.Equal(depth, files.Read().Extended.Count);
        else Assert.Contains(message, Assert.Single(files.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, "a policy has more than 16 files")]
    public void The_number_of_files_is_limited(int count, string? message)
    {
        string names = string.Join(", ", Enumerable.Range(1, count).Select(i => $"{i}.yml"));
        using ExtendedPolicies files = new ExtendedPolicies().With("gate.yml", ExtendedPolicies.Team.Replace("organisation.yml",
            $"[{names}]", StringComparison.Ordinal) + "conditions: [{ metric: accuracy, min: 0.5 }]\n");
        for (int i = 1; i <= count; i++) files.With($"{i}.yml", "version: 1\n");
        if (message is null) Assert.Equal(count, files.Read().Extended.Count);
        else Assert.Contains(message, Assert.Single(files.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\nconfidance: 0.9\n", "organisation.yml:2 confidance: unknown key 'confidance'; did you mean 'confidence'?")]
    [InlineData("version: 1\nconfidence: 2\n", "organisation.yml:2 confidence: expected a number")]
    [InlineData("version: 2\n", "organisation.yml:1 version: expected 1, found 2")]
    [InlineData("seed: 1\n", "organisation.yml:1 version: is missing")]
    [InlineData("version: 1\nconditions: [\n", "organisation.yml:3 this is not YAML")]
    [InlineData("version: 1\nconditions: [{ metric: acuracy, min: 0.5 }]\n", "organisation.yml:2 conditions[0].metric: ")]
    public void What_is_wrong_in_an_extended_policy_is_told_at_its_own_place(string text, string message)
    {
        // Also where the policy has another word for it.
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", text)
            .With("gate.yml", ExtendedPolicies.Team + "confidence: 0.8\nconditions: [{ metric: accuracy, min: 0.5 }]\n");
        Assert.StartsWith(message, Assert.Single(files.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_the_whole_is_told_where_it_stands()
    {
        using ExtendedPolicies files = new ExtendedPolicies().With("organisation.yml", ExtendedPolicies.Organisation.Replace(
            "min: 0.5", "min: 80", StringComparison.Ordinal)).With("gate.yml", ExtendedPolicies.Team);
        Assert.StartsWith("organisation.yml:9 conditions[1].min: ", Assert.Single(files.Problems()), StringComparison.Ordinal);
    }
}
