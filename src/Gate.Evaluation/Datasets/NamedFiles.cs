using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Datasets;

/// <summary>Finds the files that keys of a policy name.</summary>
internal static class NamedFiles
{
    /// <summary>All files of a source.</summary>
    /// <param name="inputs">The policy and where it stands.</param>
    /// <param name="key">The key that names them, from the top: <c>data.source</c>.</param>
    /// <param name="marks">Where the keys of its section stand.</param>
    /// <param name="at">Where the section does.</param>
    /// <param name="source">The paths.</param>
    /// <exception cref="DataException">A path names no file; the message has the policy's line, and what the path is relative
    /// to.</exception>
    public static IReadOnlyList<string> Find(RunInputs inputs, string key, IReadOnlyDictionary<string, Mark> marks, Mark at,
        SourceOptions source)
    {
        string last = key.Split('.')[^1];
        for (int i = 0; i < source.Paths.Count; i++)
        {
            string path = source.Paths[i];
            try
            {
                TableReader.Files(source with { Paths = [path] });
            }
            catch (DataException error)
            {
                Mark place = marks.GetValueOrDefault(FormattableString.Invariant($"{last}[{i}]"), marks.GetValueOrDefault(last, at));
                throw new DataException($"{place.File ?? inputs.PolicyPath}:{place.Line}: {key}: {error.Message} "
                    + $"('{Shown.Of(path)}' is relative to the policy's folder, {Path.GetFullPath(inputs.BaseDirectory)})", error);
            }
        }
        return TableReader.Files(source);
    }
}
