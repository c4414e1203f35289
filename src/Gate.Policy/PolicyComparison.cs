using Gate.Policy.Comparing;
using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;

namespace Gate.Policy;

/// <summary>What two policies say differently, and whether that is tighter or looser.</summary>
public static class PolicyComparison
{
    /// <summary>Compares two policies by what they mean: a default that is written out, a value in a list of one, the order of conditions
    /// are no changes.</summary>
    /// <param name="before">The policy that holds.</param>
    /// <param name="after">The policy that is to take its place.</param>
    /// <param name="vocabulary">Metrics, learners and forms of models.</param>
    /// <returns>The changes, the loosest first, else in the order of the language.</returns>
    /// <exception cref="PolicyException">One of the two cannot be read.</exception>
    public static IReadOnlyList<PolicyChange> Of(PolicySource before, PolicySource after, PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(vocabulary);
        (Yaml.YamlMap one, PolicyDocument earlier) = PolicyReader.ReadTree(before, vocabulary);
        (Yaml.YamlMap other, PolicyDocument later) = PolicyReader.ReadTree(after, vocabulary);
        var comparer = new PolicyComparer(new Sides(earlier, later, vocabulary));
        comparer.Compare(PolicyLanguage.With(vocabulary), one, other);
        return [.. comparer.Changes.OrderBy(change => change.Effect)];
    }
}
