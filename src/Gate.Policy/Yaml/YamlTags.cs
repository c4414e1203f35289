using Gate.Policy.Messages;
using Gate.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = Gate.Policy.Document.Mark;

namespace Gate.Policy.Yaml;

/// <summary>Explicit tags: those of the core schema mean what they say, all others are refused.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    public static TagName Merge { get; } = Prefix + "merge";

    public static ScalarKind Kind(Scalar scalar, Mark at, Problems problems)
    {
        if (scalar.Tag.IsNonSpecific) return ScalarKind.Text;
        ScalarKind natural = CoreSchema.KindOfPlain(scalar.Value);
        ScalarKind? kind = scalar.Tag.Value switch
        {
            Prefix + "str" => ScalarKind.Text,
            Prefix + "int" when natural is ScalarKind.Whole => natural,
            Prefix + "float" when natural is ScalarKind.Whole or ScalarKind.Number => ScalarKind.Number,
            Prefix + "bool" when natural is ScalarKind.Boolean => natural,
            Prefix + "null" when natural is ScalarKind.Null => natural,
            _ => null,
        };
        if (kind is { } known) return known;
        bool core = scalar.Tag.Value is Prefix + "int" or Prefix + "float" or Prefix + "bool" or Prefix + "null";
        problems.Add(at, "", core
            ? $"the value '{Shown.Of(scalar.Value)}' does not fit its tag '{Short(scalar.Tag)}'"
            : $"the tag '{Short(scalar.Tag)}' has no meaning in a policy; remove it");
        return natural;
    }

    public static void RequireCollection(TagName tag, string kind, Mark at, Problems problems)
    {
        if (tag.IsEmpty || tag.IsNonSpecific || tag.Value == Prefix + kind) return;
        problems.Add(at, "", $"the tag '{Short(tag)}' has no meaning here; remove it");
    }

    private static string Short(TagName tag) =>
        Shown.Of(tag.Value.StartsWith(Prefix, StringComparison.Ordinal) ? "!!" + tag.Value[Prefix.Length..] : tag.Value);
}
