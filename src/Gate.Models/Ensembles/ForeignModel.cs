using Gate.Data;

namespace Gate.Models.Ensembles;

/// <summary>A model as the file of another library says it, before it is known which columns feed it and what its classes are.</summary>
/// <param name="Kind"><c>lightgbm</c> or <c>xgboost</c>.</param>
/// <param name="Function">From features to sums.</param>
/// <param name="Link">From sums to scores.</param>
/// <param name="Features">Its features, in its order.</param>
/// <param name="Objective">What it was trained for, in the library's words.</param>
/// <param name="Facts">What a person wants to know of it, name to text.</param>
public sealed record ForeignModel(string Kind, MarginFunction Function, OutputLink Link, IReadOnlyList<ForeignFeature> Features,
    string Objective, IReadOnlyList<KeyValuePair<string, string>> Facts)
{
    /// <summary>How many classes it tells apart; 0 where it predicts numbers.</summary>
    public int Classes => Link.Kind switch
    {
        LinkKind.Logistic => 2,
        LinkKind.Softmax or LinkKind.LogisticEach or LinkKind.LogisticShares or LinkKind.Shares => Function.Outputs,
        _ => 0,
    };

    /// <summary>Whether it can be a candidate for a task. A probability is a number too: regression may have it.</summary>
    /// <param name="task">The task.</param>
    public bool Serves(TaskType task) => task switch
    {
        TaskType.Regression => Classes == 0 || Link.Kind == LinkKind.Logistic,
        TaskType.BinaryClassification => Classes == 2,
        _ => Classes > 1 && Link.Kind != LinkKind.Logistic,
    };
}
