using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gate.Evaluation.Inputs;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>Writes a proposal as commented YAML.</summary>
internal static class ProposalWriter
{
    // The text goes into a YAML file and never into a page: '<' may stay '<'.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Proposal p)
    {
        var yaml = new StringBuilder();
        void Line(string text = "") => yaml.Append(text).Append('\n');
        Line("# A first policy, proposed from the data. Read every line: what is favourable, who is protected and which bounds are right");
        Line("# is for you to say. 'gate check' validates it, 'gate run' runs it.");
        Line("version: 1");
        Line($"name: {Quote(p.Name)}");
        Line($"task: {p.Task.Word()}");
        if (p.Conditions.All(condition => condition.Bound is null))
            Line("report_only: true  # nothing is judged yet: no condition has a bound");
        Line();
        Line("data:");
        Line($"  source: {Quote(p.Source)}");
        Line(p.SplitColumn is null ? "  split: { test: 0.3, seed: 7 }" : $"  split: {{ column: {Quote(p.SplitColumn)} }}");
        if (p.LabelIsMissing) Line($"  where: {Quote($"{Sql(p.Label)} IS NOT NULL")}  # rows without a label are left out");
        Line($"  label: {Quote(p.Label)}");
        if (p.Positive is not null)
            Line($"  positive: {Quote(p.Positive)}  # a guess: is this the favourable outcome? The other class is {Quote(p.Negative!)}");
        Sensitive(p, Line);
        if (p.Exclude.Count > 0)
            Line($"  features: {{ exclude: [{string.Join(", ", p.Exclude.Select(Quote))}] }}  # different in every "
                + "row, so nothing can be learned from them");
        Line();
        Line("model:");
        Line($"  train: {{ algorithm: {p.Algorithm} }}");
        Line();
        Line("conditions:");
        foreach (ProposedCondition condition in p.Conditions) Condition(condition, Line);
        if (p.Digests.Count > 0) yaml.Append('\n').Append(PinBlock.Write(p.Digests));
        return yaml.ToString();
    }

    private static void Sensitive(Proposal p, Action<string> line)
    {
        if (p.Sensitive.Count == 0)
        {
            line("  # sensitive: []  # no column looks like a protected attribute; name those whose groups must be treated alike");
            return;
        }
        line("  sensitive:  # groups that are compared; kept out of the features");
        foreach (ProposedSensitive s in p.Sensitive)
            line(s.Bins is null
                ? $"    - {Quote(s.Column)}"
                : $"    - {{ column: {Quote(s.Column)}, bins: [{string.Join(", ", s.Bins.Select(Number))}], as: {Quote(s.As)} }}");
    }

    private static void Condition(ProposedCondition c, Action<string> line)
    {
        line($"  - metric: {c.Metric}{(c.Comment.Length > 0 ? $"  # {Comment(c.Comment)}" : "")}");
        if (c.By is not null) line($"    by: {Quote(c.By)}");
        if (c.Compare is not null) line($"    compare: {c.Compare}");
        line(c.Bound is { } bound ? $"    {c.Key}: {Number(bound)}" : "    level: inform");
    }

    /// <summary>A plain scalar where that is safe, else a double-quoted one (JSON strings are YAML).</summary>
    internal static string Quote(string text)
    {
        bool plain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'
            or '/')
            && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
        return plain ? text : JsonSerializer.Serialize(text, Readable);
    }

    private static string Sql(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Comment(string text) => Shown.OneLine(text);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
