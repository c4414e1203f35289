using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>Says where rows or keys repeat.</summary>
internal static class RepetitionNotes
{
    /// <summary>The share of the measured rows above which repetition is told.</summary>
    public const double Told = 0.01;

    /// <summary>How many times more rows than by chance must repeat: columns are not independent of each other.</summary>
    private const double ManyTimes = 2;

    public static IEnumerable<string> Of(RowRepetition rows)
    {
        string Rows(long some) => $"{NumberText.Count(some)} of {NumberText.Count(rows.TestRows)} test rows "
            + $"({Percent((double)some / rows.TestRows)})";
        if (rows.SharedFile is { } file)
            yield return $"The file '{Path.GetFileName(file)}' is training and test data at once, as the policy allows.";
        if (rows.Shared is { Share: > Told } shared)
            yield return $"{Rows(shared.Found)} equal a training row in every column that is read; chance gives "
                + $"{Percent(shared.ByChance)}, the share of training rows that have an equal one. {Judgement(shared)}";
        if (rows.TestRows > 0 && rows.Repeated > Math.Max(Told, ManyTimes * rows.ByChance) * rows.TestRows)
            yield return $"{Rows(rows.Repeated)} equal an earlier test row in every column that is read; one row occurs "
                + $"{NumberText.Count(rows.MostEqual)} times. If they are copies, and not cases that look alike, intervals are too narrow.";
        if (rows.Keys is not { } keys) yield break;
        string name = $"the key {string.Join(", ", keys.Columns)}";
        if (keys.Repeated > 0) yield return $"{Rows(keys.Repeated)} repeat {name} of an earlier test row.";
        if (keys.InTraining > 0) yield return $"{Rows(keys.InTraining)} have {name} of a training row.";
    }

    private static string Judgement(SharedRows shared) => shared.Leaked > Told
        ? $"About {Percent(shared.Leaked)} of the test rows seem to have been taken from the training rows, which makes the model look "
            + "better than it is."
        : "That is what rows that look alike explain.";

    private static string Percent(double share) => NumberText.Percent(Math.Round(share, 3));
}
