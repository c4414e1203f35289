using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Models;

namespace Gate.Tests.Models;

/// <summary>The tables of parameters in docs/models.md are the catalogue's own; GATE_UPDATE_DOCS=1 rewrites them.</summary>
public class DocumentedParameters
{
    private const string Begin = "<!-- learners: generated from LearnerCatalogue -->", End = "<!-- /learners -->";

    [Trait("Writes", "pages")]
    [SkippableFact]
    public void Docs_and_catalogue_agree()
    {
        string? path = FindUpwards(Path.Combine("docs", "models.md"));
        Skip.If(path is null, "the tests do not run inside a checkout: docs/models.md is not here");
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        string updated = text[..begin] + "\n" + Render() + text[end..];
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1") File.WriteAllText(path, updated);
        else Assert.Equal(updated, text);
    }

    private static string Render()
    {
        var text = new StringBuilder();
        foreach (LearnerInfo learner in Learners.All)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n### `{learner.Name}`\n\n{learner.Description} For {string.Join(", ", learner.Tasks.Select(Words))}.\n\n");
            text.Append("| parameter | values | default | meaning |\n|---|---|---|---|\n");
            foreach (LearnerParameter p in learner.Parameters)
                text.Append(CultureInfo.InvariantCulture, $"| `{p.Name}` | {Values(p)} | {Text(p.Default)} | {p.Description}{Also(p)} |\n");
        }
        return text.Append('\n').ToString();
    }

    private static string Values(LearnerParameter p)
    {
        string values = p.Type switch
        {
            ParameterType.Choice => string.Join(", ", p.Choices!.Select(choice => $"`{choice}`")),
            ParameterType.Boolean => "true, false",
            ParameterType.Integer => "whole number",
            ParameterType.NumbersByName => (p.Choices is null ? "" : string.Join(", ", p.Choices.Select(choice => $"`{choice}`")) + " or ")
                + $"a number by {Named(p)}",
            ParameterType.NameLists => $"lists of {Named(p)}s",
            _ => "number",
        };
        if (p.Min is { } min) values += string.Create(CultureInfo.InvariantCulture, $", at least {min}");
        if (p.Max is { } max) values += string.Create(CultureInfo.InvariantCulture, $", at most {max}");
        return p.Nullable ? values + ", null" : values;
    }

    private static string Also(LearnerParameter p) =>
        p.Aliases.Count == 0 ? "" : $" Also: {string.Join(", ", p.Aliases.Select(name => $"`{name}`"))}.";

    private static string Named(LearnerParameter p) => p.Names == ParameterNames.Classes ? "class" : "column";

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string Words(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary classification",
        TaskType.MulticlassClassification => "multiclass classification",
        _ => "regression",
    };

    private static string? FindUpwards(string relative)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, relative);
            if (File.Exists(candidate)) return candidate;
        }
        return null;
    }
}
