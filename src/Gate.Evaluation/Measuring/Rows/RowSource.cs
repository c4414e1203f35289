using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Results;
using Gate.Explain;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Rows;

/// <summary>What columns add in single rows, in result and report where the policy lets rows into them. No condition asks for it.</summary>
internal sealed class RowSource : IEvidenceSource
{
    private const int MostColumns = 10, MostClasses = 12;

    public IReadOnlyList<MetricWord> Words => [];

    public Evidence Measure(ConditionSpec condition, RunContext run) =>
        throw new NotSupportedException($"no condition asks for '{condition.Metric}'");

    public GateResult Report(GateResult result, RunContext run)
    {
        if (run.Inputs.Policy.Explain is not { IsShap: true, Rows: { } spec } || result.Attribution is not { } attribution) return result;
        ExplainedModel model = run.Once(ExplainedModel.Of);
        (IReadOnlyList<(int Row, string Why)> chosen, IReadOnlyList<string> absent) = ChosenRows.Of(run, spec);
        string[] unknown = [.. absent.Select(id => $"explain.rows.ids: no measured row has the {spec.Id} '{Shown.Of(id)}'.")];
        if (chosen.Count == 0) return result with { Notes = [.. result.Notes, .. unknown] };
        run.Progress.Begin("explaining single rows");
        Table rows = run.Data.Test.Select(model.Values!.Features).Take([.. chosen.Select(one => one.Row)]);
        ShapValues values = model.Explainer!(rows, run.Cancel);
        return result with
        {
            Rows = new(attribution.Output, spec.Id, [.. chosen.Select((one, i) => Fact(run, spec, values, rows, i, one.Row, one.Why))]),
            Notes = [.. result.Notes, .. unknown],
        };
    }

    private static ExplainedRowFact Fact(RunContext run, ExplainedRowsSpec spec, ShapValues values, Table rows, int i, int row, string why)
    {
        Truth truth = run.Data.Truth;
        (string said, double? score, int output) = Said(run.Candidate.Sample, truth, values, row);
        RowClassFact told = OfOutput(values, rows, i, output, score);
        string label = truth.Labels is { } labels ? truth.Classes[labels[row]] : NumberText.Exact(truth.Targets![row]);
        return new(why, spec.Id is { } id ? Text(run.Data.Test[id], row) : FormattableString.Invariant($"{row + 1}"), label, said, score,
            told.Of, told.Base, told.Columns, told.Others, told.OthersAdd, told.Total)
        {
            Classes = [.. Enumerable.Range(0, values.Outputs.Count).Where(other => other != output)
                .OrderByDescending(other => values.Outputs[other] == label).Take(MostClasses)
                .Select(other => OfOutput(values, rows, i, other, ScoreOf(run.Candidate.Sample, truth, row, values.Outputs[other])))],
        };
    }

    private static RowClassFact OfOutput(ShapValues values, Table rows, int i, int output, double? score)
    {
        double[] own = [.. Enumerable.Range(0, values.Features.Count).Select(feature => values[i, feature, output])];
        int[] order = [.. Enumerable.Range(0, own.Length).OrderByDescending(feature => Math.Abs(own[feature])).ThenBy(feature => feature)];
        int[] shown = [.. order.Take(MostColumns)];
        double others = order.Skip(MostColumns).Sum(feature => own[feature]), all = shown.Sum(feature => own[feature]) + others;
        return new(values.Outputs[output], score, values.BaseValues[output],
            [.. shown.Select(feature => new RowColumnFact(values.Features[feature], Text(rows.Columns[feature], i), own[feature]))],
            own.Length - shown.Length, others, values.BaseValues[output] + all);
    }

    private static double? ScoreOf(Sample sample, Truth truth, int row, string name) => sample.Output is ClassOutput { Scores: { } scores }
        ? scores[(row * truth.Classes.Count) + Labels.IndexOf(truth.Classes, name)] : null;

    /// <summary>What the candidate says of a row, its score, and which output is explained.</summary>
    private static (string Said, double? Score, int Output) Said(Sample sample, Truth truth, ShapValues values, int row)
    {
        if (sample.Output is NumberOutput numbers) return (NumberText.Exact(numbers.Values[row]), null, 0);
        var classes = (ClassOutput)sample.Output!;
        int code = classes.Codes![row];
        string said = truth.Classes[code];
        if (values.Outputs.Count == 1) return (said, classes.Scores?[row], 0);
        int output = Math.Max(0, values.Outputs.ToList().IndexOf(said));
        return (said, classes.Scores?[(row * truth.Classes.Count) + code], output);
    }

    private static string Text(Column column, int row) => column.TextAt(row) ?? Explain.Slices.SliceColumns.Missing;
}
