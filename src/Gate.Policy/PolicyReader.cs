using Gate.Policy.Document;
using Gate.Policy.Inheritance;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Reading;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy;

/// <summary>Reads policies.</summary>
public static class PolicyReader
{
    /// <summary>The largest policy that is read, in bytes.</summary>
    public const int MaxBytes = PolicyLimits.Bytes;

    /// <summary>Reads a policy from its bytes. Policies that it extends are read from the files that it names.</summary>
    /// <param name="bytes">The file's bytes, UTF-8.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <param name="overrides">Values that replace keys, as <c>--set model.threshold=0.4</c> gives them: path and YAML text, in
    /// order.</param>
    /// <exception cref="PolicyException">Anything is wrong; all problems at once.</exception>
    public static PolicyDocument Read(byte[] bytes, string file, PolicyVocabulary vocabulary,
        IReadOnlyList<KeyValuePair<string, string>>? overrides = null) =>
        Read(new PolicySource(bytes, file) { Overrides = overrides ?? [] }, vocabulary);

    /// <summary>Reads a policy.</summary>
    /// <param name="source">The policy.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <exception cref="PolicyException">Anything is wrong with it or with one that it extends; all problems at once.</exception>
    public static PolicyDocument Read(PolicySource source, PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadTree(source, vocabulary).Document;
    }

    /// <summary>Reads the rules of one policy for the candidate of another: all is the first one's but the section <c>model</c>.</summary>
    /// <param name="rules">The policy that holds.</param>
    /// <param name="candidate">The policy whose candidate is judged.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <exception cref="PolicyException">One of the two cannot be used, or the candidate does not fit the rules.</exception>
    public static PolicyDocument ReadFor(PolicySource rules, PolicySource candidate, PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(candidate);
        (YamlMap root, PolicyDocument document) = ReadTree(rules, vocabulary);
        // What is wrong with the candidate says which file it comes from.
        (YamlMap other, _) = ReadTree(candidate, vocabulary, isNamed: true);
        string model = PolicyLanguage.Model.Name;
        YamlEntry own = other.Entries.Single(entry => entry.Key.Text == model);
        YamlEntry[] entries = [.. root.Entries.Select(entry => entry.Key.Text == model ? own : entry)];
        var problems = new Problems(rules.File);
        PolicyDocument judged = Bind(new YamlMap(root.At, root.FirstKey, entries, root.Source), rules.File, vocabulary, problems);
        return judged with { Extended = document.Extended,
            Conditions = [.. judged.Conditions.Zip(document.Conditions, (one, read) => one with { Inherited = read.Inherited })] };
    }

    /// <summary>Reads a policy, with the tree that it was read from.</summary>
    /// <param name="source">The policy.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <param name="isNamed">Whether places in the policy itself name its file too.</param>
    internal static (YamlMap Root, PolicyDocument Document) ReadTree(PolicySource source, PolicyVocabulary vocabulary, bool isNamed = false)
    {
        MapShape language = PolicyLanguage.With(vocabulary);
        var problems = new Problems(source.File);
        IReadOnlyList<PolicyLayer> layers = PolicyChain.Load(source.Part, source.CommittedFiles, language, isNamed, problems);
        YamlMap root = Overrides.Apply(layers[^1].Merged, source.Overrides, problems);
        PolicyChain.RequireVersion(root, problems);
        PolicyDocument document = Bind(root, source.File, vocabulary, problems);
        new LockCheck(vocabulary, language, problems).Check(layers, root, document);
        return (root, document with
        {
            Extended = [.. layers.SkipLast(1).Select(layer => new ExtendedPolicy(layer.Part.File, layer.Part.Bytes)
                { FullPath = layer.Part.FullPath, Place = layer.Part.Key })],
            Conditions = Origins.Of(layers, document.Conditions),
        });
    }

    private static PolicyDocument Bind(YamlMap root, string file, PolicyVocabulary vocabulary, Problems problems)
    {
        MapShape language = PolicyLanguage.With(vocabulary);
        new ShapeCheck(problems).Check(root, language, "");
        PolicyDocument document = new PolicyBinder(file, vocabulary, language, problems).Bind(root);
        problems.ThrowIfAny();
        return document;
    }

    /// <summary>The bytes of a policy file, to be read and for a digest. A file that is too large is refused without being read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    /// <exception cref="PolicyException">There is no such file, it cannot be read, or it is too large.</exception>
    public static byte[] ReadBytes(string path, string file) => PolicyBytes.Read(path, file);
}
