using Gate.Data;
using Gate.Evaluation.Loading;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>The digest of a query's rows is the same for the same content, and another one for any other.</summary>
public sealed class TableDigestTests
{
    private static string Of(params Column[] columns) => TableDigest.Of(new(columns));

    [Fact]
    public void Any_difference_gives_another_digest()
    {
        string[] digests =
        [
            Of(new NumericColumn("x", [1, 2], ColumnType.Integer)), Of(new NumericColumn("x", [1, 3], ColumnType.Integer)),
            Of(new NumericColumn("y", [1, 2], ColumnType.Integer)), Of(new NumericColumn("x", [1, 2], ColumnType.Real)),
            Of(new CategoryColumn("x", [0, 1], ["a", "b"])), Of(new CategoryColumn("x", [1, 0], ["a", "b"])),
            Of(new CategoryColumn("x", [0, 1], ["ab", ""])), Of(new CategoryColumn("x", [0, 1], ["a", "c"])),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.All(digests, digest => Assert.Matches("^sha256:[0-9a-f]{64}$", digest));
        Assert.Equal(digests[0], Of(new NumericColumn("x", [1, 2], ColumnType.Integer)));
    }
}
