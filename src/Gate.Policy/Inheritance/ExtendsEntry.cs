using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Reading;
using Gate.Policy.Yaml;

namespace Gate.Policy.Inheritance;

/// <summary>One policy that another one extends, as it writes it.</summary>
/// <param name="File">The path.</param>
/// <param name="Git">The commit, or null.</param>
/// <param name="Digest">The digest that the file must have, or null.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ExtendsEntry(string File, string? Git, string? Digest, IPlaced At)
{
    /// <summary>The entries of a policy.</summary>
    /// <param name="root">The policy's keys.</param>
    /// <param name="problems">Told what is wrong with them.</param>
    /// <exception cref="Document.PolicyException">Something is.</exception>
    public static IReadOnlyList<ExtendsEntry> Of(YamlMap root, Problems problems)
    {
        string name = PolicyLanguage.Extends.Name;
        if (root.Find(name) is not { IsNull: false } node) return [];
        new ShapeCheck(problems).Check(node, PolicyLanguage.Extends.Shape, name);
        problems.ThrowIfAny();
        return [.. (node is YamlList list ? list.Items : [node]).Select(item => One(item, problems))];
    }

    private static ExtendsEntry One(YamlNode node, Problems problems)
    {
        if (node is YamlScalar path) return new(path.Text, null, null, node);
        var section = new Section((YamlMap)node, PolicyLanguage.Extends.Name, problems);
        return new(section.Get(ExtendsKeys.File)!, section.Get(ExtendsKeys.Git), section.Get(ExtendsKeys.Digest), node);
    }
}
