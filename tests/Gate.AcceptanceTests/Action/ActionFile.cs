using YamlDotNet.RepresentationModel;

namespace Gate.AcceptanceTests.Action;

/// <summary>One step of a composite action or of a workflow's job.</summary>
internal sealed record ActionStep(string? Id, string Name, string? If, string? Uses, string? Run, string? Shell,
    IReadOnlyDictionary<string, string> Env, IReadOnlyDictionary<string, string> With);

/// <summary>An action.yml as the runner reads it.</summary>
internal sealed record ActionFile(string Directory, IReadOnlyDictionary<string, string> Defaults,
    IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<ActionStep> Steps)
{
    public static ActionFile Load(string path)
    {
        YamlMappingNode root = Yaml(path);
        var runs = (YamlMappingNode)root["runs"];
        return new ActionFile(
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            Pairs(root, "inputs", input => Text(input, "default") ?? ""),
            Pairs(root, "outputs", output => Text(output, "value") ?? ""),
            StepsOf(runs));
    }

    public static YamlMappingNode Yaml(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static IReadOnlyList<ActionStep> StepsOf(YamlMappingNode parent) =>
        [.. ((YamlSequenceNode)parent["steps"]).Select(node => new ActionStep(
        Text(node, "id"), Text(node, "name") ?? Text(node, "uses") ?? "", Text(node, "if"), Text(node, "uses"), Text(node, "run"),
            Text(node, "shell"), Pairs(node, "env"), Pairs(node, "with")))];

    public static string? Text(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value)
            ? ((YamlScalarNode)value).Value : null;

    private static Dictionary<string, string> Pairs(YamlNode node, string key, Func<YamlNode, string>? value = null) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child)
            ? ((YamlMappingNode)child).ToDictionary(p => ((YamlScalarNode)p.Key).Value!,
                p => value is null ? ((YamlScalarNode)p.Value).Value ?? "" : value(p.Value))
            : [];
}
