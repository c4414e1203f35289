using Gate.Data;

namespace Gate.Models.Remote;

/// <summary>What goes to a model that runs elsewhere, and what its answers mean.</summary>
/// <param name="Task">What it predicts.</param>
/// <param name="Classes">The classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Columns">The columns that are sent, in their order; at least one.</param>
public sealed record RemoteSchema(TaskType Task, IReadOnlyList<string> Classes, IReadOnlyList<RemoteColumn> Columns)
{
    /// <summary>Whether answers say classes or numbers.</summary>
    public AnswerMeaning Meaning { get; init; }

    /// <summary>Where an answer with names has what is wanted: one name with the key <c>""</c> (the positive class's score, a class, a
    /// value), or a name for each class by its text. Empty where answers have no names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The classes in the order of the scores of an answer that has several and no names; empty where nobody says it.</summary>
    public IReadOnlyList<string> ModelClasses { get; init; } = [];

    /// <summary>How many numbers a row has in the contract (<see cref="IModel.Score"/>).</summary>
    public int Width => Task == TaskType.MulticlassClassification ? Classes.Count : 1;
}

/// <summary>A column that is sent.</summary>
/// <param name="Column">The column of the data.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Kind">How it enters the model, as the data have it.</param>
public sealed record RemoteColumn(string Column, string Name, InputKind Kind);

/// <summary>What an answer says of a row.</summary>
public enum AnswerMeaning
{
    /// <summary>Scores of classes; for a regression the value.</summary>
    Scores,

    /// <summary>The class that is predicted.</summary>
    Classes,
}
