using Gate.Data;
using Gate.Evaluation.Inputs;

namespace Gate.Evaluation.Candidates;

/// <summary>Files that hold a model.</summary>
internal static class ModelFiles
{
    /// <summary>The full path of a file that the policy names, which must be there.</summary>
    /// <exception cref="DataException">It is not.</exception>
    public static string Find(RunInputs inputs, string source)
    {
        string path = Path.GetFullPath(Path.Combine(inputs.BaseDirectory, source));
        return File.Exists(path) ? path : throw new DataException($"the model file {source} does not exist below {inputs.BaseDirectory}; "
            + "paths are relative to the policy");
    }
}
