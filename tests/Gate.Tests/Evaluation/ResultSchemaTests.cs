using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gate.Evaluation.Results;
using Gate.Tests.House;

namespace Gate.Tests.Evaluation;

/// <summary>The published schema of result.json is generated from the result's types and their documentation.</summary>
public sealed partial class ResultSchemaTests
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["GateResult.Verdict"] = [.. ResultWords.All<Verdict>().Where(word => word != Verdict.Inform.Word())],
        ["Finding.Verdict"] = [.. ResultWords.All<Verdict>()],
        ["Finding.Outcome"] = [.. ResultWords.All<Outcome>()],
        ["Finding.Level"] = ["enforce", "warn", "inform"],
        ["Finding.DecideOn"] = ["interval", "point"],
        ["MetricFact.Direction"] = ["higher", "lower", "neutral"],
        ["LevelsFact.Decides"] = ["worst", "weighted"],
        ["FamilyFact.Method"] = ["holm", "benjamini_hochberg"],
        ["RegressionFact.Scale"] = ["absolute", "relative"],
        ["PolicyFacts.Task"] = ["binary_classification", "multiclass_classification", "regression"],
    };

    [Trait("Writes", "pages")]
    [Fact]
    public void Published_schema_is_the_types_own()
    {
        string path = Checkout.Path("schemas/result-1.json"), generated = Generate();
        bool writes = Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1";
        if (writes) File.WriteAllText(path, generated);
        Assert.Equal(File.ReadAllText(path), generated);
        // The one in the tool is that of the build, which the next build takes from the file.
        if (!writes) Assert.Equal(generated, ResultSchema.Write());
    }

    [Fact]
    public void Every_property_is_described()
    {
        var undescribed = new List<string>();
        Walk(JsonNode.Parse(Generate())!, "", (path, node) =>
        {
            if (path.Contains("/properties/", StringComparison.Ordinal) && path.Split('/')[^2] == "properties" && node is JsonObject schema
                && !schema.ContainsKey("description") && !schema.ContainsKey("$ref")) undescribed.Add(path);
        });
        Assert.Empty(undescribed);
    }

    private static string Generate()
    {
        Dictionary<string, string> documentation = Documentation();
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, schema) =>
            {
                if (context.PropertyInfo is not { } property) return schema;
                // Of an enum with a converter of its own the exporter knows nothing: it is a word.
                JsonObject node = schema as JsonObject ?? new JsonObject { ["type"] = "string" };
                string name = string.Concat(property.Name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
                string key = $"{property.DeclaringType.Name}.{name}";
                if (Words.TryGetValue(key, out string[]? words)) node["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
                if (documentation.TryGetValue(key, out string? text)) node.Insert(0, "description", text);
                return node;
            },
        };
        var schema = (JsonObject)ResultJsonContext.Default.GateResult.GetJsonSchemaAsNode(options);
        schema.Insert(0, "description", "What one run of a gate found.");
        schema.Insert(0, "title", "Gate result, version 1");
        schema.Insert(0, "$id", "result-1.json");
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(
            new JsonSerializerOptions { WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
    }

    /// <summary>Summaries of properties and of record parameters, by <c>Type.Member</c>, from the compiler's documentation file.</summary>
    private static Dictionary<string, string> Documentation()
    {
        var texts = new Dictionary<string, string>();
        foreach (XElement member in XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Gate.Evaluation.xml")).Descendants("member"))
        {
            string name = member.Attribute("name")!.Value;
            if (!name[2..].StartsWith("Gate.Evaluation.Results.", StringComparison.Ordinal)) continue;
            string type = name.Split('(')[0].Split(':')[1]["Gate.Evaluation.Results.".Length..];
            if (name[0] == 'P' && member.Element("summary") is { } summary) texts[type] = Plain(summary);
            if (name[0] is 'M' or 'T')
                foreach (XElement parameter in member.Elements("param"))
                    texts[$"{type.Split('.')[0]}.{parameter.Attribute("name")!.Value}"] = Plain(parameter);
        }
        return texts;
    }

    private static string Plain(XElement element)
    {
        foreach (XElement see in element.Descendants("see").ToArray()) see.ReplaceWith(see.Attribute("cref")!.Value.Split('.')[^1]);
        return Space().Replace(element.Value, " ").Trim();
    }

    private static void Walk(JsonNode node, string path, Action<string, JsonNode> visit)
    {
        visit(path, node);
        if (node is JsonObject o) foreach ((string name, JsonNode? child) in o) if (child is not null) Walk(child, $"{path}/{name}", visit);
        if (node is JsonArray a) foreach (JsonNode? child in a) if (child is not null) Walk(child, $"{path}/-", visit);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
