using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Policy.Language;
using Gate.Policy.Publishing;
using Gate.Policy.Vocabulary;

namespace Gate.Policy;

/// <summary>The JSON Schema of the policy language.</summary>
public static class PolicySchema
{
    // The schema is a file of its own and stands in no page or script, so text stays readable.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema (draft 2020-12) as indented JSON with a final newline, generated from the same table of keys that the reader
    /// uses.</summary>
    /// <param name="vocabulary">Metrics and learners.</param>
    public static string Write(PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var definitions = new JsonObject();
        JsonObject schema = new ShapeSchema(definitions).Of(PolicyLanguage.With(vocabulary));
        SchemaRules.Add(schema, vocabulary);

        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", "policy-1.json");
        schema.Insert(2, "title", "Gate policy, version 1");
        schema.Insert(3, "description", "When a machine-learning model may move on: the data, the "
            + "candidate, and the conditions that it must meet.");
        schema["examples"] = new JsonArray(YamlJson.Of(PolicyExample.Text));
        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }
}
