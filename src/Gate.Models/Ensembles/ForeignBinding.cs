using Gate.Data;

namespace Gate.Models.Ensembles;

/// <summary>What a task says to a model file: which columns feed it, what codes stand for, and which class is which.</summary>
/// <param name="Task">The task.</param>
/// <param name="Classes">The task's classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Columns">One column for each feature of the model (<see cref="FeatureColumns"/>).</param>
public sealed record ForeignBinding(TaskType Task, IReadOnlyList<string> Classes, IReadOnlyList<string> Columns)
{
    /// <summary>The texts of codes, from 0 on, by column; they go before those that the file carries.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The task's code of each of the model's classes; empty: in the order of the task's classes.</summary>
    public IReadOnlyList<int> ModelClasses { get; init; } = [];

    /// <summary>Binds a model.</summary>
    /// <param name="model">The model as its file says it.</param>
    /// <exception cref="ModelException">The model does not serve the task, or has other classes.</exception>
    public IMarginModel Bind(ForeignModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Serves(Task)) throw new ModelException(WrongTask(model));
        if (Columns.Count != model.Features.Count)
            throw new ModelException($"{Columns.Count} columns are named for the {model.Features.Count} features of the model");
        BoundInput[] inputs = [.. model.Features.Select((feature, i) => new BoundInput(feature, Columns[i],
            Levels.GetValueOrDefault(Columns[i]) ?? feature.Levels, model.Function.IsCategory(i)))];
        var order = new ClassOrder(Task, Classes.Count, Codes(model));
        return model.Function switch
        {
            TreeEnsemble trees => new EnsembleModel(model, trees, Task, Classes, order, inputs),
            _ => new LinearFileModel(model, (LinearSums)model.Function, Task, Classes, order, inputs),
        };
    }

    private int[] Codes(ForeignModel model)
    {
        if (Task == TaskType.Regression) return [];
        if (ModelClasses.Count > 0 && ModelClasses.Count != model.Classes)
            throw new ModelException($"the model tells {model.Classes} classes apart, but {ModelClasses.Count} are named for it");
        if (model.Classes > Classes.Count || (ModelClasses.Count == 0 && model.Classes < Classes.Count))
            throw new ModelException($"the model tells {model.Classes} classes apart, but the label has {Classes.Count} "
                + $"({string.Join(", ", Classes.Take(6).Select(name => $"'{name}'"))}{(Classes.Count > 6 ? ", …" : "")}); "
                + (model.Classes > Classes.Count ? "measure it on rows that have all its classes"
                    : "say which they are, in the order of the model's own: 'classes: [...]'"));
        return ModelClasses.Count > 0 ? [.. ModelClasses] : [.. Enumerable.Range(0, model.Classes)];
    }

    private string WrongTask(ForeignModel model) => $"the model's objective is {model.Objective}, which "
        + (model.Classes, Task) switch
        {
            (0, _) => "predicts numbers; it is a candidate for task: regression only",
            (_, TaskType.Regression) => "tells classes apart; it is no candidate for task: regression",
            ( > 2, _) => $"tells {model.Classes} classes apart; it is a candidate for task: multiclass_classification",
            _ => "tells two classes apart; it is a candidate for task: binary_classification",
        };
}
