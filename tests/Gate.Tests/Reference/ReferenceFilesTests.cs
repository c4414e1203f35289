using System.Security.Cryptography;
using Gate.Tests.House;

namespace Gate.Tests.Reference;

/// <summary>The copies of reference files in the repository are what their page says.</summary>
public sealed class ReferenceFilesTests
{
    public static TheoryData<string> Copies => [.. ReferenceFiles.Copies.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Copies))]
    public void Each_copy_stands_on_the_page_with_its_digest(string name)
    {
        string page = File.ReadAllText(Checkout.Path("tests/Gate.Tests/Reference/README.md"));
        string digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(ReferenceFiles.Path(name))));
        Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal);
        string row = page.Split('\n').Single(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
        Assert.EndsWith($"| `{digest}` |", row, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Each_copy_is_the_original_byte_by_byte()
    {
        Skip.If(ReferenceFiles.Beside is null, "no shared/golden beside the checkout");
        Assert.All(ReferenceFiles.Copies, copy =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(ReferenceFiles.Beside!, copy.Key)), File.ReadAllBytes(copy.Value)));
    }

    [Fact]
    public void All_copies_together_stay_small() =>
        Assert.InRange(ReferenceFiles.Copies.Values.Sum(file => new FileInfo(file).Length), 1, 1_000_000);
}
