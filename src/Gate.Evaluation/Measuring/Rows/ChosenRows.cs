using Gate.Data;
using Gate.Data.Randomness;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Rows;

/// <summary>Rows that are explained one by one, and why each was chosen; a row that was chosen twice stands there once.</summary>
internal static class ChosenRows
{
    // So that a report stays one; groups beyond are in the tables of groups.
    private const int MostGroups = 16;

    /// <summary>The rows that the policy lets into the report, and the ids that it names and no measured row has.</summary>
    public static (IReadOnlyList<(int Row, string Why)> Rows, IReadOnlyList<string> Unknown) Of(RunContext run, ExplainedRowsSpec spec)
    {
        bool isAll = run.Inputs.Policy.Report.Rows == ReportRowsSpec.All;
        int[] named = isAll ? Named(run, spec) : [];
        var chosen = named.Where(row => row >= 0).Select(row => (Row: row, Why: "named in the policy")).ToList();
        if (isAll) chosen.AddRange([.. WorstErrors(run, spec.WorstErrors), .. NearestThreshold(run, spec.NearestThreshold)]);
        chosen.AddRange(Drawn(run, spec.RandomPerGroup));
        return ([.. chosen.DistinctBy(one => one.Row)], [.. named.Zip(spec.Ids).Where(id => id.First < 0).Select(id => id.Second)]);
    }

    /// <summary>The row of each id that the policy names; -1 where no measured row has it.</summary>
    private static int[] Named(RunContext run, ExplainedRowsSpec spec)
    {
        if (spec.Ids.Count == 0) return [];
        CategoryColumn ids = run.Data.Test[spec.Id!].ToCategories();
        var codes = spec.Ids.Select(id => Labels.IndexOf(ids.Categories, id));
        return [.. codes.Select(code => code < 0 ? -1 : Array.IndexOf(ids.Codes, code))];
    }

    private static IEnumerable<(int, string)> WorstErrors(RunContext run, int count)
    {
        double[] errors = Errors(run.Candidate.Sample);
        return Enumerable.Range(0, errors.Length).Where(row => errors[row] > 0).OrderByDescending(row => errors[row]).ThenBy(row => row)
            .Take(count).Select(row => (row, "among the largest errors"));
    }

    /// <summary>How wrong the candidate is: by the score of what is true, by the class, or by the distance.</summary>
    private static double[] Errors(Sample sample)
    {
        Truth truth = sample.Truth;
        return sample.Output switch
        {
            NumberOutput said => [.. said.Values.Select((value, row) => Math.Abs(value - truth.Targets![row]))],
            ClassOutput { Scores: { } scores } when truth.Task == TaskType.BinaryClassification =>
                [.. scores.Select((score, row) => truth.Labels![row] == 1 ? -score : score).Select((wrong, row) =>
                    IsWrong(sample, row) ? 1 + Squashed(wrong) : 0)],
            ClassOutput { Scores: { } scores } => [.. truth.Labels!.Select((label, row) => IsWrong(sample, row)
                ? 1 + Squashed(-scores[(row * truth.Classes.Count) + label]) : 0)],
            _ => [.. truth.Labels!.Select((_, row) => IsWrong(sample, row) ? 1.0 : 0)],
        };
    }

    private static bool IsWrong(Sample sample, int row) => ((ClassOutput)sample.Output!).Codes![row] != sample.Truth.Labels![row];

    // Scores may be of any size; what counts is their order, above -1.
    private static double Squashed(double wrong) => wrong / (1 + Math.Abs(wrong));

    private static IEnumerable<(int, string)> NearestThreshold(RunContext run, int count) =>
        run.Candidate.Sample is not { Truth.Task: TaskType.BinaryClassification, Output: ClassOutput { Scores: { } scores } } ? []
        : Enumerable.Range(0, scores.Length).OrderBy(row => Math.Abs(scores[row] - run.Candidate.Threshold)).ThenBy(row => row).Take(count)
            .Select(row => (row, "nearest to the threshold"));

    private static IEnumerable<(int, string)> Drawn(RunContext run, int count)
    {
        int all = run.Data.Test.RowCount;
        var groups = run.Data.Sensitive.SelectMany(column => Enumerable.Range(0, all).GroupBy(row => column.Value.Codes[row])
            .OrderBy(group => group.Key < 0 ? int.MaxValue : group.Key)
            .Where(group => EvidenceFloor.Shortfall([.. group], null, run.Inputs.Policy.Evidence) is null)
            .Select(group => (Name: $"{column.Key} = {(group.Key < 0 ? Grouping.MissingName : column.Value.Categories[group.Key])}",
                Rows: group.ToArray()))).Take(MostGroups).ToList();
        if (groups.Count == 0) groups.Add(("all test rows", [.. Enumerable.Range(0, all)]));
        foreach ((string name, int[] rows) in groups)
        {
            new SplitMix64(run.Inputs.Policy.Explain!.Seed).Shuffle(rows.AsSpan());
            foreach (int row in rows.Take(count)) yield return (row, $"drawn from {name}");
        }
    }
}
