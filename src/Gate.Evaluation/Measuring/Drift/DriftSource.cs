using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Drift;

/// <summary>How far rows are from those that the baseline was trained on: for conditions, and in the report wherever that is
/// known.</summary>
internal sealed class DriftSource : IEvidenceSource
{
    private const string Name = "data_drift";
    private const int MostColumns = 100, MostNamed = 3;

    public IReadOnlyList<MetricWord> Words { get; } =
    [
        new(Name, [], "How far the candidate's training rows (the test rows, where the run trains nothing) are from "
            + "those that the baseline was trained on: the total variation distance, half the sum of |share now - share then|, of a number "
            + "over the ranges that held a tenth each, of a category over its levels, with missing values and new levels. The column that "
            + "moved most, the label among them, or of those that `features` names.", Enum.GetValues<PolicyTask>(), IsDisparity: false,
            HigherIsBetter: false, 0, 1)
        {
            IsOfRows = false, OptionalFeatures = true, NeedsBaseline = true,
        },
    ];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        DriftedRows rows = run.Once(_ => new DriftedRows(run));
        IReadOnlyList<string> named = condition.Features;
        string subject = $"{Name}{(named.Count > 0 ? $" of {string.Join(" and ", named)}" : "")}";
        string? unknown = named.FirstOrDefault(name => rows.Find(name) is null);
        if ((rows.Problem ?? (unknown is null ? null : $"'{Shown.Of(unknown)}' is no column that the baseline was trained on"
            + NearestName.Hint(unknown, rows.Columns.Select(column => column.Name)))) is { } problem)
            return new() { Name = Name, Unit = "share", Subject = subject, Parts = Evidence.Undefined(condition, problem), Rows = 0 };
        ColumnShift[] columns = named.Count > 0 ? [.. named.Select(name => rows.Find(name)!)] : [.. rows.Columns];
        (ColumnShift moved, Measurement distance) = Largest(columns, condition.Confidence);
        return new()
        {
            Name = Name,
            Unit = "share",
            Subject = subject,
            IsExact = rows.AreTheSame,
            Brief = rows.AreTheSame ? "both models were trained on the same rows"
                : $"{Shown.Of(moved.Name)} is {NumberText.Estimate(distance.Value.NumberOrNull, distance.Interval.ToFact())} away from the "
                    + $"rows that {rows.Reference!.Of} was trained on",
            Parts = EvidencePart.Of(condition,
                confidence => rows.AreTheSame ? new(MetricValue.Of(0), null) : Largest(columns, confidence).Distance,
                (_, _) => new(MetricValue.Missing("the distance from the baseline's rows has no baseline of its own"), null)),
            Rows = rows.Rows.RowCount,
            Behind = $" Moved most: {Shown.Of(moved.Name)}.",
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{Name} is measured when the rows are there";

    public GateResult Report(GateResult result, RunContext run)
    {
        if (run.Inputs.Policy.Baseline is null || DriftedRows.AreOfOneTraining(run)) return result;
        DriftedRows rows = run.Once(_ => new DriftedRows(run));
        if (rows.Problem is not null) return result;
        double confidence = run.Inputs.Policy.Confidence;
        DriftFact[] facts = [.. rows.Columns.Select(column => Fact(column, confidence))
            .OrderByDescending(fact => fact.Distance).ThenBy(fact => fact.Column, StringComparer.Ordinal)];
        return result with
        {
            Drift = new(rows.Of, rows.Rows.RowCount, rows.Reference!.Of, rows.Reference.Columns.Max(column => column.Rows), facts.Length,
                [.. facts.Take(MostColumns)]),
            Notes = [.. result.Notes, .. Note(rows, confidence)],
        };
    }

    /// <summary>Columns that moved by more than chance moves any of them.</summary>
    private static IEnumerable<string> Note(DriftedRows rows, double confidence)
    {
        double each = 1 - ((1 - confidence) / rows.Columns.Count);
        (string Name, Measurement Distance)[] moved = [.. rows.Columns.Select(column => (column.Name, Distance: column.Distance(each)))
            .Where(column => column.Distance.Interval!.Low > 0).OrderByDescending(column => column.Distance.Value.Number)];
        if (moved.Length == 0) yield break;
        string names = string.Join(", ", moved.Take(MostNamed).Select(column => Shown.Of(column.Name)));
        yield return $"The {rows.Of} differ from those that {rows.Reference!.Of} was trained on by more than chance in "
            + $"{NumberText.Count(moved.Length)} of {NumberText.Count(rows.Columns.Count)} columns"
            + $"{(moved.Length > MostNamed ? ", most in " : ": ")}{names}.";
    }

    private static (ColumnShift Column, Measurement Distance) Largest(ColumnShift[] columns, double confidence)
    {
        (int at, Measurement largest) = LargestOf.Of([.. columns.Select(column => (Func<double, Measurement>)column.Distance)],
            columns.Length, confidence);
        return (columns[at], largest);
    }

    private static DriftFact Fact(ColumnShift column, double confidence)
    {
        Measurement distance = column.Distance(confidence);
        (double now, double before) = column.Missing;
        return new(column.Name, distance.Value.Number, distance.Interval.ToFact()!, column.StabilityIndex(), now, before, column.NewLevels);
    }
}
