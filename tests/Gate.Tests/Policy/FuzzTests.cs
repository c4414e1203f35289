using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy;

/// <summary>Whatever is done to a good policy, reading it ends with a policy or with a <see cref="PolicyException"/> whose problems have
/// places.</summary>
public class FuzzTests
{
    private static readonly string[] Scraps =
    [
        "*a", "&a ", "<<: ", "!!str ", "!x ", "[", "]", "{", "}", ": ", "- ", "\n", "\n  ", "\t", "'", "\"", "#", "|", ">", "%YAML 1.2\n",
            "---\n", "...\n", "? ",
        "null", "~", "true", ".nan", "-.inf", "1e999", "0x", "99999999999999999999", "-1", "''", "\\u0000", "\u0000", "\u2028", "é", "😀",
            "by: ", "metric: ", "train: ", "*floor",
    ];

    [Fact]
    public void Mutated_text_never_breaks_the_reader()
    {
        var random = new Random(20260101);
        int read = 0;
        for (int i = 0; i < 4000; i++)
        {
            var text = new StringBuilder(i % 2 == 0 ? Policies.Full : Policies.Minimal);
            for (int edits = random.Next(1, 5); edits > 0; edits--) Edit(text, random);
            read += Read(Encoding.UTF8.GetBytes(text.ToString()));
        }
        // Some mutations only touch a text or a comment; if none did, the fuzzing would prove little.
        Assert.InRange(read, 20, 3000);
    }

    [Fact]
    public void Mutated_bytes_never_break_the_reader()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Policies.Full);
            for (int edits = random.Next(1, 4); edits > 0; edits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Read(i % 3 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        }
    }

    [Fact]
    public void Random_overrides_never_break_the_reader()
    {
        var random = new Random(3);
        string[] paths = ["data", "data.label", "model", "model.train", "conditions", "conditions[1]", "conditions.four-fifths.by",
            "waivers[0]", "data.sensitive", "data.sensitive[1].bins", "explain", "baseline.predictions.score", "evidence", "report",
            "version", "x.y[0]", "conditions.", "a[", "[0]"];
        string[] values = ["", "null", "{}", "[]", "1", "text", "[[1]]", "{ a: b }", "[null]", "*x", "&x [*x]",
            "{ train: { algorithm: decision_tree } }", "!!int x", ".inf", "false", "[{ metric: accuracy, min: 0.5 }]", "{ '': '' }"];
        for (int i = 0; i < 2000; i++)
        {
            KeyValuePair<string, string>[] set =
                [.. Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => KeyValuePair.Create(paths[random.Next(paths.Length)], values[random.Next(values.Length)]))];
            Read(Encoding.UTF8.GetBytes(Policies.Full), set);
        }
    }

    private static void Edit(StringBuilder text, Random random)
    {
        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Scraps[random.Next(Scraps.Length)]);
                break;
            case 2:
                text.Insert(random.Next(text.Length), text.ToString(at, length));
                break;
            default:
                text.Remove(at, length).Insert(at, Scraps[random.Next(Scraps.Length)]);
                break;
        }
    }

    private static int Read(byte[] bytes, IReadOnlyList<KeyValuePair<string, string>>? set = null)
    {
        try
        {
            PolicyDocument policy = PolicyReader.Read(bytes, "fuzz.yml", FakeVocabulary.Small, set);
            Assert.NotEmpty(policy.Conditions);
            Assert.NotEmpty(policy.Data.Label);
            return 1;
        }
        catch (PolicyException e)
        {
            Assert.NotEmpty(e.Problems);
            Assert.All(e.Problems, p => Assert.True(p.At is { Line: >= 1, Column: >= 1 } && p.Message.Length > 0
                && !p.Message.Any(char.IsControl), p.ToString()));
            return 0;
        }
    }
}
