using System.Globalization;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Reading;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy;

/// <summary>Reads policies.</summary>
public static class PolicyReader
{
    /// <summary>The largest policy that is read, in bytes.</summary>
    public const int MaxBytes = PolicyLimits.Bytes;

    /// <summary>Reads a policy from its bytes.</summary>
    /// <param name="bytes">The file's bytes, UTF-8.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <param name="overrides">Values that replace keys, as <c>--set model.threshold=0.4</c> gives them: path and YAML text, in
    /// order.</param>
    /// <exception cref="PolicyException">Anything is wrong; all problems at once.</exception>
    public static PolicyDocument Read(byte[] bytes, string file, PolicyVocabulary vocabulary,
        IReadOnlyList<KeyValuePair<string, string>>? overrides = null) =>
        ReadTree(new PolicySource(bytes, file) { Overrides = overrides ?? [] }, vocabulary).Document;

    /// <summary>Reads the rules of one policy for the candidate of another: all is the first one's but the section <c>model</c>.</summary>
    /// <param name="rules">The policy that holds.</param>
    /// <param name="candidate">The policy whose candidate is judged.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <exception cref="PolicyException">One of the two cannot be used, or the candidate does not fit the rules.</exception>
    public static PolicyDocument ReadFor(PolicySource rules, PolicySource candidate, PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(candidate);
        (YamlMap root, _) = ReadTree(rules, vocabulary);
        (YamlMap other, _) = ReadTree(candidate, vocabulary);
        var problems = new Problems(rules.File);
        string model = PolicyLanguage.Model.Name;
        YamlEntry own = other.Entries.Single(entry => entry.Key.Text == model);
        // What is wrong with it then says which file it comes from.
        var brought = new YamlEntry((YamlScalar)Sourced(own.Key, candidate.File), Sourced(own.Value, candidate.File));
        YamlEntry[] entries = [.. root.Entries.Select(entry => entry.Key.Text == model ? brought : entry)];
        return Bind(new YamlMap(root.At, root.FirstKey, entries, root.Source), rules.File, vocabulary, problems);
    }

    private static YamlNode Sourced(YamlNode node, string file) => node switch
    {
        YamlScalar scalar => new YamlScalar(scalar.At, scalar.Text, scalar.Kind, scalar.Source ?? file),
        YamlList list => new YamlList(list.At, [.. list.Items.Select(item => Sourced(item, file))], list.Source ?? file),
        YamlMap map => new YamlMap(map.At, map.FirstKey,
            [.. map.Entries.Select(entry => new YamlEntry((YamlScalar)Sourced(entry.Key, file), Sourced(entry.Value, file)))],
            map.Source ?? file),
        _ => throw new ArgumentException("unknown node", nameof(node)),
    };

    /// <summary>Reads a policy, with the tree that it was read from.</summary>
    internal static (YamlMap Root, PolicyDocument Document) ReadTree(PolicySource source, PolicyVocabulary vocabulary)
    {
        var problems = new Problems(source.File);
        YamlMap root = Tree(source, problems);
        return (root, Bind(root, source.File, vocabulary, problems));
    }

    private static YamlMap Tree(PolicySource source, Problems problems)
    {
        string text = PolicyText.Decode(source.Bytes, problems);
        YamlMap root = MapOf(YamlLoader.Load(text, problems), problems);
        root = Overrides.Apply(root, source.Overrides, problems);
        RequireVersion(root, problems);
        return root;
    }

    private static PolicyDocument Bind(YamlMap root, string file, PolicyVocabulary vocabulary, Problems problems)
    {
        MapShape language = PolicyLanguage.With(vocabulary);
        new ShapeCheck(problems).Check(root, language, "");
        PolicyDocument document = new PolicyBinder(file, vocabulary, language, problems).Bind(root);
        problems.ThrowIfAny();
        return document;
    }

    /// <summary>The bytes of a policy file, for <see cref="Read"/> and for a digest. A file that is too large is refused without being
    /// read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    /// <exception cref="PolicyException">There is no such file, it cannot be read, or it is too large.</exception>
    public static byte[] ReadBytes(string path, string file)
    {
        var problems = new Problems(file);
        try
        {
            if (Directory.Exists(path)) throw problems.Fatal("this is a directory; name the policy file in it");
            using FileStream stream = System.IO.File.OpenRead(path);
            if (stream.CanSeek && stream.Length > MaxBytes) throw problems.Fatal(PolicyText.TooLarge(stream.Length));
            // A pipe has no length: one byte more than allowed says enough.
            var buffer = new byte[MaxBytes + 1];
            int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return read <= MaxBytes ? buffer[..read] : throw problems.Fatal(PolicyText.TooLarge(read));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw problems.Fatal("there is no such policy file; 'gate init' writes one");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw problems.Fatal($"the policy cannot be read: {Shown.OneLine(e.Message)}");
        }
    }

    private static YamlMap MapOf(YamlNode root, Problems problems) => root switch
    {
        YamlMap map => map,
        YamlScalar { Kind: ScalarKind.Null } => throw problems.Fatal("the file is empty; a policy starts with 'version: 1'"),
        _ => throw problems.Fatal(root.At, $"a policy is a map of keys such as 'version: 1', and here stands {Expected.Found(root)}"),
    };

    // Another version has other words: complaints about each of them would be noise.
    private static void RequireVersion(YamlMap root, Problems problems)
    {
        if (root.Find(PolicyLanguage.Version.Name) is not YamlScalar { Kind: ScalarKind.Whole or ScalarKind.Number } version) return;
        if (CoreSchema.ToDouble(version) == PolicyLanguage.Number) return;
        problems.Add(version, PolicyLanguage.Version.Name,
            string.Create(CultureInfo.InvariantCulture,
                $"expected {PolicyLanguage.Number}, found {Shown.Of(version.Text)}; this Gate reads version "
                + $"{PolicyLanguage.Number} of the policy language only"));
        problems.ThrowIfAny();
    }
}
