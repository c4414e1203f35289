using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy;

/// <summary>Files that strangers might send: refused quickly, with one line.</summary>
public class LimitTests
{
    [Fact]
    public void A_policy_of_100_MB_is_refused()
    {
        var bytes = new byte[100_000_000];
        Array.Fill(bytes, (byte)'#');
        Assert.Equal(["1:1 the file is 96 MiB large; a policy has at most 1 MiB. Is this a data file?"], Policies.Problems(bytes));
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_without_being_read()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream stream = File.OpenWrite(path)) stream.SetLength(100_000_000);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var e = Assert.Throws<PolicyException>(() => PolicyReader.ReadBytes(path, "big.yml"));
            Assert.StartsWith("big.yml:1:1: the file is 96 MiB large", e.Message, StringComparison.Ordinal);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_is_read_whole()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Policies.Minimal);
            Assert.Equal(Encoding.UTF8.GetBytes(Policies.Minimal), PolicyReader.ReadBytes(path, "gate.yml"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_told_apart()
    {
        string missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "gate.yml");
        Assert.Equal("gate.yml:1:1: there is no such policy file; 'gate init' writes one",
            Assert.Throws<PolicyException>(() => PolicyReader.ReadBytes(missing, "gate.yml")).Message);
        Assert.Equal("here:1:1: this is a directory; name the policy file in it",
            Assert.Throws<PolicyException>(() => PolicyReader.ReadBytes(Path.GetTempPath(), "here")).Message);
    }

    [Fact]
    public void A_billion_laughs_are_cut_short()
    {
        var yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++)
            yaml.Append(FormattableString.Invariant($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Equal("3:66 aliases repeat more than 1000 values; write the policy out or shorten it".Split(' ', 2)[1],
            Policies.Problem(yaml.ToString()).Split(' ', 2)[1]);
    }

    [Fact]
    public void Merge_keys_count_like_aliases()
    {
        var yaml = new StringBuilder("a0: &a0 { x: 1, y: 2 }\n");
        for (int i = 1; i < 40; i++) yaml.Append(FormattableString.Invariant($"a{i}: &a{i} {{ <<: [*a{i - 1}, *a{i - 1}] }}\n"));
        Assert.Contains("aliases repeat more than 1000 values", Policies.Problem(yaml.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(500_000)]
    public void Deep_nesting_is_refused(int depth) =>
        Assert.Contains("lists and maps are nested more than 32 deep", Policies.Problem("a: " + new string('[', depth)),
            StringComparison.Ordinal);

    [Fact]
    public void Too_many_conditions_are_refused() =>
        Assert.Equal(
            "11:3 conditions: 1002 entries are too many; at most 1000 are read",
            Policies.Problem(Policies.Minimal + string.Concat(Enumerable.Repeat("  - { metric: accuracy, min: 0.1 }\n", 1001))));

    [Fact]
    public void A_megabyte_of_nonsense_is_refused_in_one_problem()
    {
        var keys = new StringBuilder(Policies.Minimal);
        for (int i = 0; keys.Length < 1_000_000; i++) keys.Append(FormattableString.Invariant($"evidense{i}: {i}\n"));
        Assert.Contains("entries are too many", Assert.Single(Policies.Problems(keys.ToString())), StringComparison.Ordinal);

        Assert.NotEmpty(Policies.Problems(Policies.Minimal + new string('x', 1_000_000) + ": 1"));
        Assert.NotEmpty(Policies.Problems(Policies.Minimal + "seed: " + new string('9', 1_000_000)));
        Assert.NotEmpty(Policies.Problems(Policies.Minimal + "name: " + string.Concat(Enumerable.Repeat("{a: ", 250_000))));
    }

    [Fact]
    public void A_byte_order_mark_is_no_column() =>
        Assert.Equal(["1:1 vresion: unknown key 'vresion'; did you mean 'version'?", "1:1 version: is missing; expected 1"],
            Policies.Problems(
                [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Policies.Minimal.Replace("version", "vresion", StringComparison.Ordinal))]));

    [Fact]
    public void Other_encodings_and_binary_files_are_named()
    {
        Assert.Equal(["1:1 the file is UTF-16; save it as UTF-8"], Policies.Problems([0xFF, 0xFE, (byte)'v', 0]));
        Assert.Equal(["2:7 the file is not UTF-8 text; save it as UTF-8"], Policies.Problems([.. "version: 1\nname: "u8, 0xFC, .. "\n"u8]));
        Assert.Equal(["1:5 the file is binary (it contains a zero byte), not a YAML policy"], Policies.Problems([.. "PAR1"u8, 0, 1, 2]));
    }

    [Theory]
    [InlineData("\"a\\n::error::forged\\r\\u2028\": 1")]
    [InlineData("waivers: [{ condition: accuracies, owner: a, reason: b, expires: 2027-01-31 }]")]
    public void Text_of_the_file_cannot_forge_lines_of_a_log(string line)
    {
        // The id has a line break, and a message suggests it as the nearest one.
        string yaml = Policies.Minimal.Replace("- metric", "- id: \"accuracie\\ns\"\n    metric", StringComparison.Ordinal) + line;
        string problem = string.Concat(Policies.Problems(yaml));
        Assert.DoesNotContain('\n', problem);
        Assert.DoesNotContain('\r', problem);
        Assert.DoesNotContain('\u2028', problem);
    }
}
