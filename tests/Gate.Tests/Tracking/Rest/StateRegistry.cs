using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Gate.Tests.Tracking.Rest;

/// <summary>The registered models of the fake server.</summary>
internal sealed class StateRegistry
{
    public Dictionary<string, StateModel> Models { get; } = [];

    public JsonObject? Answer(string method, string name, JsonObject json, IQueryCollection query)
    {
        string Given(string key) => json.ContainsKey(key) ? MlflowState.Text(json, key) : query[key].FirstOrDefault() ?? "";
        return (method, name) switch
        {
            ("POST", "registered-models/create") => new() { ["registered_model"] = Create(Given("name")) },
            ("GET", "registered-models/get") => new() { ["registered_model"] = new JsonObject { ["name"] = Find(Given("name")).Name } },
            ("POST", "registered-models/set-tag") => Set(Find(Given("name")).Tags, Given("key"), Given("value")),
            ("POST", "model-versions/create") => new() { ["model_version"] = Find(Given("name")).Add(json) },
            ("GET", "model-versions/get") => new() { ["model_version"] = Find(Given("name")).Version(Given("version")) },
            ("POST", "model-versions/set-tag") => Find(Given("name")).Tag(Given("version"), Given("key"), Given("value")),
            ("GET", "registered-models/alias") => new() { ["model_version"] = Find(Given("name")).Alias(Given("alias")) },
            ("POST", "registered-models/alias") => Find(Given("name")).SetAlias(Given("alias"), Given("version")),
            ("DELETE", "registered-models/alias") => Find(Given("name")).DropAlias(Given("alias")),
            _ => throw new StateError("ENDPOINT_NOT_FOUND", 404, $"{method} {name}"),
        };
    }

    private JsonObject Create(string name)
    {
        if (!Models.TryAdd(name, new StateModel(name)))
            throw new StateError("RESOURCE_ALREADY_EXISTS", 400, $"Registered Model (name={name}) already exists.");
        return new() { ["name"] = name };
    }

    private StateModel Find(string name) => Models.TryGetValue(name, out StateModel? model) ? model
        : throw new StateError("RESOURCE_DOES_NOT_EXIST", 404, $"Registered Model with name={name} not found");

    private static JsonObject? Set(Dictionary<string, string> tags, string key, string value)
    {
        tags[key] = value;
        return null;
    }
}

/// <summary>One registered model of the fake server.</summary>
internal sealed class StateModel(string name)
{
    private readonly List<(JsonObject Json, Dictionary<string, string> Tags)> versions = [];

    public string Name => name;

    public Dictionary<string, string> Tags { get; } = [];

    public Dictionary<string, string> Aliases { get; } = [];

    public int Versions => versions.Count;

    public JsonObject Add(JsonObject json)
    {
        string number = (versions.Count + 1).ToString(CultureInfo.InvariantCulture);
        Dictionary<string, string> tags = (json["tags"] as JsonArray ?? [])
            .ToDictionary(tag => tag!["key"]!.GetValue<string>(), tag => tag!["value"]!.GetValue<string>());
        versions.Add((new JsonObject
        {
            ["name"] = name, ["version"] = number, ["current_stage"] = "None", ["description"] = MlflowState.Text(json, "description"),
            ["source"] = MlflowState.Text(json, "source"), ["run_id"] = MlflowState.Text(json, "run_id"), ["status"] = "READY",
        }, tags));
        return Version(number);
    }

    public JsonObject Version(string number)
    {
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out int index) || index < 1 || index > versions.Count)
            throw new StateError("RESOURCE_DOES_NOT_EXIST", 404, $"Model Version (name={name}, version={number}) not found");
        (JsonObject json, Dictionary<string, string> tags) = versions[index - 1];
        var copy = (JsonObject)json.DeepClone();
        copy["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]);
        copy["aliases"] = new JsonArray([.. Aliases.Where(alias => alias.Value == number).Select(alias => JsonValue.Create(alias.Key))]);
        return copy;
    }

    public JsonObject? Tag(string number, string key, string value)
    {
        Version(number);
        versions[int.Parse(number, CultureInfo.InvariantCulture) - 1].Tags[key] = value;
        return null;
    }

    public JsonObject Alias(string alias) => Aliases.TryGetValue(alias, out string? version) ? Version(version)
        : throw new StateError("INVALID_PARAMETER_VALUE", 400, $"Registered model alias {alias} not found.");

    public JsonObject? SetAlias(string alias, string version)
    {
        Version(version);
        Aliases[alias] = version;
        return null;
    }

    public JsonObject? DropAlias(string alias)
    {
        Aliases.Remove(alias);
        return null;
    }
}
