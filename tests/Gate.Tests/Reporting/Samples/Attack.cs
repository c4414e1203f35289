using System.Text.Json.Nodes;
using Gate.Evaluation.Results;

namespace Gate.Tests.Reporting.Samples;

/// <summary>Puts an attack into every text of a result that comes from a policy, data, a model or a host.</summary>
internal static class Attack
{
    // What the renderers themselves interpret: words of the result format, not text from outside.
    private static readonly string[] Vocabulary = ["verdict", "outcome", "level", "compare", "method", "direction", "decide_on", "task",
        "state", "role", "type"];

    internal static GateResult On(GateResult result)
    {
        JsonNode root = JsonNode.Parse(ResultJson.Write(result))!;
        Visit(root);
        return ResultJson.Read(root.ToJsonString());
    }

    private static void Visit(JsonNode? node)
    {
        if (node is JsonObject map)
            foreach ((string key, JsonNode? value) in map.ToList())
                if (IsText(value)) map[key] = Vocabulary.Contains(key) ? value!.DeepClone() : Text(value!);
                else Visit(value);
        else if (node is JsonArray list)
            for (int i = 0; i < list.Count; i++)
                if (IsText(list[i])) list[i] = Text(list[i]!);
                else Visit(list[i]);
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static string Text(JsonNode was) => $"{SampleResults.Hostile}{was}";
}
