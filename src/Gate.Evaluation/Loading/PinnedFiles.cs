using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Loading;

/// <summary>Holds the files that are read against the digests that the policy pins.</summary>
internal static class PinnedFiles
{
    /// <summary>A file's path as the policy and the result write it: relative to the policy, with <c>/</c>.</summary>
    public static string Name(RunInputs inputs, string path) => Path.GetRelativePath(inputs.BaseDirectory, path).Replace('\\', '/');

    /// <summary>Checks every file. It does nothing where the policy pins none.</summary>
    /// <exception cref="PolicyException">A file is read that is not pinned while others are, or a digest names a file that is not
    /// read.</exception>
    /// <exception cref="DataException">A file has another digest.</exception>
    public static void Require(RunInputs inputs, IReadOnlyList<InputFile> files)
    {
        IReadOnlyList<PinSpec> pins = inputs.Policy.Digests;
        if (pins.Count == 0) return;
        Dictionary<string, PinSpec> byPath = ByPath(inputs, pins);
        string[] names = [.. files.Select(file => Name(inputs, file.Path)).Distinct(StringComparer.Ordinal)];
        PolicyProblem[] problems =
        [
            .. byPath.Where(pin => files.All(file => file.Path != pin.Key)).Select(pin => new PolicyProblem(pin.Value.At, "digests",
                $"digests: '{Shown.Of(pin.Value.Path)}' is no file that is read{NearestName.Hint(pin.Value.Path, names)}")),
            .. files.Where(file => !byPath.ContainsKey(file.Path)).DistinctBy(file => file.Path).Select(file => new PolicyProblem(
                inputs.Policy.DigestsAt, "digests", $"digests: '{Shown.Of(Name(inputs, file.Path))}' is read and has no digest here, while "
                + "other files have; add it ('gate check --pin' prints all of them)")),
        ];
        if (problems.Length > 0) throw new PolicyException(inputs.PolicyPath, problems);
        foreach (InputFile file in files)
            if (file.Digest != byPath[file.Path].Sha256)
                throw new DataException($"{file.Path} is not the file that the policy pins: expected {byPath[file.Path].Sha256}, found "
                    + $"{file.Digest}; fetch the file again, or, if it was meant to change, take the new "
                    + "digest over ('gate check --pin' prints it)");
    }

    private static Dictionary<string, PinSpec> ByPath(RunInputs inputs, IReadOnlyList<PinSpec> pins)
    {
        var byPath = new Dictionary<string, PinSpec>(StringComparer.Ordinal);
        foreach (PinSpec pin in pins)
            if (!byPath.TryAdd(Path.GetFullPath(Path.Combine(inputs.BaseDirectory, pin.Path)), pin))
                throw new PolicyException(inputs.PolicyPath,
                    [new(pin.At, "digests", $"digests: '{Shown.Of(pin.Path)}' names a file that has a digest already")]);
        return byPath;
    }
}
