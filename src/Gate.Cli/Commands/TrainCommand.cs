using System.CommandLine;
using Gate.Ci.Terminal;
using Gate.Evaluation;
using Gate.Evaluation.Export;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Reporting.Output;

namespace Gate.Cli.Commands;

/// <summary><c>gate train [policy]</c>: trains the policy's candidate and writes it as ONNX with its card, without judging it.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string> PolicyArgument = new("policy") { Description = "The policy file.",
        DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<string[]> Set = CommonOptions.Set(".");
    private static readonly Option<string> Output = new("--output", "-o") { Description = "Where model.onnx and model-card.json go.",
        HelpName = "directory", DefaultValueFactory = _ => "gate-model" };
    private static readonly Option<bool> OwnFormat = new("--own-format") { Description = "Also writes the model in the format of the "
        + "library that trains it: model.txt of LightGBM." };
    private static readonly Option<int> Threads = CommonOptions.Threads("The model is");

    public static Command Create()
    {
        var command = new Command("train", "Trains the policy's candidate and writes it as ONNX with its model card; 'gate run "
            + "--save-model' does the same and judges it.") { PolicyArgument, Set, Output, OwnFormat, Threads, CommonOptions.Timeout,
                CommonOptions.Memory };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => TrainAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> TrainAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string output = OutputDirectory.Require(parsed.GetValue(Output)!);
        RunInputs inputs = PolicyFile.Inputs(parsed.GetValue(PolicyArgument)!, parsed.GetValue(Set)!, DateOnly.MinValue,
            parsed.GetValue(Threads), CommonOptions.MemoryOf(parsed));
        string? ownFile = parsed.GetValue(OwnFormat) ? TrainingRun.OwnFile(inputs) ?? throw new UsageException(
            $"--own-format: the learner has no format of its own; {TrainedModel.ModelFile} is what is written of it") : null;
        TrainedModel model = await ConsoleProgress.ShowAsync(session.Error, session.Interactive(Console.IsErrorRedirected),
            progress => TrainingRun.ExecuteAsync(inputs, progress, cancel));
        IReadOnlyList<string> written = SavedModel.Write(output, model, null, ownFile);
        session.Out.WriteLine($"{model.Facts.Kind}, trained on {NumberText.Count(model.TrainedRows)} rows, {model.Digest}");
        session.Error.WriteLine($"{string.Join(", ", written)} written");
        return ExitCodes.Pass;
    }
}
