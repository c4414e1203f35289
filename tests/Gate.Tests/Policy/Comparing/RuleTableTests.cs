using Gate.Evaluation;
using Gate.Policy.Comparing;
using Gate.Policy.Keys;
using Gate.Policy.Language;

namespace Gate.Tests.Policy.Comparing;

/// <summary>Every key of the language says what a change of it loosens.</summary>
public sealed class RuleTableTests
{
    [Fact]
    public void Every_key_has_a_rule() =>
        Assert.Empty(Walked().Where(key => key.Missing).Select(key => key.Path));

    [Fact]
    public void Every_rule_has_a_key() =>
        Assert.Empty(PolicyRules.All.Except(Walked().Select(key => key.Path)));

    private static IEnumerable<(string Path, bool Missing)> Walked() => Below(PolicyLanguage.With(Vocabulary.Current), "");

    private static IEnumerable<(string Path, bool Missing)> Below(MapShape map, string pattern) =>
        map.Keys.SelectMany(key => One(key, pattern.Length == 0 ? key.Name : $"{pattern}.{key.Name}"));

    private static IEnumerable<(string Path, bool Missing)> One(Key key, string path)
    {
        PolicyRule? rule = PolicyRules.Find(path);
        // What entries are added and removed by has a rule, and so have the keys inside them.
        MapShape? entry = ((key.Shape as ListShape)?.Item ?? (key.Shape as NamedShape)?.Value) as MapShape;
        MapShape? inside = entry ?? (rule is null ? key.Shape as MapShape : null);
        yield return (path, rule is null && (entry is not null || inside is null));
        if (inside is null) yield break;
        foreach ((string Path, bool Missing) own in Below(inside, path)) yield return own;
    }
}
