using Gate.Policy.Comparing;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Reading;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Inheritance;

/// <summary>Holds a policy against the locks of its files, by the comparison that <c>gate policy diff</c> makes: what is locked may be
/// tighter in the end, or as it was, and nothing else.</summary>
/// <param name="vocabulary">Metrics, learners and forms.</param>
/// <param name="language">The language.</param>
/// <param name="problems">Told what is loosened.</param>
internal sealed class LockCheck(PolicyVocabulary vocabulary, MapShape language, Problems problems)
{
    private const string Conditions = "conditions.";

    private static readonly string[] Inherited = [PolicyLanguage.Confidence.Name, PolicyLanguage.Evidence.Name];

    /// <summary>Checks a policy that has been read without a problem.</summary>
    /// <param name="layers">Its files, the policy itself last.</param>
    /// <param name="whole">All of them together, with what the command line replaced.</param>
    /// <param name="policy">The same, read.</param>
    public void Check(IReadOnlyList<PolicyLayer> layers, YamlMap whole, PolicyDocument policy)
    {
        foreach (PolicyLayer layer in layers)
        {
            IReadOnlySet<string> locked = LockedTree.Locked(layer.Merged);
            // The last word has nothing to be held against, unless the command line had another one.
            if (locked.Count > 0 && !ReferenceEquals(layer.Merged, whole)) Check(layer, layer == layers[^1], locked, whole, policy);
        }
        problems.ThrowIfAny();
    }

    private void Check(PolicyLayer layer, bool isLast, IReadOnlySet<string> locked, YamlMap whole, PolicyDocument policy)
    {
        var present = policy.Conditions.Select(condition => condition.Id).ToHashSet(StringComparer.Ordinal);
        if (locked.FirstOrDefault(id => !present.Contains(id)) is { } gone)
        {
            problems.Add(whole.FirstKey, PolicyLanguage.Conditions.Name, $"'{Shown.Of(gone)}' is locked by {Of(layer)} and is gone");
            return;
        }
        YamlMap tree = LockedTree.Of(layer.Merged, whole, locked, language,
            isKept: LockedTree.Locked(layer.Own).Count > 0);
        PolicyDocument held;
        try
        {
            var own = new Problems(layer.Part.File);
            held = new PolicyBinder(layer.Part.File, vocabulary, language, own).Bind(tree);
            own.ThrowIfAny();
        }
        catch (PolicyException error)
        {
            problems.Add(whole.FirstKey, PolicyLanguage.Conditions.Name, $"{Of(layer)} locks conditions that do not fit this policy: "
                + error.Problems[0].Message);
            return;
        }
        var comparer = new PolicyComparer(new Sides(held, policy, vocabulary));
        comparer.Compare(language, tree, whole);
        foreach (PolicyChange change in comparer.Changes.Where(change => Counts(change, isLast, locked)))
        {
            (Mark at, string? source) = Place(change, policy, whole);
            problems.Add(at, change.Path, Sentence(change, layer), source);
        }
    }

    // What a policy gives besides its conditions is bound to its locks where others extend it; the rows that a command line names are not.
    private static bool Counts(PolicyChange change, bool isLast, IReadOnlySet<string> locked)
    {
        if (change.Effect is ChangeEffect.Tighter or ChangeEffect.Neutral || change.IsOfCandidate) return false;
        if (change.Path.StartsWith(Conditions, StringComparison.Ordinal))
            return change.Before is null
                || locked.Any(id => change.Path.StartsWith($"{Conditions}{Shown.Of(id)}.", StringComparison.Ordinal));
        string section = change.Path.Split('.')[0];
        return section == PolicyLanguage.Policy.Name || section == PolicyLanguage.Families.Name
            || (!isLast && !Inherited.Contains(section) && section != PolicyLanguage.Waivers.Name);
    }

    private static string Sentence(PolicyChange change, PolicyLayer layer)
    {
        string kind = change.Effect == ChangeEffect.Looser ? "looser" : "possibly looser";
        string now = change.After is { } after ? after.Text : "nothing";
        string held = change.Before is { } before
            ? FormattableString.Invariant($"{before.Text} (line {before.At.Line})") : "nothing";
        return $"{Of(layer)} locks it with {held}, and here stands {now}, which is {kind} ({change.Reason}); it may only be tighter";
    }

    private static string Of(PolicyLayer layer) => $"'{Shown.Of(layer.Part.File)}'";

    // Where the word stands that loosens: of what a condition inherits, at the policy's key.
    private static (Mark At, string? Source) Place(PolicyChange change, PolicyDocument policy, YamlMap whole)
    {
        if (change.After is { } after) return (after.At, after.Source);
        ConditionSpec? condition = policy.Conditions.FirstOrDefault(condition =>
            change.Path.StartsWith($"{Conditions}{Shown.Of(condition.Id)}.", StringComparison.Ordinal));
        string[] keys = change.Path.Split('.');
        foreach (string name in Inherited.Where(name => keys.Contains(name)))
            if (whole.Find(name) is { } node) return (node.At, ((node as YamlMap)?.Find(keys[^1]) ?? node).Source);
        return (condition?.At ?? whole.FirstKey, null);
    }
}
