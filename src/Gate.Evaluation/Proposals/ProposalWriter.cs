using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>Writes a proposal as commented YAML.</summary>
internal static class ProposalWriter
{
    private const string Guessed = "# a guess: ";

    // The text goes into a YAML file and never into a page: '<' may stay '<'.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Proposal p)
    {
        var yaml = new StringBuilder();
        void Line(string text = "") => yaml.Append(text).Append('\n');
        Line("# yaml-language-server: $schema=policy-1.json");
        Line("# A first policy, proposed from the data; 'gate schema > policy-1.json' writes the schema with which editors complete it.");
        Line("# Read every line, above all those with 'a guess': what is favourable, who is protected and which bounds are right is "
            + "yours to say.");
        Line("version: 1");
        Line($"name: {Quote(p.Name)}");
        Line($"task: {p.Task.Word()}  {Guess(p.TaskReason)}");
        if (p.Conditions.All(condition => !condition.Judged))
            Line("report_only: true  # nothing is judged, whatever a model does: no metric is defined on these data. Once one is, as "
                + "with more rows, remove this line and its 'level: inform'");
        Line();
        Data(p, Line);
        Line();
        Model(p, Line);
        Line();
        Line("conditions:");
        foreach (ProposedCondition condition in p.Conditions) Condition(condition, Line);
        if (p.Digests.Count > 0) yaml.Append('\n').Append(PinBlock.Write(p.Digests));
        return yaml.ToString();
    }

    private static void Data(Proposal p, Action<string> line)
    {
        line("data:");
        line($"  source: {Quote(p.Source)}");
        if (p.Split is { } split) line($"  split: {{ column: {Quote(split.Name)} }}  {Guess(split.Reason)}");
        else if (p.Output is null && !p.NothingToLearn)
            line($"  split: {{ test: 0.3, seed: 7{(p.Task == TaskType.Regression ? "" : $", stratify: [{Quote(p.Label)}]")} }}");
        if (p.Where is { } where) line($"  where: {Quote(where)}  # other rows have no label, or no part in training and test");
        line($"  label: {Quote(p.Label)}{(p.LabelReason is { } reason ? $"  {Guess(reason)}" : "")}");
        if (p.Positive is not null)
            line($"  positive: {Quote(p.Positive)}  {Guess($"{p.PositiveReason}; the other class is {Quote(p.Negative!)}")}");
        if (p.Weight is { } weight) line($"  weight: {Quote(weight.Name)}  {Guess(weight.Reason)}");
        Sensitive(p, line);
        if (p.Exclude.Count == 0) return;
        line("  features:");
        line("    exclude:");
        foreach (GuessedColumn column in p.Exclude) line($"      - {Quote(column.Name)}  {Guess(column.Reason)}");
    }

    private static void Sensitive(Proposal p, Action<string> line)
    {
        if (p.Sensitive.Count == 0)
        {
            line("  # sensitive: []  # no groups are compared: name the columns whose groups must be treated alike");
            return;
        }
        line("  sensitive:  # groups that are compared; kept out of the features");
        foreach ((int place, ProposedSensitive s) in p.Sensitive.Index())
        {
            string column = s.Bins is null ? Quote(s.Column)
                : $"{{ column: {Quote(s.Column)}, bins: [{string.Join(", ", s.Bins.Select(Number))}], as: {Quote(s.As)} }}";
            line($"    - {column}  {Guess(GuessList.SensitiveReason(s, place))}");
        }
    }

    private static void Model(Proposal p, Action<string> line)
    {
        line("model:");
        if (p.NothingToLearn)
        {
            line("  # No column is left to learn from. Write the column that holds a model's score or prediction, or a file of its own "
                + "with source.");
            line("  predictions: { score: FILL_IN }");
        }
        else if (p.Output is { } output) Output(output, line);
        else
            line($"  train: {{ algorithm: {(p.Task == TaskType.Regression ? "linear_regression" : "logistic_regression")} }}");
    }

    private static void Output(ProposedOutput output, Action<string> line)
    {
        ILookup<bool, Guess> keys = GuessList.Outputs(output).ToLookup(guess => guess.Key is "score_type" or "threshold");
        bool byClass = output.Score is [{ Key.Length: > 0 }, ..];
        line("  predictions:");
        foreach (Guess key in keys[false].Where(key => !byClass || key.Key != "score"))
            line($"    {key.Key}: {Quote(key.Value)}  {Guess(key.Reason)}");
        if (byClass)
        {
            line("    score:");
            foreach (((string of, string column), Guess key) in output.Score.Zip(keys[false].Where(key => key.Key == "score")))
                line($"      {Quote(of)}: {Quote(column)}  {Guess(key.Reason)}");
        }
        foreach (Guess key in keys[true]) line($"  {key.Key}: {key.Value}  {Guess(key.Reason)}");
    }

    private static void Condition(ProposedCondition c, Action<string> line)
    {
        line($"  - metric: {c.Metric}{(c.Today.Length > 0 ? $"  # {Shown.OneLine(c.Today)}" : "")}");
        if (c.By is not null) line($"    by: {Quote(c.By)}");
        if (c.Compare is not null) line($"    compare: {c.Compare}");
        line($"    {c.Key}: {Number(c.Bound)}{(c.IsNorm ? "" : $"  {Guess(c.Reason)}")}");
        if (!c.Judged) line("    level: inform  # not defined today, and so not judged: remove this line once it is");
        if (c.IsNorm) line($"    why: {Quote(c.Reason)}");
    }

    private static string Guess(string reason) => Guessed + Shown.OneLine(reason);

    /// <summary>A plain scalar where that is safe, else a double-quoted one (JSON strings are YAML).</summary>
    internal static string Quote(string text)
    {
        bool plain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'
            or '/')
            && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
        return plain ? text : JsonSerializer.Serialize(text, Readable);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
