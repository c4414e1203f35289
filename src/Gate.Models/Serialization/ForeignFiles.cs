using System.Text;
using Gate.Data;

namespace Gate.Models.Serialization;

/// <summary>What models have in common that are files of other libraries and are run by those.</summary>
internal static class ForeignFiles
{
    /// <summary>The digest of a file and of how it is read: the same file read in another way is another model.</summary>
    /// <param name="form">The form and the version of what is digested: <c>gate-onnx-1</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="parts">How it is read.</param>
    public static string DigestOf(string form, byte[] file, IEnumerable<string> parts)
    {
        // Each part stands behind its length, so that neighbours cannot run together.
        string text = string.Concat(parts.Prepend(Digest.Of(file)).Select(part => FormattableString.Invariant($"{part.Length}:{part}\n")));
        return Digest.Of(Encoding.UTF8.GetBytes($"{form}\n{text}"));
    }

    /// <summary>Runs something whose errors begin with what the model does wrong, and puts its name before them.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="work">The work.</param>
    public static T Named<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ModelException error)
        {
            throw new ModelException($"{name} {error.Message}", error.InnerException ?? error);
        }
    }
}
