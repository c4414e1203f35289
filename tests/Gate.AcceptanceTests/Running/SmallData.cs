using System.Globalization;
using System.Text;

namespace Gate.AcceptanceTests.Running;

/// <summary>Small data sets and policies that scenarios change in one place.</summary>
public static class SmallData
{
    public const string Policy = """
        version: 1
        name: loans
        task: binary_classification
        data:
          source: loans.csv
          split: { test: 0.5, seed: 1, stratify: [approved] }
          label: approved
          positive: "yes"
          sensitive: [sex]
        model:
          train: { algorithm: logistic_regression }
        conditions:
          - metric: accuracy
            min: 0.5
          - metric: selection_rate
            by: sex
            compare: ratio
            min: 0.1
        """;

    /// <summary>400 rows whose label follows income, with noise; made by a fixed recurrence, so the same everywhere.</summary>
    public static string Loans(int rows = 400, Func<int, string>? sex = null)
    {
        var csv = new StringBuilder("id,income,debt,sex,approved\n");
        uint state = 12345;
        double Next() => (state = (state * 1664525) + 1013904223) / (double)uint.MaxValue;
        for (int i = 0; i < rows; i++)
        {
            double income = 20 + (60 * Next()), debt = 30 * Next();
            bool approved = income - debt + (20 * (Next() - 0.5)) > 25;
            csv.Append(CultureInfo.InvariantCulture,
                $"{i},{income:0.00},{debt:0.00},{sex?.Invoke(i) ?? (i % 2 == 0 ? "f" : "m")},{(approved ? "yes" : "no")}\n");
        }
        return csv.ToString();
    }

    /// <summary>Loans with what two models say of them: the candidate reads income and debt, the old one income alone.</summary>
    public static string ScoredLoans(int rows)
    {
        string[] lines = Loans(rows).TrimEnd('\n').Split('\n');
        var csv = new StringBuilder(lines[0]).Append(",y_pred,y_score,y_score_old\n");
        foreach (string line in lines.Skip(1))
        {
            double[] numbers = [.. line.Split(',').Skip(1).Take(2).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            double score = Math.Clamp(0.5 + ((numbers[0] - numbers[1] - 25) / 60), 0.01, 0.99);
            csv.Append(CultureInfo.InvariantCulture, $"{line},{(score >= 0.5 ? "yes" : "no")},{score:0.000},{numbers[0] / 100:0.000}\n");
        }
        return csv.ToString();
    }

    public static Workspace Workspace(string? policy = null, string? data = null) =>
        new Workspace().With("gate.yml", (policy ?? Policy).TrimEnd('\n') + "\n").With("loans.csv", data ?? Loans());
}
