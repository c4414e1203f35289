using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>The block of digests, as <c>gate init</c> and <c>gate check --pin</c> write it.</summary>
public sealed class PinBlockTests
{
    [Fact]
    public void Each_file_has_a_line_and_names_are_quoted_where_they_must_be() => Assert.Equal("""
        digests:  # of the files that are read; other bytes are an error
          data/loans.csv: sha256:ab
          "two words.csv": sha256:cd
          "2024.csv": sha256:ef

        """.ReplaceLineEndings("\n"), PinBlock.Write([new("data/loans.csv", "sha256:ab"), new("two words.csv", "sha256:cd"),
            new("2024.csv", "sha256:ef")]));

    [Fact]
    public void Digests_must_be_given() => Assert.Throws<ArgumentNullException>(() => PinBlock.Write(null!));
}
