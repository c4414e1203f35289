using System.IO.Compression;
using System.Text;
using Gate.Data;
using Gate.Models;
using Gate.Models.MicrosoftMl.Scoring;
using Gate.Models.MicrosoftMl.Zips;

namespace Gate.Tests.Models.MicrosoftMl.Zips;

/// <summary>Files that no process should see, and processes that do not answer.</summary>
public sealed class HostileZips
{
    private static readonly byte[] model = MlNetZips.Train(TaskType.Regression, MlNetZips.People(200)).Zip;

    private static string Refused(byte[] zip) => Assert.Throws<ModelException>(() => ZipCheck.Require(zip)).Message;

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    private static (string Name, byte[] Content)[] Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using Stream stream = entry.Open();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    [Fact]
    public void A_model_as_it_was_saved_passes() => ZipCheck.Require(model);

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("a\\..\\b")]
    public void Names_that_lead_elsewhere(string name) =>
        Assert.Contains("is no name in a model", Refused(Zip([.. Entries(model), (name, [1])])), StringComparison.Ordinal);

    [Fact]
    public void An_entry_twice_and_an_archive_of_something_else()
    {
        Assert.Contains("twice", Refused(Zip([.. Entries(model), Entries(model)[0]])), StringComparison.Ordinal);
        Assert.Contains("no model of ML.NET", Refused(Zip(("readme.txt", [1]))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_zeros_that_unpacks_to_much()
    {
        Assert.Contains("packed more than 250 to one", Refused(Zip([.. Entries(model), ("zeros", new byte[40 << 20])])),
            StringComparison.Ordinal);
        ZipCheck.Require(Zip([.. Entries(model), ("zeros", new byte[1 << 19])]));
    }

    /// <summary>Microsoft.ML would load whatever a header names.</summary>
    [Theory]
    [InlineData("Evil")]
    [InlineData("Microsoft.ML.LightGbm")]
    public void A_part_that_asks_for_a_foreign_assembly(string assembly)
    {
        bool isChanged = false;
        byte[] changed = Zip([.. Entries(model).Select(entry =>
        {
            const string Own = "Microsoft.ML.FastTree,";
            byte[] from = Encoding.Unicode.GetBytes(Own), to = Encoding.Unicode.GetBytes((assembly + ",").PadRight(Own.Length));
            int at = entry.Content.AsSpan().IndexOf(from);
            if (at < 0) return entry;
            isChanged = true;
            to.CopyTo(entry.Content, at);
            return entry;
        })]);
        Assert.True(isChanged);
        Assert.StartsWith($"asks for the assembly '{assembly}', which Gate does not load", Refused(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_of_the_name_that_somebody_else_signed()
    {
        byte[] from = Encoding.Unicode.GetBytes("cc7b13ffcd2ddd51"), to = Encoding.Unicode.GetBytes("0000000000000000");
        byte[] changed = Zip([.. Entries(model).Select(entry =>
        {
            if (entry.Content.AsSpan().IndexOf(from) is >= 0 and int at) to.CopyTo(entry.Content, at);
            return entry;
        })]);
        Assert.StartsWith("asks for the assembly 'Microsoft.ML", Refused(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_goes_beyond_its_part()
    {
        byte[] part = [.. "ML\0MODEL"u8, .. new byte[0xF8]];
        part[0x08] = 2;
        part[0x0A] = 1;
        part[0x91] = 9;
        part[0x98] = 8;
        Assert.Contains("goes beyond it", Refused(Zip([.. Entries(model), ("part", part)])), StringComparison.Ordinal);
        Assert.Contains("goes beyond it", Refused(Zip([.. Entries(model), ("part", "ML\0MODEL"u8.ToArray())])), StringComparison.Ordinal);
    }

    /// <summary>What is refused is refused with a reason; what passes has every byte of its entries as it was saved.</summary>
    [Fact]
    public void Damaged_files_are_errors_or_untouched_in_what_they_hold()
    {
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 400; i++)
        {
            byte[] damaged = [.. model];
            if (i % 4 == 0) damaged = damaged[..random.Next(damaged.Length)];
            else
                for (int n = 0; n < 1 + (i % 3); n++) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                ZipCheck.Require(damaged);
                Assert.Equal(Entries(model).SelectMany(entry => entry.Content), Entries(damaged).SelectMany(entry => entry.Content));
            }
            catch (ModelException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 300, 400);
    }

    [Fact]
    public void What_Microsoft_ML_refuses_is_told_in_its_words()
    {
        byte[] changed = Zip([.. Entries(model).Select(entry => entry.Name.EndsWith("Schema", StringComparison.Ordinal)
            ? (entry.Name, entry.Content[..40]) : entry)]);
        string message = Assert.Throws<ModelException>(() => MlNetModel.Load("m.zip", changed,
            MlNetZips.Options(TaskType.Regression, []))).Message;
        Assert.StartsWith("m.zip ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_does_not_answer_is_ended_and_told()
    {
        using var silent = new SilentProcess();
        string message = Assert.Throws<ModelException>(() => MlNetModel.Load("m.zip", model, MlNetZips.Options(TaskType.Regression, [])
            with { Start = () => silent, LoadLimit = TimeSpan.FromMilliseconds(50) })).Message;
        Assert.Equal("m.zip took more than 0.1 seconds and was ended", message.Replace("0.05", "0.1", StringComparison.Ordinal));
        Assert.True(silent.IsKilled);
    }

    [Fact]
    public void A_process_that_ends_is_told_with_its_exit_code()
    {
        using var silent = new SilentProcess();
        silent.Kill();
        string message = Assert.Throws<ModelException>(() => MlNetModel.Load("m.zip", model, MlNetZips.Options(TaskType.Regression, [])
            with { Start = () => silent })).Message;
        Assert.StartsWith("m.zip ended the process that it runs in (exit code 134)", message, StringComparison.Ordinal);
    }

    /// <summary>Takes every question and says nothing until it is ended.</summary>
    private sealed class SilentProcess : IScoringProcess
    {
        private readonly ManualResetEventSlim end = new();

        public bool IsKilled => end.IsSet;

        public Stream Requests => Stream.Null;

        public Stream Answers => new Waiting(end);

        public string? HowItEnded => "exit code 134";

        public void Kill() => end.Set();

        public void Dispose()
        {
        }

        private sealed class Waiting(ManualResetEventSlim end) : MemoryStream
        {
            public override int Read(byte[] buffer, int offset, int count)
            {
                end.Wait();
                return 0;
            }

            public override int Read(Span<byte> buffer)
            {
                end.Wait();
                return 0;
            }
        }
    }
}
