using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Evaluation.Candidates;

/// <summary>A model in an ONNX file.</summary>
internal sealed class OnnxForm : CandidateForm<OnnxSpec>
{
    public override FormKey Key => OnnxModelForm.Form;

    public override bool ReadsFeatures => true;

    protected override IEnumerable<(string Role, string Path)> Files(OnnxSpec spec, PlacedModel model) =>
        [(model.IsBaseline ? "baseline" : "model", ModelFiles.Find(model.Inputs, spec.Source))];

    protected override IEnumerable<PolicyProblem> Check(OnnxSpec spec, PlacedModel model, IReadOnlyList<string> columns) =>
        Named(spec).Where(named => !columns.Contains(named.Column)).Select(named => Problem(spec, model, named.Key,
            $"'{Shown.Of(named.Column)}' is not a column of the data{NearestName.Hint(named.Column, columns)}"));

    protected override IEnumerable<PolicyProblem> Check(OnnxSpec spec, PlacedModel model, Dataset data) =>
        Named(spec).Where(named => !data.Features.Contains(named.Column)).Select(named => Problem(spec, model, named.Key,
            $"the column '{Shown.Of(named.Column)}' is no feature; models read features only: name it in data.features.include, with the "
                + $"others"))
        .Concat(WrongClasses(spec, model, data.Classes));

    // ONNX Runtime works on the threads of the run; nothing is waited for.
    protected override Task<Candidate> CreateAsync(OnnxSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.FromResult(Create(spec, model, data, progress, cancel));

    private static Candidate Create(OnnxSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"loading {spec.Source}{placed.Suffix}");
        var options = new OnnxOptions(data.Task, data.Classes, data.Features)
        {
            Columns = spec.Columns,
            ColumnsByInput = spec.ColumnsByInput.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            Output = spec.Output,
            Score = spec.Score,
            ModelClasses = [.. spec.Classes.Select(name => data.Classes[Labels.IndexOf(data.Classes, name)])],
            Transform = spec.Transform switch
            {
                ScoreTransform.Sigmoid => OnnxTransform.Sigmoid,
                ScoreTransform.Softmax => OnnxTransform.Softmax,
                _ => OnnxTransform.None,
            },
            Threads = placed.Inputs.Threads,
        };
        OnnxModel model = OnnxModel.Load(spec.Source, File.ReadAllBytes(ModelFiles.Find(placed.Inputs, spec.Source)), options, cancel);
        return ScoredModels.Score(model, placed, data, Facts(spec, model, data), progress, cancel);
    }

    private static IEnumerable<(string Key, string Column)> Named(OnnxSpec spec) =>
        spec.Columns.Select((column, i) => (FormattableString.Invariant($"columns[{i}]"), column))
            .Concat(spec.ColumnsByInput.Select(pair => ($"columns.{pair.Key}", pair.Value)));

    private static IEnumerable<PolicyProblem> WrongClasses(OnnxSpec spec, PlacedModel model, IReadOnlyList<string> classes)
    {
        var seen = new HashSet<int>();
        for (int i = 0; i < spec.Classes.Count; i++)
        {
            int code = Labels.IndexOf(classes, spec.Classes[i]);
            string key = FormattableString.Invariant($"classes[{i}]"), name = Shown.Of(spec.Classes[i]);
            if (code < 0)
                yield return Problem(spec, model, key, $"the class '{name}' does not occur in the label{NearestName.Hint(name, classes)}");
            else if (!seen.Add(code)) yield return Problem(spec, model, key, $"the class '{name}' stands there already");
        }
    }

    private static PolicyProblem Problem(OnnxSpec spec, PlacedModel model, string key, string message)
    {
        string full = $"{model.Key}.onnx.{key}";
        return new(spec.Marks.GetValueOrDefault(key, spec.At), full, $"{Shown.OneLine(full)}: {message}");
    }

    private static ModelFacts Facts(OnnxSpec spec, OnnxModel model, Dataset data)
    {
        var parameters = new List<NamedText>();
        if (spec.Columns.Count > 0) parameters.Add(new("columns", string.Join(", ", spec.Columns)));
        parameters.AddRange(spec.ColumnsByInput.Select(pair => new NamedText($"column of {pair.Key}", pair.Value)));
        if (spec.Score is not null) parameters.Add(new("score", spec.Score));
        if (spec.Output is not null) parameters.Add(new("output", spec.Output));
        if (spec.Classes.Count > 0) parameters.Add(new("classes", string.Join(", ", spec.Classes)));
        if (spec.Transform != ScoreTransform.None) parameters.Add(new("transform", spec.Transform.ToString().ToLowerInvariant()));
        bool thresholded = data.Task == TaskType.BinaryClassification && spec.Output is null;
        return new(model.Kind, spec.Source, thresholded ? spec.Threshold : null, parameters,
            [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features]);
    }
}
