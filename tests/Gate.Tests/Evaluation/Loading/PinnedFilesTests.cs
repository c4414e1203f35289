using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Planning;
using Gate.Evaluation.Proposals;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Loading;

public sealed class PinnedFilesTests : IDisposable
{
    private const string Rows = "SELECT i AS id, CASE WHEN i % 3 = 0 THEN 'no' ELSE 'yes' END AS y, (i * 7919 % 100) / 100.0 AS s, "
        + "(i * 1.25)::DOUBLE AS x FROM range(200) t(i)";

    private readonly TestRun run = new();

    public PinnedFilesTests()
    {
        // Uncompressed pages: what is flipped in them stays readable, as other values.
        run.Folder.Copy("d.parquet", Rows, "FORMAT parquet, COMPRESSION uncompressed");
        run.Folder.Copy("p.csv", $"SELECT id, s AS own FROM ({Rows})", "FORMAT csv, HEADER");
    }

    public void Dispose() => run.Dispose();

    private static string Policy(string digests = "", string predictions = "score: s") => $$"""
        version: 1
        task: binary_classification
        data: { source: d.parquet, label: y, positive: "yes" }
        model: { predictions: { {{predictions}} } }
        conditions: [{ metric: accuracy, min: 0.1 }]
        {{digests}}
        """;

    private string Sha(string name) => Digest.OfFile(Path.Combine(run.Folder.Path, name));

    /// <summary>Flips one byte of the column of doubles, in the middle of the file.</summary>
    private void Flip(string name)
    {
        string path = Path.Combine(run.Folder.Path, name);
        byte[] bytes = File.ReadAllBytes(path);
        double value = 100 * 1.25;
        int at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(value));
        Assert.True(at > 0);
        bytes[at + 6] ^= 0x10;
        File.WriteAllBytes(path, bytes);
    }

    [Fact]
    public void Flipped_bytes_of_parquet_are_read_as_other_values_unless_the_file_is_pinned()
    {
        string pinned = Policy($"digests: {{ d.parquet: {Sha("d.parquet")} }}");
        double before = TableReader.Read(run.Folder.Source("d.parquet")).Columns[3] is NumericColumn c ? c.Values.Sum() : 0;
        run.Run(pinned);
        string expected = Sha("d.parquet");
        Flip("d.parquet");
        Assert.NotEqual(before, ((NumericColumn)TableReader.Read(run.Folder.Source("d.parquet")).Columns[3]).Values.Sum());
        run.Run(Policy());
        string message = Assert.Throws<DataException>(() => run.Run(pinned)).Message;
        Assert.Equal($"{Path.Combine(run.Folder.Path, "d.parquet")} is not the file that the policy pins: expected {expected}, found "
            + $"{Sha("d.parquet")}; fetch the file again, or, if it was meant to change, take the new digest over ('gate check --pin' "
            + "prints it)", message);
        Assert.Throws<DataException>(() => PowerCheck.Plan(run.InputsOf(pinned), run, CancellationToken.None));
        Assert.Throws<DataException>(() => PolicyCheck.Check(run.InputsOf(pinned)));
    }

    [Fact]
    public void A_predictions_file_is_held_to_its_digest_as_well()
    {
        string digests = $"digests: {{ d.parquet: {Sha("d.parquet")}, ./p.csv: {Sha("p.csv")["sha256:".Length..].ToUpperInvariant()} }}";
        string pinned = Policy(digests, "score: own, source: p.csv, key: id");
        run.Run(pinned);
        File.AppendAllText(Path.Combine(run.Folder.Path, "p.csv"), "900,0.5\n");
        Assert.Contains("p.csv is not the file that the policy pins", Assert.Throws<DataException>(() => run.Run(pinned)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_file_is_pinned_every_file_is()
    {
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Run(
            Policy($"digests: {{ d.parquet: {Sha("d.parquet")} }}", "score: own, source: p.csv, key: id"))).Problems);
        Assert.Equal(6, problem.At.Line);
        Assert.Contains("'p.csv' is read and has no digest here", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_of_a_file_that_is_not_read_is_refused()
    {
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Run(
            Policy($"digests:\n  d.parquet: {Sha("d.parquet")}\n  e.parquet: {Sha("d.parquet")}"))).Problems);
        Assert.Equal(8, problem.At.Line);
        Assert.Contains("'e.parquet' is no file that is read; did you mean 'd.parquet'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_a_query_names_are_pinned_too()
    {
        string yaml = Policy().Replace("source: d.parquet", "source: { sql: \"SELECT * FROM 'd.parquet'\" }", StringComparison.Ordinal);
        run.Run(yaml + $"digests: {{ d.parquet: {Sha("d.parquet")} }}");
        Assert.Contains(run.Run(yaml).Provenance.Digests, digest => digest.Name == "d.parquet" && digest.Sha256 == Sha("d.parquet"));
        Assert.Throws<DataException>(() => run.Run(yaml + $"digests: {{ d.parquet: {Sha("p.csv")} }}"));
    }

    [Fact]
    public void The_printed_block_pins_what_is_there()
    {
        string yaml = Policy("", "score: own, source: p.csv, key: id");
        string block = PinBlock.Write(PolicyCheck.Digests(run.InputsOf(yaml)));
        Assert.Equal($"digests:  # of the files that are read; other bytes are an error\n  d.parquet: {Sha("d.parquet")}\n  p.csv: "
            + $"{Sha("p.csv")}\n", block);
        run.Run(yaml + block);
    }

    [Fact]
    public void The_result_names_files_that_nothing_protects()
    {
        static string[] Notes(GateResult result) => [.. result.Notes.Where(note => note.Contains("checksum", StringComparison.Ordinal))];
        Assert.Contains("'d.parquet' carries no checksum of its own", Assert.Single(Notes(run.Run(Policy()))), StringComparison.Ordinal);
        Assert.Empty(Notes(run.Run(Policy($"digests: {{ d.parquet: {Sha("d.parquet")} }}"))));
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_binds_no_verdict()
    {
        using var meddled = new TestRun
        {
            AtStage = stage =>
            {
                if (stage == "judging conditions") File.AppendAllText(Path.Combine(run.Folder.Path, "m.csv"), "4,yes,0.5,1\n");
            },
        };
        run.Folder.Copy("m.csv", Rows, "FORMAT csv, HEADER");
        RunInputs inputs = meddled.InputsOf(Policy().Replace("d.parquet", "m.csv", StringComparison.Ordinal)) with
            { BaseDirectory = run.Folder.Path };
        string message = Assert.Throws<DataException>(() => meddled.Execute(inputs)).Message;
        Assert.Contains("m.csv changed while it was read", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digests: { d.parquet: abc }", "expected a SHA-256 digest")]
    [InlineData("digests: {}", "expected at least 1 entries")]
    public void A_digest_that_is_none_is_refused(string digests, string message) => Assert.Contains(message,
        Assert.Throws<PolicyException>(() => run.InputsOf(Policy(digests))).Message, StringComparison.Ordinal);
}
