using Gate.Policy.Document;

namespace Gate.Policy.Vocabulary;

/// <summary>A metric's name and what a policy may do with it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names for it.</param>
/// <param name="Description">Its definition, in one sentence.</param>
/// <param name="Tasks">The tasks that it serves.</param>
/// <param name="IsDisparity">Whether it only exists between groups (then <c>by</c> is required and <c>compare</c> is not allowed).</param>
/// <param name="HigherIsBetter">Whether larger values are better (then <c>min</c> is the bound to give) or smaller ones; null where neither
/// is.</param>
/// <param name="Low">The smallest value that it can take.</param>
/// <param name="High">The largest.</param>
public sealed record MetricWord(string Name, IReadOnlyList<string> Aliases, string Description, IReadOnlyList<PolicyTask> Tasks,
    bool IsDisparity, bool? HigherIsBetter, double Low, double High)
{
    /// <summary>Whether one direction is better (then <c>max_regression</c> is allowed).</summary>
    public bool HasDirection => HigherIsBetter is not null;

    /// <summary>The largest value that it can take where there are two classes; null where that is <see cref="High"/>.</summary>
    public double? HighOfTwoClasses { get; init; }

    /// <summary>The word with the range that it has in a task.</summary>
    /// <param name="task">The task.</param>
    public MetricWord In(PolicyTask? task) =>
        task == PolicyTask.BinaryClassification && HighOfTwoClasses is { } high ? this with { High = high } : this;

    /// <summary>Whether it is measured on rows: then it can be asked of groups, slices and classes. A model's size cannot.</summary>
    public bool IsOfRows { get; init; } = true;

    /// <summary>Whether it is asked of raw columns of the model (then <c>features</c> is required).</summary>
    public bool NeedsFeatures { get; init; }

    /// <summary>Whether it may be asked of raw columns of the model, and of all of them where <c>features</c> is left out.</summary>
    public bool OptionalFeatures { get; init; }

    /// <summary>Whether it compares with the baseline by itself (then the policy has to have one).</summary>
    public bool NeedsBaseline { get; init; }

    /// <summary>Whether it reads the groups of <c>by</c> and nothing else of rows: no slice, control level or class.</summary>
    public bool OnlyBy { get; init; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<ParameterWord> Parameters { get; init; } = [];

    /// <summary>Whether a multiclass task can ask it of one class against the rest.</summary>
    public bool ServesClasses { get; init; }

    /// <summary>Whether it exists within control levels only (then <c>control</c> is required).</summary>
    public bool NeedsControl { get; init; }

    /// <summary>What groups may be compared with; empty for a number of all groups together.</summary>
    public IReadOnlyList<MethodSpec> Methods { get; init; } = Enum.GetValues<MethodSpec>();

    /// <summary>Whether it compares with a reference group without being told to.</summary>
    public bool OwnReference { get; init; }
}
