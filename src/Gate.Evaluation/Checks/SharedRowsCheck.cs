using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Checks;

/// <summary>Refuses to measure a model on the rows that it learned from.</summary>
internal static class SharedRowsCheck
{
    /// <summary>The share of measured rows, taken from the training rows, above which nothing that is measured means much.</summary>
    public const double MostLeaked = 0.1;

    /// <summary>Holds the rows against each other, unless the policy allows it.</summary>
    /// <exception cref="DataException">A file is training and test data, or too many measured rows are training rows.</exception>
    public static void Require(PolicyDocument policy, RowRepetition rows)
    {
        if (policy.Data.SharedRows == SharedRowsSpec.Allow) return;
        const string Remedy = "measure on rows that no model has seen, or, if it is meant, write 'shared_rows: allow' in data";
        if (rows.SharedFile is { } file)
            throw new DataException($"{file} is training and test data at once, so a model would be asked what it has been told; "
                + Remedy);
        if (rows.Shared is { Leaked: > MostLeaked } shared)
            throw new DataException($"{NumberText.Count(shared.Found)} of {NumberText.Count(shared.TestRows)} test rows "
                + $"({NumberText.Percent(Math.Round(shared.Share, 3))}) are training rows too, while chance gives "
                + $"{NumberText.Percent(Math.Round(shared.ByChance, 3))} (that many training rows have an equal one among the others); "
                + $"{Remedy}");
    }
}
