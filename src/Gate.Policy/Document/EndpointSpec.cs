namespace Gate.Policy.Document;

/// <summary>How a scoring server is spoken to.</summary>
public enum EndpointProtocolSpec
{
    /// <summary>MLflow's <c>/invocations</c>.</summary>
    Mlflow,

    /// <summary>Azure Machine Learning, a model of MLflow.</summary>
    Azureml,

    /// <summary>Azure Machine Learning, a script of its own.</summary>
    AzuremlData,

    /// <summary>The Open Inference Protocol.</summary>
    KserveV2,
}

/// <summary>What a server answers.</summary>
public enum AnswersSpec
{
    /// <summary>Scores, or the values of a regression.</summary>
    Scores,

    /// <summary>Predicted classes.</summary>
    Classes,
}

/// <summary>The type of the numbers in a tensor.</summary>
public enum DatatypeSpec
{
    /// <summary>Double precision.</summary>
    Fp64,

    /// <summary>Single precision.</summary>
    Fp32,

    /// <summary>Whole numbers.</summary>
    Int64,
}

/// <summary>A model behind a scoring server.</summary>
/// <param name="Url">The whole address that rows are sent to.</param>
/// <param name="Protocol">How it is spoken to.</param>
public sealed record EndpointSpec(string Url, EndpointProtocolSpec Protocol) : ModelFileSpec(Url)
{
    /// <summary>What it answers.</summary>
    public AnswersSpec Answers { get; init; }

    /// <summary>Where an answer with names has what is wanted: one name with the key <c>""</c>, or a name by class; empty for answers
    /// without names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The environment variable that has the token; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The one tensor of all columns, of KServe v2; null for a tensor a column.</summary>
    public string? Tensor { get; init; }

    /// <summary>The type of numbers, of KServe v2.</summary>
    public DatatypeSpec Datatype { get; init; }

    /// <summary>How many rows go in a request, at most.</summary>
    public int Batch { get; init; }

    /// <summary>How many requests are under way at once, at most.</summary>
    public int Concurrency { get; init; }

    /// <summary>How many seconds a request may take.</summary>
    public double Timeout { get; init; }

    /// <summary>How often a request is sent again.</summary>
    public int Retries { get; init; }

    /// <inheritdoc/>
    public override bool IsThresholded => Answers == AnswersSpec.Scores;
}
