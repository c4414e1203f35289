using System.Globalization;
using System.Text;

namespace Gate.AcceptanceTests.Running;

/// <summary>A data set and a policy whose column names, groups and texts attack a page, Markdown, a spreadsheet, a terminal and a
/// workflow's log.</summary>
public static class HostileData
{
    public const string Column = "</script><img src=x onerror=alert(1)>";
    public const string OtherColumn = "=cmd|'/c calc'!A0";

    private static readonly string[] Groups =
    [
        Column, OtherColumn, "yes", "", "line one\nline two | pipe",
            "::error::pwned\n::set-output name=verdict::pass\n##[error]pwned\n::stop-commands::x",
        "\u202egnp.exe\u202c \u200f\u05e9\u05dc\u05d5\u05dd", "👩‍🚀🔥`code` [x](javascript:alert(1)) @someone",
            "<!-- --><b>\"&amp;]]>\u001b[2J", string.Concat(Enumerable.Repeat("very_long_name_", 12)),
    ];

    /// <summary>The policy and its data in a directory of their own.</summary>
    public static Workspace Workspace() => new Workspace().With("gate.yml", Policy()).With("h.csv", Csv());

    public static string Policy() => $$"""
        version: 1
        name: {{Quoted(Column)}}
        task: binary_classification
        data:
          source: h.csv
          split: { test: 0.5, seed: 1 }
          label: approved
          positive: "yes"
          sensitive: [{{Quoted(Column)}}, {{Quoted(OtherColumn)}}]
          features: { exclude: [id] }
        model: { train: { algorithm: logistic_regression } }
        conditions:
          - metric: accuracy
            min: 0.99
            why: "::error::pwned <img src=x onerror=alert(1)> ```"
          - metric: selection_rate
            by: {{Quoted(Column)}}
            compare: ratio
            min: 0.999
            why: "<details><summary>x</summary>\n::error::pwned\n# big"
          - metric: true_positive_rate
            by: {{Quoted(OtherColumn)}}
            compare: difference
            max: 0.001
        report: { title: {{Quoted(Column + Groups[6])}} }
        """;

    public static string Csv(int rows = 3000)
    {
        var csv = new StringBuilder($"id,{Field(Column)},{Field(OtherColumn)},income,approved\n");
        uint state = 7;
        double Next() => (state = (state * 1664525) + 1013904223) / (double)uint.MaxValue;
        for (int i = 0; i < rows; i++)
        {
            double income = Next();
            string label = income + (0.4 * (Next() - 0.5)) > 0.5 ? "yes" : Groups[4];
            csv.Append(CultureInfo.InvariantCulture,
                $"{i},{Field(Groups[(int)(Next() * 9.999)])},{Field(Groups[(int)(Next() * 9.999)])},{income:0.000},{Field(label)}\n");
        }
        return csv.ToString();
    }

    private static string Field(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
