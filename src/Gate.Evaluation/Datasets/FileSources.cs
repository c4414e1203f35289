using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Datasets;

/// <summary>How files are read in a run, whatever part they play.</summary>
internal static class FileSources
{
    /// <summary>What the policy says of all its data: filter, missing values, and where paths start.</summary>
    public static SourceOptions Options(RunInputs inputs) => new()
    {
        Where = inputs.Policy.Data.Where,
        BaseDirectory = inputs.BaseDirectory,
        NaValues = inputs.Policy.Data.NaValues,
        Threads = inputs.Threads,
        Memory = inputs.Memory,
    };

    /// <summary>A file of predictions, none of whose rows are filtered.</summary>
    public static SourceOptions Predictions(RunInputs inputs, string path) => Options(inputs) with { Paths = [path], Where = null };

    /// <summary>Whether the policy names no data, so that the candidate's own file is all that there is.</summary>
    public static bool AreMissing(PolicyDocument policy) => policy.Data is { Source.Count: 0, Sql: null };
}
