using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using static Gate.Policy.Publishing.SchemaParts;

namespace Gate.Policy.Publishing;

/// <summary>What the scores of a model are, and the threshold on them, as JSON Schema of its section; the reader says the same in
/// words.</summary>
internal static class ScoreSchema
{
    public static IEnumerable<JsonObject> Rules(PolicyVocabulary vocabulary)
    {
        JsonObject percent = Type(ScoreTypeSpec.Percent), any = Type(ScoreTypeSpec.Any);
        yield return If(Not(AnyOf(percent, any, Type(ScoreTypeSpec.Logit))), Property("threshold", From0(1)));
        yield return If(percent, Property("threshold", From0(100)));
        foreach (FormKey form in vocabulary.Forms.Where(form => !form.TakesScoreType))
            yield return If(AllOf(Given(form.Key.Name), Given("score_type")), Type(ScoreTypeSpec.Probability));
        foreach (FormKey form in vocabulary.Forms.Where(form => !form.IsFitted))
            yield return If(Given(form.Key.Name),
                AllOf(Property("calibrate", Types("null")), Property("threshold", Types("number", "null"))));
        yield return If(AllOf(any, Not(In("predictions", Given("prediction")))), Given("threshold"));
    }

    private static JsonObject Type(ScoreTypeSpec type) => Is("score_type", Words.Snake(type));

    private static JsonObject Types(params string[] types) =>
        new() { ["type"] = new JsonArray([.. types.Select(type => (JsonNode?)JsonValue.Create(type))]) };

    private static JsonObject From0(double high) => new() { ["minimum"] = 0, ["maximum"] = YamlJson.Number(high) };
}
