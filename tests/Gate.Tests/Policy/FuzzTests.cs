using System.Text;
using CsCheck;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Tests.Properties;

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

    // More cases, where somebody asks for them: see eng/fuzz.sh.
    private static readonly int times = Models.Mutations.Setting("GATE_FUZZ_TIMES", 1);

    private static readonly Gen<Edit> edits = Gen.Select(Gen.Int[0, 3], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[1, 11],
        Gen.Int[0, Scraps.Length - 1], (kind, at, to, length, scrap) => new Edit(kind, at, to, length, Scraps[scrap]));

    [Fact]
    public void Mutated_text_never_breaks_the_reader()
    {
        int read = 0;
        RandomCases.Hold(Gen.Select(Gen.Bool, edits.Array[1, 4]), 4000 * times, mutated =>
        {
            var text = new StringBuilder(mutated.Item1 ? Policies.Full : Policies.Minimal);
            foreach (Edit edit in mutated.Item2) edit.Change(text);
            read += Read(Encoding.UTF8.GetBytes(text.ToString()));
        }, mutated => $"{(mutated.Item1 ? "full" : "minimal")}: {string.Join("; ", mutated.Item2.AsEnumerable())}", seed: 20260101);
        // Some mutations only touch a text or a comment; if none did, the fuzzing would prove little.
        Assert.InRange(read, 20 * times, 3000 * times);
    }

    [Fact]
    public void Mutated_bytes_never_break_the_reader()
    {
        byte[] full = Encoding.UTF8.GetBytes(Policies.Full);
        Gen<(int At, byte Byte)[]> changes = Gen.Select(Gen.Int[0, full.Length - 1], Gen.Byte).Array[1, 3];
        Gen<int> ends = Gen.OneOf(Gen.Const(full.Length), Gen.Const(full.Length), Gen.Int[0, full.Length - 1]);
        RandomCases.Hold(Gen.Select(changes, ends), 2000 * times, mutated =>
        {
            byte[] bytes = [.. full];
            foreach ((int at, byte one) in mutated.Item1) bytes[at] = one;
            Read(bytes[..mutated.Item2]);
        }, mutated => $"{string.Join("; ", mutated.Item1)}, cut at {mutated.Item2}", seed: 7);
    }

    [Fact]
    public void Random_overrides_never_break_the_reader()
    {
        string[] paths = ["data", "data.label", "model", "model.train", "conditions", "conditions[1]", "conditions.four-fifths.by",
            "waivers[0]", "data.sensitive", "data.sensitive[1].bins", "explain", "baseline.predictions.score", "evidence", "report",
            "version", "x.y[0]", "conditions.", "a[", "[0]"];
        string[] values = ["", "null", "{}", "[]", "1", "text", "[[1]]", "{ a: b }", "[null]", "*x", "&x [*x]",
            "{ train: { algorithm: decision_tree } }", "!!int x", ".inf", "false", "[{ metric: accuracy, min: 0.5 }]", "{ '': '' }"];
        RandomCases.Hold(Gen.Select(Gen.OneOf(paths), Gen.OneOf(values), KeyValuePair.Create).Array[1, 3], 2000 * times,
            set => Read(Encoding.UTF8.GetBytes(Policies.Full), set), set => string.Join("; ", set), seed: 3);
    }

    /// <summary>Removes, inserts, repeats or replaces a piece of a text. Places are shares of its length.</summary>
    private sealed record Edit(int Kind, double At, double To, int Length, string Scrap)
    {
        public void Change(StringBuilder text)
        {
            if (text.Length == 0) return;
            int at = (int)(At * text.Length), length = Math.Min(Length, text.Length - at);
            switch (Kind)
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Scrap);
                    break;
                case 2:
                    text.Insert((int)(To * text.Length), text.ToString(at, length));
                    break;
                default:
                    text.Remove(at, length).Insert(at, Scrap);
                    break;
            }
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
