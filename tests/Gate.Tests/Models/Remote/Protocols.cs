using System.Text.Json.Nodes;

namespace Gate.Tests.Models.Remote;

/// <summary>The servers' side of the protocols, written from their pages and not from Gate's code.</summary>
internal static class Protocols
{
    /// <summary>The rows of a request by the names of their columns.</summary>
    public static IReadOnlyList<Dictionary<string, JsonNode?>> Rows(JsonNode body)
    {
        if (body["inputs"] is JsonArray tensors) return Tensors(tensors);
        if (body["data"] is JsonArray records)
            return [.. records.Select(record => record!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value))];
        JsonNode frame = body["dataframe_split"] ?? body["input_data"]!;
        string[] names = [.. frame["columns"]!.AsArray().Select(name => (string)name!)];
        return [.. frame["data"]!.AsArray().Select(row => names.Zip(row!.AsArray()).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>An answer with a list, one entry a row, as the server of a protocol wraps it.</summary>
    public static JsonNode Wrapped(string protocol, IEnumerable<JsonNode?> entries)
    {
        var list = new JsonArray([.. entries]);
        return protocol switch
        {
            "mlflow" => new JsonObject { ["predictions"] = list },
            "azureml" => list,
            "azureml_data" => JsonValue.Create(new JsonObject { ["result"] = list }.ToJsonString()),
            _ => new JsonObject { ["model_name"] = "m", ["outputs"] = new JsonArray(new JsonObject { ["name"] = "predict",
                ["shape"] = new JsonArray(list.Count, 1), ["datatype"] = "FP64", ["data"] = list }) },
        };
    }

    private static Dictionary<string, JsonNode?>[] Tensors(JsonArray tensors)
    {
        int rows = (int)tensors[0]!["shape"]![0]!;
        return [.. Enumerable.Range(0, rows).Select(row => tensors.SelectMany(tensor =>
        {
            int width = (int)tensor!["shape"]![1]!;
            JsonArray data = tensor["data"]!.AsArray();
            return Enumerable.Range(0, width).Select(i => KeyValuePair.Create(width == 1 ? (string)tensor["name"]! : $"{i}",
                data[(row * width) + i]));
        }).ToDictionary())];
    }
}
