using Gate.Data;

namespace Gate.Models;

/// <summary>What a parameter takes.</summary>
public enum ParameterType
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Numbers by name (<c>IReadOnlyDictionary&lt;string, double&gt;</c>), or one of the choices where there are such.</summary>
    NumbersByName,

    /// <summary>Lists of names (<c>IReadOnlyList&lt;IReadOnlyList&lt;string&gt;&gt;</c>).</summary>
    NameLists,
}

/// <summary>What the names in a parameter are of.</summary>
public enum ParameterNames
{
    /// <summary>There are no names in it.</summary>
    None,

    /// <summary>Feature columns.</summary>
    Columns,

    /// <summary>Classes of the label.</summary>
    Classes,
}

/// <summary>One parameter of a learner, for checking policies and for the documentation.</summary>
/// <param name="Name">As scikit-learn, or the library that the learner is of, spells it.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Default">The default (a double for numbers, bool, string), or null for none.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Min">The smallest value, or null.</param>
/// <param name="Max">The largest value, or null.</param>
/// <param name="Choices">The choices, for <see cref="ParameterType.Choice"/>.</param>
/// <param name="Nullable">Whether null is a value (<c>max_depth: null</c> is no limit).</param>
public sealed record LearnerParameter(string Name, ParameterType Type, object? Default, string Description, double? Min = null,
    double? Max = null, IReadOnlyList<string>? Choices = null, bool Nullable = false)
{
    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the names in it are of, for <see cref="ParameterType.NumbersByName"/> and
    /// <see cref="ParameterType.NameLists"/>.</summary>
    public ParameterNames Names { get; init; }
}

/// <summary>One learner: its name, what it serves, its parameters, and how to make one.</summary>
/// <param name="Name">The algorithm's name in a policy.</param>
/// <param name="Description">What it is, in one sentence.</param>
/// <param name="Tasks">The tasks that it serves.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Create">Makes a learner from parameter values (double, bool, string, what <see cref="ParameterType"/> says, or null),
/// defaults filled in for those not given.
/// Values are checked against <paramref name="Parameters"/> before.</param>
public sealed record LearnerInfo(string Name, string Description, IReadOnlyList<TaskType> Tasks, IReadOnlyList<LearnerParameter> Parameters,
    Func<IReadOnlyDictionary<string, object?>, ILearner> Create)
{
    /// <summary>The usual name of a file in the format of the library that trains, which its models then are
    /// <see cref="IOwnFormat"/> for; null where there is none.</summary>
    public string? OwnFile { get; init; }
}
