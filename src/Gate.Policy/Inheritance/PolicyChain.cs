using System.Globalization;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Reading;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Inheritance;

/// <summary>Reads a policy and those that it extends: each file once, after those that it extends itself, so that its word counts for
/// more than theirs.</summary>
internal sealed class PolicyChain
{
    /// <summary>How many policies may extend each other in a row.</summary>
    public const int Depth = 5;

    /// <summary>How many files a policy may have altogether.</summary>
    public const int Files = 16;

    private readonly PartFinder finder;
    private readonly MapShape language;
    private readonly List<PolicyLayer> layers = [];
    private readonly List<string> open = [];

    private PolicyChain(PartFinder finder, MapShape language) => (this.finder, this.language) = (finder, language);

    /// <summary>The layers of a policy, the policy itself last.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="committed">Reads commits, or null.</param>
    /// <param name="language">The language.</param>
    /// <param name="isNamed">Whether places in the policy itself name its file too.</param>
    /// <param name="problems">Told what is wrong with the policy itself.</param>
    /// <exception cref="PolicyException">A file cannot be found or read, or one that is extended is wrong.</exception>
    public static IReadOnlyList<PolicyLayer> Load(PolicyPart policy, ICommittedFiles? committed, MapShape language, bool isNamed,
        Problems problems)
    {
        var chain = new PolicyChain(new PartFinder(policy, committed), language);
        chain.Visit(policy, isNamed ? policy.File : null, problems);
        return chain.layers;
    }

    private void Visit(PolicyPart part, string? named, Problems problems)
    {
        YamlMap own = MapOf(YamlLoader.Load(PolicyText.Decode(part.Bytes, problems), problems, named), problems);
        bool isExtended = open.Count > 0;
        if (isExtended) RequireVersion(own, problems);
        open.Add(part.Key);
        foreach (ExtendsEntry entry in ExtendsEntry.Of(own, problems)) Extend(part, entry, problems);
        open.RemoveAt(open.Count - 1);
        // What a part says wrongly is wrong also where the policy has another word for it, which would hide a lock.
        if (isExtended)
        {
            if (own.Find(PolicyLanguage.Version.Name) is null)
                problems.Add(own.FirstKey with { File = named }, PolicyLanguage.Version.Name, "is missing; expected 1");
            new ShapeCheck(problems, isPart: true).Check(own, language, "");
            problems.ThrowIfAny();
        }
        YamlMap merged = layers.Count == 0 ? own : LayerMerge.Of(layers[^1].Merged, own, language);
        if (isExtended) RequireCount(own, merged, problems);
        layers.Add(new(part, own, merged));
    }

    private void Extend(PolicyPart from, ExtendsEntry entry, Problems problems)
    {
        void Refuse(string message) => problems.Add(entry.At, PolicyLanguage.Extends.Name, message);
        PolicyPart part;
        try
        {
            part = finder.Find(from, entry);
        }
        catch (IOException error)
        {
            Refuse(Shown.OneLine(error.Message));
            problems.ThrowIfAny();
            return;
        }
        if (open.Contains(part.Key)) Refuse($"'{Shown.Of(part.File)}' extends this policy itself: one of the two has to stand alone");
        else if (open.Count > Depth)
            Refuse(FormattableString.Invariant($"more than {Depth} policies extend each other in a row; write some of them as one"));
        else if (layers.Count + open.Count >= Files)
            Refuse(FormattableString.Invariant($"a policy has more than {Files} files; write some of them as one"));
        problems.ThrowIfAny();
        // Of two that extend the same one, both build on it, and it counts once.
        if (layers.All(layer => layer.Part.Key != part.Key)) Visit(part, part.File, new Problems(part.File));
    }

    // A part counts what it has with what it extends: that it was cut off would else be seen nowhere.
    private static void RequireCount(YamlMap own, YamlMap merged, Problems problems)
    {
        string name = PolicyLanguage.ExpectConditions.Name;
        if (own.Find(name) is not YamlScalar { IsNumber: true } expected) return;
        int count = (merged.Find(PolicyLanguage.Conditions.Name) as YamlList)?.Items.Count ?? 0;
        if (CoreSchema.ToDouble(expected) != count)
            problems.Add(expected, name, FormattableString.Invariant($"the policy has {count} conditions; if it was meant to change, ")
                + "state the new number, else see what was cut off");
        problems.ThrowIfAny();
    }

    private static YamlMap MapOf(YamlNode root, Problems problems) => root switch
    {
        YamlMap map => map,
        YamlScalar { Kind: ScalarKind.Null } => throw problems.Fatal("the file is empty; a policy starts with 'version: 1'"),
        _ => throw problems.Fatal(root.At, $"a policy is a map of keys such as 'version: 1', and here stands {Expected.Found(root)}"),
    };

    /// <summary>Refuses another version of the language. It has other words: complaints about each of them would be noise.</summary>
    /// <exception cref="PolicyException">It is another one.</exception>
    public static void RequireVersion(YamlMap root, Problems problems)
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
