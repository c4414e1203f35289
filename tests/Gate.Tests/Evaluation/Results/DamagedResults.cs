using System.Text;
using System.Text.Json;
using Gate.Evaluation.Results;
using Gate.Reporting.Output;
using Gate.Tests.Models;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Evaluation.Results;

/// <summary>Whatever is done to a result, reading it ends with one that can be rendered in every form and whose verdict is that of its
/// findings, or with an error. GATE_FUZZ_TIMES makes more cases (see eng/fuzz.sh).</summary>
public sealed class DamagedResults
{
    private static readonly string[] values = ["null", "1e999", "-1", "\"\"", "[]", "{}", "true", "\"pass\"", "\"fail\"",
        "[null]", "1e-400"];

    [Fact]
    public void Are_results_or_errors()
    {
        string whole = ResultJson.Write(SampleResults.Mortgage());
        var random = new Random(20260103);
        int read = 0;
        for (int i = 0; i < 60 * Mutations.Setting("GATE_FUZZ_TIMES", 1); i++)
        {
            string text = i % 2 == 0 ? Encoding.UTF8.GetString(Mutations.Of(Encoding.UTF8.GetBytes(whole), random))
                : Swapped(whole, random);
            try
            {
                GateResult result = ResultJson.Read(text);
                Assert.Equal(ResultRules.Of(ResultRules.Count(result.Findings)), result.Verdict);
                foreach (IRenderer renderer in Renderers.All) Assert.NotEmpty(renderer.Render(result, null));
                read++;
            }
            catch (JsonException)
            {
                // What is refused is said.
            }
        }
        Assert.InRange(read, 1, int.MaxValue);
    }

    /// <summary>A value of a member in another's place, or one that no run writes.</summary>
    private static string Swapped(string text, Random random)
    {
        int at = text.IndexOf(": ", random.Next(text.Length - 2), StringComparison.Ordinal);
        if (at < 0) return text;
        int end = text.IndexOfAny([',', '\n'], at + 2);
        return string.Concat(text.AsSpan(0, at + 2), values[random.Next(values.Length)], text.AsSpan(end));
    }
}
