using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Predictions;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>Predictions that are already there: columns of the data, or of a file of their own.</summary>
internal sealed class PredictedForm : CandidateForm<PredictionsSpec>
{
    public override FormKey Key => PredictionsForm.Form;

    protected override string? AllRows(PredictionsSpec spec) => spec.Source;

    protected override IEnumerable<(string Name, string Role)> Columns(PredictionsSpec spec, PlacedModel model) =>
        PredictedColumns.Roles(spec, model);

    protected override IEnumerable<(string Role, string Path)> Files(PredictionsSpec spec, PlacedModel model) =>
        PredictedColumns.AreInData(spec, model) ? []
        : NamedFiles.Find(model.Inputs, $"{model.Key}.predictions.source", spec.Marks, spec.At,
            FileSources.Predictions(model.Inputs, spec.Source!)).Select(path => (model.IsBaseline ? "baseline" : "predictions", path));

    protected override IEnumerable<PolicyProblem> Check(PredictionsSpec spec, PlacedModel model, IReadOnlyList<string> columns)
    {
        if (PredictedColumns.AreInData(spec, model)) return PredictedColumns.Absent(spec, model, columns, "the data");
        string[] own = [.. TableReader.Describe(FileSources.Predictions(model.Inputs, spec.Source!)).Select(column => column.Name)];
        return PredictedColumns.Absent(spec, model, own, spec.Source!)
            .Concat(PredictedColumns.AbsentKeys(spec, model, own, columns));
    }

    protected override IEnumerable<PolicyProblem> Check(PredictionsSpec spec, PlacedModel model, Dataset data) =>
        PredictedColumns.WrongClasses(spec, model, data.Classes);

    // Reading a file does not wait: DuckDB works on this thread.
    protected override Task<Candidate> CreateAsync(PredictionsSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.FromResult(Create(spec, model, data, progress, cancel));

    private static Candidate Create(PredictionsSpec spec, PlacedModel model, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        Table table = PredictedColumns.AreInData(spec, model) ? data.Test : Joined(spec, model.Inputs, data, progress, cancel);
        PredictionSet output = PredictionColumns.Read(table, data.Task, data.Classes, spec.Prediction, ScoreColumns(spec, data));
        ModelOutput said = data.Task == TaskType.Regression
            ? new NumberOutput(output.Values!, Ends(table, spec))
            : new ClassOutput(
                output.Labels ?? ModelOutputs.Decide(data.Task, output.Scores!, data.Classes.Count, spec.Threshold), output.Scores);
        return new(null, ModelDigest.None("predictions have no model of their own; the digests of the files that hold them bind them"),
            new Sample(data.Truth, said), Facts(spec, data, output));
    }

    // The policy gives both or neither.
    private static IntervalEnds? Ends(Table table, PredictionsSpec spec) =>
        spec is { Lower: { } lower, Upper: { } upper } ? new IntervalEnds(End(table, lower), End(table, upper)) : null;

    private static double[] End(Table table, string name)
    {
        if (table[name] is not NumericColumn column)
            throw new ModelException($"column '{name}' is text, but the ends of prediction intervals are numbers");
        int bad = Array.FindIndex(column.Values, value => !double.IsFinite(value));
        return bad < 0
            ? column.Values : throw new ModelException(
            $"column '{name}' is {(column.IsMissing(bad) ? "missing" : column.Text(column.Values[bad]))} in measured row {bad + 1}, but "
            + "every row needs the end of its prediction interval");
    }

    /// <summary>The score columns in the order of the classes; a single column of a binary task is the positive class's.</summary>
    private static string[] ScoreColumns(PredictionsSpec spec, Dataset data)
    {
        if (spec.Score is [{ Key: "" } only]) return [only.Value];
        if (spec.Score.Count == 0) return [];
        // Every class has a column, and every column a class: that has been checked.
        return [.. data.Classes.Select((_, code) => spec.Score.First(score => Labels.IndexOf(data.Classes, score.Key) == code).Value)];
    }

    private static Table Joined(PredictionsSpec spec, RunInputs inputs, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"reading {spec.Source}");
        Table predictions = TableReader.Read(FileSources.Predictions(inputs, spec.Source!), null, cancel);
        int[] rows = spec.Key.Count > 0 ? KeyJoin.Align(data.Source, predictions, spec.Key) : KeyJoin.InOrder(data.Source, predictions);
        if (spec.Key.Count == 0) RowOrder.Require(data.Source, predictions, PredictedColumns.Said(spec));
        return predictions.Take(data.TestRows is null ? rows : Array.ConvertAll(data.TestRows, row => rows[row]));
    }

    private static ModelFacts Facts(PredictionsSpec spec, Dataset data, PredictionSet output)
    {
        var parameters = new List<NamedText>();
        if (spec.Prediction is not null) parameters.Add(new("prediction", spec.Prediction));
        parameters.AddRange(
            spec.Score.Select(score => new NamedText(score.Key.Length == 0 ? "score" : $"score of {score.Key}", score.Value)));
        if (spec.Lower is not null && spec.Upper is not null) parameters.AddRange([new("lower", spec.Lower), new("upper", spec.Upper)]);
        if (spec.Key.Count > 0) parameters.Add(new("key", string.Join(", ", spec.Key)));
        bool thresholded = data.Task == TaskType.BinaryClassification && output.Labels is null;
        return new("predictions", spec.Source ?? "columns of the data", thresholded ? spec.Threshold : null, parameters, [], []);
    }
}
