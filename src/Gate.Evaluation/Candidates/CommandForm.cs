using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models.Remote;
using Gate.Models.Remote.Commands;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>A model that a program scores.</summary>
internal sealed class CommandForm : FedForm<CommandSpec>
{
    public override FormKey Key => CommandModelForm.Form;

    protected override IEnumerable<(string Role, string Path)> Files(CommandSpec spec, PlacedModel model) => spec.Run
        .Where(word => word.Length > 0 && !Path.IsPathRooted(word) && File.Exists(Path.Combine(model.Inputs.BaseDirectory, word)))
        .Concat(spec.Reads).Distinct(StringComparer.Ordinal)
        .Select(file => (model.Key, ModelFiles.Find(model.Inputs, file)));

    protected override IEnumerable<PolicyProblem> Check(CommandSpec spec, PlacedModel model, Dataset data) =>
        base.Check(spec, model, data).Concat(RemoteSchemas.WrongFields(spec, model, data, spec.Score, "command.score"));

    protected override Task<Candidate> CreateAsync(CommandSpec spec, PlacedModel placed, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.Run(() => Create(spec, placed, data, progress, cancel), cancel);

    private static Candidate Create(CommandSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        if (!placed.Inputs.Remote.AllowsCommands)
        {
            string key = $"{placed.Key}.command.run";
            throw new PolicyException(placed.Inputs.PolicyPath, [new(spec.Marks.GetValueOrDefault("run", spec.At), key, $"{key}: programs "
                + "that a policy names are not run unless the command line allows it; where you trust this policy as you trust a program, "
                + "add '--allow-commands'")]);
        }
        var options = new CommandOptions(spec.Run, placed.Inputs.BaseDirectory) { Timeout = TimeSpan.FromSeconds(spec.Timeout) };
        progress.Begin($"running {options.Line}{placed.Suffix}");
        var model = new CommandModel(options, RemoteSchemas.Of(spec, data) with
        {
            Meaning = spec.Prediction is null ? AnswerMeaning.Scores : AnswerMeaning.Classes,
            Fields = spec.Prediction is { } prediction ? [new("", prediction)] : spec.Score,
        });
        Candidate candidate = ScoredModels.Score(model, placed, data, Facts(spec, options, model, data), progress, cancel);
        return RemoteSchemas.Held(candidate, model, data, spec.Prediction is null, "a program cannot be seen into; the digests of the "
            + "files that it reads bind it", cancel);
    }

    private static ModelFacts Facts(CommandSpec spec, CommandOptions options, CommandModel model, Dataset data)
    {
        List<NamedText> parameters = ModelFiles.Said(spec);
        if (spec.Prediction is not null) parameters.Add(new("prediction", spec.Prediction));
        parameters.AddRange(spec.Score.Select(score => new NamedText(score.Key.Length == 0 ? "score" : $"score of {score.Key}",
            score.Value)));
        bool thresholded = data.Task == TaskType.BinaryClassification && spec.IsThresholded;
        return new(model.Kind, options.Line, thresholded ? spec.Threshold : null, parameters, [], [.. model.Features]);
    }
}
