using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>The form <c>train</c>: a model that the run trains.</summary>
public static class TrainForm
{
    private const string Deciding = "algorithm";

    /// <summary>The form with the learners of a catalogue.</summary>
    /// <param name="algorithms">The learners.</param>
    /// <param name="metrics">The metrics that a search over them can be decided by, each task's own first; empty for no search.</param>
    public static FormKey Of(IReadOnlyList<AlgorithmWord> algorithms, params IReadOnlyList<SearchWord> metrics)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        ArgumentNullException.ThrowIfNull(metrics);
        SearchKeys? search = metrics.Count == 0 ? null : new(algorithms, metrics);
        Key<Section?> key = Key.Map("train", new VariantShape(Deciding, [.. algorithms.Select(Variant), .. Auto(search)]),
            "A model that the run trains: an algorithm and its parameters. It needs data.split or data.test, so that it is measured on "
            + "rows that it has not seen.")
            with { Examples = [.. algorithms.Take(1).Select(algorithm => $"{{ algorithm: {algorithm.Name} }}")] };
        return new FormKey(key, (section, context) => search is not null && section.Get(Algorithm()) == SearchKeys.Auto
            ? search.Bind(section, context) : Bind(section, context, algorithms))
        {
            IsFitted = true,
            TaskSchema = task => Serving([.. algorithms.Where(algorithm => algorithm.Tasks.Contains(task)).Select(one => one.Name)], search,
                [.. metrics.Where(metric => metric.Tasks.Contains(task)).Select(metric => metric.Name)]),
        };
    }

    private static IEnumerable<KeyValuePair<Choice, MapShape>> Auto(SearchKeys? search)
    {
        if (search is null) yield break;
        var choice = new Choice(SearchKeys.Auto, "A search over learners and their parameters, cross-validated on the training rows.");
        yield return new(choice, new MapShape([Algorithm(choice) with { Required = true }, .. search.Shape.Keys]));
    }

    /// <summary>The parameters of a learner.</summary>
    internal static MapShape Parameters(AlgorithmWord algorithm) => new([.. algorithm.Parameters.Select(parameter => parameter.Key)]);

    private static KeyValuePair<Choice, MapShape> Variant(AlgorithmWord algorithm)
    {
        var choice = new Choice(algorithm.Name, algorithm.Description);
        return new(choice, new MapShape([Algorithm(choice) with { Required = true }, .. Parameters(algorithm).Keys]));
    }

    private static Key<string?> Algorithm(params Choice[] choices) =>
        Key.Word(Deciding, new ChoiceShape(Deciding, choices), choices.Length == 1 ? choices[0].Meaning : "The learner.");

    private static TrainSpec? Bind(Section section, FormContext context, IReadOnlyList<AlgorithmWord> algorithms)
    {
        Key<string?> key = Algorithm();
        if (algorithms.FirstOrDefault(word => word.Name == section.Get(key)) is not { } algorithm) return null;
        if (context.Task is { } task && !algorithm.Tasks.Contains(task))
        {
            string[] others = [.. algorithms.Where(other => other.Tasks.Contains(task)).Select(other => other.Name)];
            section.Refuse(key, $"'{algorithm.Name}' does not serve {Words.Snake(task)}{NearestName.Hint(algorithm.Name, others)}");
        }
        return new TrainSpec(algorithm.Name, Values(section, algorithm)) { Marks = section.Marks(Parameters(algorithm)) };
    }

    /// <summary>The parameters that are given, by their own names whichever name the policy uses.</summary>
    private static Dictionary<string, object?> Values(Section section, AlgorithmWord algorithm)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (ParameterWord parameter in algorithm.Parameters)
        {
            string[] given = [.. parameter.Aliases.Prepend(parameter.Name).Where(section.IsGiven)];
            if (given.Length > 1)
                section.RefuseKey(parameter.Key, $"{given[0]} and {given[1]} are one parameter; give it once");
            if (given.Length > 0) values[parameter.Name] = parameter.Value(section, given[0]);
        }
        return values;
    }

    private static JsonObject Serving(string[] algorithms, SearchKeys? search, string[] metrics)
    {
        if (algorithms.Length == 0) return Properties((Deciding, new() { ["not"] = new JsonObject() }));
        if (search is null) return Properties((Deciding, OneOf(algorithms)));
        return Properties((Deciding, OneOf([.. algorithms, SearchKeys.Auto])), ("primary_metric", OneOf(metrics)),
            ("candidates", new() { ["items"] = OneOf(algorithms) }));
    }

    private static JsonObject OneOf(string[] words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode?)JsonValue.Create(word))]) };

    private static JsonObject Properties(params (string Key, JsonObject Shape)[] properties) => new()
    {
        ["properties"] = new JsonObject(properties.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Shape))),
    };
}
