using Gate.Data;
using Gate.Models.Ensembles;

namespace Gate.Models.LightGbm.Training;

/// <summary>A trained model: LightGBM grew its trees, Gate scores them.</summary>
internal sealed class LightGbmModel(ForeignModel model, TreeEnsemble trees, TaskType task, IReadOnlyList<string> classes, ClassOrder order,
    BoundInput[] inputs, byte[] text) : EnsembleModel(model, trees, task, classes, order, inputs), IOwnFormat
{
    public ReadOnlyMemory<byte> OwnBytes => text;

    /// <summary>The model of a text that LightGBM has just written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">The columns that it was trained on, in its order.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="target">Its classes.</param>
    /// <param name="facts">What else a person wants to know of it.</param>
    /// <param name="cancel">Stops the work.</param>
    public static LightGbmModel Of(byte[] text, TrainingColumns columns, TrainingData data, TrainingTarget target,
        IEnumerable<KeyValuePair<string, string>> facts, CancellationToken cancel)
    {
        ForeignModel read = LightGbmText.Read("the trained model", text, cancel);
        ForeignModel model = read with { Facts = [.. read.Facts, .. facts] };
        BoundInput[] inputs = [.. columns.Inputs.Select((input, i) => new BoundInput(model.Features[i], input.Name,
            input.Kind == InputKind.Category ? input.Categories : null, model.Function.IsCategory(i)) { Trained = input })];
        var order = new ClassOrder(data.Task, data.Classes.Count, target.Codes);
        return new(model, (TreeEnsemble)model.Function, data.Task, data.Classes, order, inputs, text);
    }
}
