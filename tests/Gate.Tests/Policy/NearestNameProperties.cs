using System.Text.Json;
using CsCheck;
using Gate.Tests.Properties;
using Gate.Wording;

namespace Gate.Tests.Policy;

/// <summary>What holds of the search for a name that was meant, whatever was written.</summary>
public sealed class NearestNameProperties
{
    private static readonly Gen<string> names = Gen.Frequency(
        (4, (IGen<string>)Gen.String[Gen.Char["abAB_"], 0, 8]), (1, Gen.String[Gen.Char, 0, 80]), (1, Gen.String[Gen.Char["ab"], 60, 70]));

    private static readonly Gen<(string Name, string[] Candidates)> cases = Gen.Select(names, names.Array[0, 6]);

    private static readonly Gen<(string Meant, string[] Others, double Place)> misspelt =
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 2, 40], names.Array[0, 6], Gen.Double.Unit);

    [Fact]
    public void It_never_throws_and_finds_only_what_exists() => RandomCases.Hold(cases, 4000, one =>
    {
        string? found = NearestName.Find(one.Name, one.Candidates);
        if (found is not null) Assert.Contains(found, one.Candidates);
        Assert.DoesNotContain(NearestName.Hint(one.Name, one.Candidates), char.IsControl);
    }, Print);

    [Fact]
    public void What_is_one_letter_away_is_found() => RandomCases.Hold(misspelt, 2000, one =>
    {
        (string meant, string[] others, double place) = one;
        string written = meant.Remove((int)(place * meant.Length), 1);
        if (written.Length > 1) Assert.NotNull(NearestName.Find(written, [.. others, meant]));
    }, one => Print((one.Meant, one.Others)));

    [Theory]
    [InlineData("auc", "accuracy roc_auc roc_auc_ovr partial_roc_auc", "roc_auc")]
    [InlineData("AUC", "roc_auc", "roc_auc")]
    [InlineData("binary", "binary_classification multiclass_classification regression", "binary_classification")]
    [InlineData("warning", "enforce warn inform", "warn")]
    [InlineData("classification", "binary_classification multiclass_classification regression", null)]
    [InlineData("uc", "roc_auc", null)]
    [InlineData("ro", "ro_auc", null)]
    [InlineData("rocs", "roc_auc_ovr", null)]
    public void One_word_of_a_name_or_its_beginning_finds_it(string name, string candidates, string? found) =>
        Assert.Equal(found, NearestName.Find(name, candidates.Split(' ')));

    private static string Print((string Name, string[] Candidates) one) => JsonSerializer.Serialize(one.Candidates.Prepend(one.Name));
}
