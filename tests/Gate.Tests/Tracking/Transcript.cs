using System.Text.Json;
using Gate.Tests.Reference;

namespace Gate.Tests.Tracking;

/// <summary>One request and its answer.</summary>
internal sealed record Exchange(string Name, string Method, string Path, JsonElement Params, JsonElement Request, int Status,
    string ContentType, JsonElement Response);

/// <summary>What a real MLflow 2.9 server was asked and what it said: <c>mlflow_rest.json</c> of the shared reference data.</summary>
internal sealed class Transcript
{
    private Transcript(IReadOnlyList<Exchange> exchanges) => All = exchanges;

    public IReadOnlyList<Exchange> All { get; }

    public IEnumerable<Exchange> Of(string path) => All.Where(exchange => exchange.Path == path);

    public Exchange Named(string name) => All.First(exchange => exchange.Name == name);

    public static Transcript Read()
    {
        JsonElement root = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Path("golden/mlflow_rest.json"))).RootElement;
        return new([.. root.GetProperty("transcript").EnumerateArray().Select(one => new Exchange(
            one.GetProperty("name").GetString()!, one.GetProperty("method").GetString()!, one.GetProperty("path").GetString()!,
            one.GetProperty("params"), one.GetProperty("request"), one.GetProperty("status").GetInt32(),
            one.GetProperty("content_type").GetString()!, one.GetProperty("response")))]);
    }
}
