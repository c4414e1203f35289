namespace Gate.Policy.Document;

/// <summary>A model in a file of another library.</summary>
/// <param name="Source">The file, relative to the policy.</param>
public abstract record ModelFileSpec(string Source) : ModelSpec
{
    /// <summary>The columns that feed it, in the order of its inputs; empty: by name, or all features.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns by the name of the input that they feed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ColumnsByInput { get; init; } = [];

    /// <summary>The texts of the codes of a column, from 0 on, by column; empty for a model that reads texts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The classes of the label in the order of the model's own; empty where the model says them.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Where keys stand, by path below the form: <c>columns[0]</c>, <c>levels.sex</c>, <c>classes[1]</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}

/// <summary>A model in the text of LightGBM.</summary>
/// <param name="Source">The file, relative to the policy.</param>
public sealed record LightGbmSpec(string Source) : ModelFileSpec(Source);

/// <summary>A model in the zip of ML.NET.</summary>
/// <param name="Source">The file, relative to the policy.</param>
public sealed record MlNetSpec(string Source) : ModelFileSpec(Source);

/// <summary>A model in the JSON or UBJ of XGBoost.</summary>
/// <param name="Source">The file, relative to the policy.</param>
public sealed record XGBoostSpec(string Source) : ModelFileSpec(Source);
