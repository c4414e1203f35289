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
    public static FormKey Of(IReadOnlyList<AlgorithmWord> algorithms)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        Key<Section?> key = Key.Map("train", new VariantShape(Deciding, [.. algorithms.Select(Variant)]),
            "A model that the run trains: an algorithm and its parameters. It needs data.split or data.test, so that it is measured on "
            + "rows that it has not seen.")
            with { Examples = [.. algorithms.Take(1).Select(algorithm => $"{{ algorithm: {algorithm.Name} }}")] };
        return new FormKey(key, (section, context) => Bind(section, context, algorithms))
        {
            IsFitted = true,
            TaskSchema = task => Serving(algorithms.Where(algorithm => algorithm.Tasks.Contains(task))),
        };
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

    private static JsonObject Serving(IEnumerable<AlgorithmWord> algorithms)
    {
        var names = new JsonArray([.. algorithms.Select(algorithm => (JsonNode?)JsonValue.Create(algorithm.Name))]);
        JsonObject words = names.Count > 0 ? new() { ["enum"] = names } : new() { ["not"] = new JsonObject() };
        return new() { ["properties"] = new JsonObject { [Deciding] = words } };
    }
}
