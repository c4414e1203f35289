using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Loading;

namespace Gate.Evaluation;

/// <summary>What a run would read, without running it.</summary>
public static class InputDigests
{
    /// <summary>The digest of every file that the policy names, with its role: <c>data sha256:…</c>.</summary>
    /// <param name="inputs">What the run depends on.</param>
    /// <exception cref="Data.DataException">A file is missing.</exception>
    public static IReadOnlyList<string> Of(RunInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return [.. Sources.InputFiles(inputs).Select((InputFile file) => $"{file.Role} {file.Digest}")];
    }
}
