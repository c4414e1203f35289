using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;

namespace Gate.Evaluation.Misreadings;

/// <summary>All columns of a run that are probably read as something that nobody meant.</summary>
internal static class ColumnReadings
{
    /// <summary>What is only told, each in one line.</summary>
    /// <exception cref="DataException">With what is read so, nothing that is measured means anything; all of it is listed.</exception>
    public static IReadOnlyList<string> Require(RunInputs inputs, Dataset data)
    {
        var used = new UsedColumns(inputs, data);
        Misreading[] all = [.. PositiveReadings.Of(inputs, data), .. FeatureReadings.Of(used), .. LabelReadings.Of(used),
            .. SpellingReadings.Of(used, data.Source), .. MergedReadings.Of(used, data.Source),
            .. NumberGroupReadings.Of(used, data.Source), .. ThousandsReadings.Of(used, data)];
        Misreading[] certain = [.. all.Where(reading => reading.IsCertain)];
        if (certain.Length > 0) throw new DataException(string.Join('\n', certain.Select(reading => reading.Text.TrimEnd('.'))));
        return [.. all.Select(reading => reading.Text)];
    }
}
