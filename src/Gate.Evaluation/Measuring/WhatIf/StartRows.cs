using Gate.Data;
using Gate.Evaluation.Measuring.Frames;

namespace Gate.Evaluation.Measuring.WhatIf;

/// <summary>Rows to start from: of all test rows and of each group of sensitive columns the median of each number and the commonest
/// category. None of them need be a row of the data.</summary>
/// <param name="Names">What each is the middle of.</param>
/// <param name="Counts">Of how many rows.</param>
/// <param name="Table">The rows, with the columns that the model reads.</param>
internal sealed record StartRows(IReadOnlyList<string> Names, IReadOnlyList<long> Counts, Table Table)
{
    private const int MostGroups = 16;

    public static StartRows Of(RunContext run, IReadOnlyList<string> features)
    {
        int all = run.Data.Test.RowCount;
        var rows = new List<(string Name, int[] Rows)> { ("all test rows", [.. Enumerable.Range(0, all)]) };
        foreach ((string by, CategoryColumn column) in run.Data.Sensitive)
            foreach (IGrouping<int, int> group in Enumerable.Range(0, all).GroupBy(row => column.Codes[row])
                .OrderBy(group => group.Key < 0 ? int.MaxValue : group.Key))
                if (EvidenceFloor.Shortfall([.. group], null, run.Inputs.Policy.Evidence) is null)
                    rows.Add(($"{by} = {(group.Key < 0 ? Grouping.MissingName : column.Categories[group.Key])}", [.. group]));
        (string Name, int[] Rows)[] shown = [.. rows.Take(MostGroups)];
        return new([.. shown.Select(one => one.Name)], [.. shown.Select(one => (long)one.Rows.Length)],
            new([.. features.Select(name => Middle(run.Data.Test[name], [.. shown.Select(one => one.Rows)]))]));
    }

    private static Column Middle(Column column, int[][] groups)
    {
        if (column is NumericColumn number)
        {
            double[] values = Array.ConvertAll(groups, rows => Median([.. rows.Select(row => number.Values[row])
                .Where(double.IsFinite).Order()]));
            return new NumericColumn(column.Name, values, column.Type, Array.ConvertAll(values, double.IsNaN));
        }
        var category = (CategoryColumn)column;
        return new CategoryColumn(column.Name, Array.ConvertAll(groups, rows => rows.GroupBy(row => category.Codes[row])
            .OrderByDescending(value => value.Count()).ThenBy(value => value.Key).First().Key), category.Categories, category.Type);
    }

    /// <summary>The lower of the two in the middle: a value that occurs, so that whole numbers stay whole.</summary>
    private static double Median(double[] sorted) => sorted.Length == 0 ? double.NaN : sorted[(sorted.Length - 1) / 2];
}
